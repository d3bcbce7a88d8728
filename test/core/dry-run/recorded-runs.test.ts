import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeWithDryRun } from '../../support/dry-run-agreement';
import { RUN_NAMES, recordedRun } from '../../support/recorded-runs';

for (const name of RUN_NAMES) {
  test(`${name}: the dry run has the order of events of a real run`, () => {
    const run = recordedRun(name);
    assert.ok(run, 'record it with FLARE_JOBS_RECORD=1 npm run test:differential -- dry-run');
    agreeWithDryRun(name, run);
  });
}
