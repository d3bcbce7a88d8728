// Takes the picture at the top of the README: docs/images/flare-jobs.png. A job of the examples is given two mistakes for it.
//   node test/vscode/readme-picture.mjs [--vsix FILE] [--extension FOLDER]
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { withCleanup } from './hosts/cleanup.mjs';
import { projectRoot } from './hosts/install.mjs';
import { openSession } from './hosts/node-host.mjs';
import { scenes } from './scenes.mjs';
import { extensionToRun, subjectOptions, workspaceCopy } from './subject.mjs';

const picture = join(projectRoot, 'docs', 'images', 'flare-jobs.png');
const mistakes = [
  ['"mandatory_clients": ["st-marys"]', '"mandatory_clients": ["st-mary"]'],
  ['"charite": { "num_of_gpus": 2,', '"charite": { "num_gpus": 2,'],
];

await withCleanup(async (defer) => {
  const { vsix, extension } = subjectOptions;
  const { values } = parseArgs({ options: { vsix, extension } });
  const workspace = workspaceCopy(defer, { workspace: join(projectRoot, 'examples') });
  const meta = join(workspace, 'hospitals', 'meta.json');
  writeFileSync(meta, withMistakes(readFileSync(meta, 'utf8')));
  // It has mistakes enough without this one.
  rmSync(join(workspace, 'mistakes'), { recursive: true });
  const session = await openSession(defer, { ...extensionToRun(values), workspace, viewport: { width: 1400, height: 1000 } });
  await session.useTheme('Dark Modern');
  await session.tidy();
  await scenes.overview(session);
  await lowerPanel(session.page, 130);
  mkdirSync(dirname(picture), { recursive: true });
  copyFileSync(await session.screenshot('readme'), picture);
  console.log(picture);
});

/** Makes the panel at the bottom smaller by so many pixels. */
async function lowerPanel(page, pixels) {
  const panel = await page.locator('.part.panel').boundingBox();
  const [x, y] = [panel.x + panel.width / 2, panel.y - 1];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + pixels, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(0, 0);
  // The scroll bars that the mouse brought up fade away.
  await page.waitForTimeout(1500);
}

function withMistakes(text) {
  return mistakes.reduce((before, [right, wrong]) => {
    if (!before.includes(right)) throw new Error(`the example has no ${right} any more`);
    return before.replace(right, wrong);
  }, text);
}
