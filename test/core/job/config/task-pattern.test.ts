import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takesTask } from '../../../../src/core/job/config/task-pattern';
import { NEWEST, parseRelease } from '../../../../src/core/job/release';

// What Python 3.11 says: fnmatch.fnmatchcase(task, pattern).
const CASES: readonly (readonly [pattern: string, task: string, fits: boolean])[] = [
  ['train', 'train', true],
  ['train', 'Train', false],
  ['*', '', true],
  ['swarm_*', 'swarm_config', true],
  ['swarm_*', 'swarm', false],
  ['*_a*a*', 'x_abba', true],
  ['*_a*a*', 'x_abbb', false],
  ['tr?in*', 'train', true],
  ['tr[a-c]in*', 'train', true],
  ['tr[!a-c]in*', 'train', false],
  ['tr[]a]in*', 'tr]in', true],
  ['tr[ain*', 'tr[ain', true],
  ['a.b*', 'axb', false],
];

for (const [pattern, task, fits] of CASES) {
  test(`"${pattern}" ${fits ? 'takes in' : 'does not take in'} "${task}"`, () => {
    assert.equal(takesTask(pattern, task, NEWEST), fits);
  });
}

test('without a star the other signs are letters', () => {
  assert.equal(takesTask('tr?in', 'train', NEWEST), false);
  assert.equal(takesTask('tr?in', 'tr?in', NEWEST), true);
});

test('before 2.4 there are no patterns', () => {
  const old = parseRelease('2.3') ?? NEWEST;
  assert.equal(takesTask('swarm_*', 'swarm_config', old), false);
  assert.equal(takesTask('swarm_*', 'swarm_*', old), true);
});
