// Do the schedulers of all releases do what `test/support/schedule-edges.ts` records? Our replay, which the unit tests hold to the
// records, is compared with them.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseRelease } from '../../src/core/job/release';
import { SCHEDULE_EDGES, SCHEDULERS, scheduleCase } from '../support/schedule-edges';
import { startOracle } from './oracle-client';
import { unpackRelease } from './releases';
import { differenceIn, type Theirs } from './schedule-compare';

const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
after(() => rmSync(root, { recursive: true, force: true }));
const cases = SCHEDULE_EDGES.flatMap((edge) => edge.values.map(([value]) => scheduleCase(edge, value)));

for (const version of SCHEDULERS) {
  test(`the scheduler of ${version}`, { timeout: 600_000 }, async () => {
    const target = parseRelease(version);
    assert.ok(target);
    const oracle = startOracle(unpackRelease(version, root));
    const reply = await oracle.ask('schedule', { cases });
    oracle.close();
    assert.ok(Array.isArray(reply.ok), `${reply.error} ${reply.error && reply.message}`);
    const theirs = reply.ok as unknown as readonly Theirs[];
    assert.deepEqual(
      cases.flatMap((each, i) => differenceIn(each, theirs[i] as Theirs, target) ?? []),
      [],
    );
  });
}
