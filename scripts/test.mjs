// Bundles the tests and runs them with Node's own runner.
//   node scripts/test.mjs                 all of test/ that runs without an editor
//   node scripts/test.mjs hocon deploy    only files whose path contains one of the words
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from './bundle.mjs';

const words = process.argv.slice(2);
const out = words.length > 0 ? `out/test-${process.pid}` : 'out/test';
const files = testFiles('test').filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
if (files.length === 0) {
  console.error(`no test file matches ${words.join(' ')}`);
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
await bundleForNode(files, out, {
  outbase: 'test',
  splitting: true,
  sourcemap: 'inline',
  loader: { '.md': 'text' },
});
const built = files.map((file) => join(out, file.replace(/^test[/\\]/, '').replace(/\.ts$/, '.mjs')));
const runner = spawn(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', `--test-concurrency=${availableParallelism()}`, ...built],
  {
    stdio: 'inherit',
  },
);
runner.on('exit', (code) => {
  if (words.length > 0) rmSync(out, { recursive: true, force: true });
  process.exit(code ?? 1);
});

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return path === join('test', 'vscode') || path === join('test', 'differential') ? [] : testFiles(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
