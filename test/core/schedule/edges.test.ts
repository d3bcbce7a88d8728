import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRelease } from '../../../src/core/job/release';
import { SCHEDULE_EDGES, SCHEDULERS, scheduleCase } from '../../support/schedule-edges';
import { ourOutcome } from '../../support/schedule-outcome';

for (const edge of SCHEDULE_EDGES) {
  test(`${edge.about}: what becomes of the job in each line of releases`, () => {
    for (const [value, ...outcomes] of edge.values) {
      const found = SCHEDULERS.map((version) => {
        const target = parseRelease(version);
        assert.ok(target);
        const { decision, cause, sites, asked } = ourOutcome(scheduleCase(edge, value), target);
        const runs = Object.entries(sites).map(([site, app]) => ` ${site} with ${app}`);
        const lacks = Object.entries(asked).flatMap(([site, { enough }]) => (enough ? [] : [` ${site} lacks`]));
        const line = version.slice(0, version.lastIndexOf('.'));
        return { line, outcome: `${decision}${cause === null ? '' : ` ${cause}`}${[...runs, ...lacks].join(',')}` };
      });
      const changes = found.filter(({ outcome }, i) => outcome !== found[i - 1]?.outcome);
      assert.deepEqual(
        changes.map(({ line, outcome }) => `${line}: ${outcome}`),
        outcomes,
        value,
      );
    }
  });
}
