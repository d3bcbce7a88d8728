// Are the verdicts that `test/support/edges.ts` records those of NVFLARE?
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EDGES, edgeJob } from '../support/edges';
import { startOracle } from './oracle-client';

test('values at the edges of what is accepted', { timeout: 600_000 }, async () => {
  const oracle = startOracle();
  for (const { about, keys, accepted, refused } of EDGES) {
    const all = [...accepted, ...refused];
    const requests = all.map((value) => ({ do: 'validate', name: 'job', files: edgeJob(keys, value) }));
    const reply = await oracle.ask('validator', { do: 'many', requests });
    assert.ok(Array.isArray(reply.ok), reply.error);
    const answers = reply.ok as readonly { readonly ok: { readonly valid: boolean } }[];
    assert.deepEqual(
      all.filter((_, i) => answers[i]?.ok.valid),
      accepted,
      about,
    );
  }
  oracle.close();
});
