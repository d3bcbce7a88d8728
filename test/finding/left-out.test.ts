import assert from 'node:assert/strict';
import { test } from 'node:test';
import picomatch from 'picomatch';
import { leavesOut } from '../../src/vscode/finding/left-out';

const CASES: readonly (readonly [globs: readonly string[], path: string, expected: boolean])[] = [
  [[], 'job/meta.json', false],
  [['**/build/**'], 'build/job/meta.json', true],
  [['**/build/**'], 'a/build/job/meta.json', true],
  [['**/build/**'], 'a/builder/job/meta.json', false],
  [['**/build'], 'a/build/job/meta.json', true],
  [['old'], 'old/job/meta.json', true],
  [['old'], 'a/old/job/meta.json', false],
  [['**/.venv/**', '**/*.{bak,old}'], 'jobs/one.bak/meta.json', true],
  [['**/.venv/**'], '.venv/lib/meta.json', true],
  [['**/meta.conf'], 'job/meta.conf', true],
];

for (const [globs, path, expected] of CASES) {
  test(`${globs.join(' ') || 'nothing'} ${expected ? 'leaves out' : 'keeps'} ${path}`, () => {
    assert.equal(leavesOut(globs, (each) => picomatch([...each], { dot: true }))(path), expected);
  });
}
