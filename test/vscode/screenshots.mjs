// Pictures of the extension at work, for people to look at.
//   node test/vscode/screenshots.mjs [--vsix FILE] [--extension FOLDER] [--workspace PATH] [SCENE…]
// They are written to test-results/screenshots/SCENE-THEME.png. A scene that cannot be reached leaves a picture of what was
// there instead, SCENE-THEME-failed.png, and makes the exit code 1.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf, withCleanup } from './hosts/cleanup.mjs';
import { projectRoot } from './hosts/install.mjs';
import { openSession } from './hosts/node-host.mjs';
import { scenes } from './scenes.mjs';
import { extensionToRun, subjectOptions, workspaceCopy } from './subject.mjs';

const themes = { dark: 'Dark Modern', light: 'Light Modern', contrast: 'Default High Contrast' };

try {
  process.exitCode = await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: subjectOptions });
  const unknown = positionals.find((name) => !(name in scenes));
  if (unknown !== undefined) throw new Error(`there is no scene ${unknown}; there are ${Object.keys(scenes).join(', ')}`);
  const wanted = Object.entries(scenes).filter(([name]) => positionals.length === 0 || positionals.includes(name));
  const extension = extensionToRun(values);
  return await withCleanup(async (defer) => {
    const session = await openSession(defer, {
      ...extension,
      workspace: workspaceCopy(defer, { workspace: join(projectRoot, 'examples'), ...values }),
      scale: 2,
    });
    let failed = 0;
    for (const [theme, colours] of Object.entries(themes)) {
      await session.useTheme(colours);
      for (const [name, show] of wanted) failed += await takePicture(session, `${name}-${theme}`, show);
    }
    return failed === 0 ? 0 : 1;
  });
}

async function takePicture(session, name, show) {
  try {
    await session.tidy();
    await show(session);
    console.log(await session.screenshot(name));
    return 0;
  } catch (error) {
    console.error(`${name}: ${messageOf(error)}\n  what was there: ${await session.screenshot(`${name}-failed`)}`);
    return 1;
  }
}
