import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import { parseRelease } from '../../src/core/job/release';
import { ALL_RULES } from '../support/all-rules';
import { EDGES, type Edge, edgeJob } from '../support/edges';
import { sourcesOf } from '../support/example-job';

const target = parseRelease('2.9');

function isAccepted({ keys }: Edge, value: string): boolean {
  assert.ok(target);
  const analysis = analyze(sourcesOf('job', new Map(Object.entries(edgeJob(keys, value)))), { target, ...ALL_RULES });
  assert.deepEqual(analysis.failures, []);
  return !analysis.rejected;
}

for (const edge of EDGES) {
  test(`${edge.about}: the values that the server accepts and refuses`, () => {
    const all = [...edge.accepted, ...edge.refused];
    assert.deepEqual(
      all.filter((value) => isAccepted(edge, value)),
      edge.accepted,
    );
  });
}
