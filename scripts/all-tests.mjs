// npm test: the unit tests and the corpus, then the extension in a real VS Code, in the Node host and in the browser's.
import { spawnSync } from 'node:child_process';

const steps = [
  ['unit tests', 'scripts/test.mjs'],
  ['VS Code, Node host', 'test/vscode/run.mjs', 'node'],
  ['VS Code, web host', 'test/vscode/run.mjs', 'web'],
];
for (const [title, ...command] of steps) {
  console.log(`\n--- ${title}`);
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${title}: failed`);
    process.exit(status ?? 1);
  }
}
