// What a person sees and the suite cannot: webview frames, lists, Restricted Mode, several roots. In the node host.
//   node test/vscode/sessions.mjs [--vsix FILE] [--extension FOLDER] [WORD…]
// Words choose tests by name. A test that fails leaves a picture of what was there in test-results/screenshots.
import { parseArgs } from 'node:util';
import { messageOf, withCleanup } from './hosts/cleanup.mjs';
import { openSession } from './hosts/node-host.mjs';
import * as authoring from './sessions/authoring.mjs';
import * as beforeSubmission from './sessions/before-submission.mjs';
import * as editing from './sessions/editing.mjs';
import * as graph from './sessions/graph.mjs';
import * as jobs from './sessions/jobs.mjs';
import * as manySites from './sessions/many-sites.mjs';
import * as multiRoot from './sessions/multi-root.mjs';
import * as preview from './sessions/preview.mjs';
import * as restricted from './sessions/restricted.mjs';
import { extensionToRun, subjectOptions } from './subject.mjs';

/**
 * Each group has a window of its own.
 *
 * @type {readonly {
 *   options: (defer: import('./hosts/cleanup.mjs').Defer) => Pick<Parameters<typeof openSession>[1], 'workspace' | 'trust' | 'viewport'>,
 *   tests: Readonly<Record<string, (session: import('./hosts/session.mjs').Session) => Promise<void>>>,
 * }[]}
 */
const groups = [preview, graph, beforeSubmission, jobs, editing, authoring, manySites, restricted, multiRoot];

try {
  process.exitCode = await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

async function main() {
  const { vsix, extension } = subjectOptions;
  const { values, positionals: words } = parseArgs({ allowPositionals: true, options: { vsix, extension } });
  const isWanted = ([name]) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  const subject = extensionToRun(values);
  const count = { passed: 0, failed: 0 };
  await withCleanup(async (defer) => {
    for (const { options, tests } of groups) {
      const wanted = Object.entries(tests).filter(isWanted);
      if (wanted.length === 0) continue;
      const session = await openSession(defer, { ...subject, settings: { 'files.autoSave': 'off' }, ...options(defer) });
      for (const [name, test] of wanted) count[(await passes(session, name, test)) ? 'passed' : 'failed'] += 1;
      await session.page.close();
    }
  });
  console.log(`${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 && count.passed > 0 ? 0 : 1;
}

async function passes(session, name, test) {
  const start = Date.now();
  try {
    await session.tidy();
    await test(session);
    console.log(`✔ ${name} (${Date.now() - start} ms)`);
    return true;
  } catch (error) {
    const picture = await session.screenshot(`${name.replace(/\W+/g, '-')}-failed`);
    console.log(`✖ ${name} (${Date.now() - start} ms)\n${messageOf(error)}\n  what was there: ${picture}`);
    return false;
  }
}
