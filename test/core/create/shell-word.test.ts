import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { shellWord } from '../../../src/core/create/shell-word';

test('a plain path stays as it is, others stand in quotes', () => {
  assert.equal(shellWord('jobs/a-1.b_c'), 'jobs/a-1.b_c');
  assert.equal(shellWord('C:\\jobs\\a'), 'C:\\jobs\\a');
  assert.equal(shellWord('my jobs/a'), '"my jobs/a"');
  assert.equal(shellWord('-x'), './-x');
});

test('a shell reads the path that was meant', { skip: process.platform === 'win32' }, () => {
  for (const path of ['a b', "it's", '$(touch x)', '`id`', 'a"b', "a$'b", 'ü*?[x]', '-n', 'a;b&c|d']) {
    const read = execFileSync('sh', ['-c', `printf %s ${shellWord(path)}`], { encoding: 'utf8' });
    assert.equal(read.replace(/^\.\//, ''), path);
  }
});
