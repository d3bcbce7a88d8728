import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../../src/core/analyze';
import { NEWEST, parseRelease } from '../../../src/core/job/release';
import { dryRun, dryRunView, leaving, leavingView } from '../../../src/core/review/index';
import { wiringPart } from '../../../src/core/wiring/index';
import { ALL_CATALOGS } from '../../support/catalogs';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';
import { TEST_FORMATS } from '../../support/formats';

if (!HAS_CORPUS) sayNoCorpus('what leaves real jobs, and their dry run');
const WIRING = wiringPart(ALL_CATALOGS);

test('every real job can be looked over, in its own release and in the newest', { skip: !HAS_CORPUS }, (context) => {
  const seen = { workflows: 0, played: 0, messages: 0, known: 0 };
  for (const { id, sources } of corpusJobs().filter(({ kind }) => kind === 'job')) {
    const own = parseRelease(/^NVFlare-(\d+\.\d+)/.exec(id)?.[1] ?? '');
    for (const target of [NEWEST, ...(own ? [own] : [])]) {
      const { job, wiring } = modelOf(sources, { target, formats: TEST_FORMATS, wiring: WIRING });
      assert.ok(wiring);
      const steps = dryRunView(dryRun(job, wiring), id);
      const leaves = leavingView(leaving(job, wiring));
      // The views cross to another process as JSON.
      assert.deepEqual(JSON.parse(JSON.stringify(leaves)), leaves, id);
      for (const { lines, unknown } of steps.workflows) {
        seen.workflows++;
        if (unknown === undefined) seen.played++;
        assert.equal(lines.length > 0, unknown === undefined, id);
      }
      for (const { messages } of leaves.apps) {
        seen.messages += messages.length;
        seen.known += messages.filter(({ payload }) => payload !== 'of an unknown kind').length;
      }
    }
  }
  context.diagnostic(
    `${seen.played} of ${seen.workflows} workflows are played; of ${seen.messages} messages the kind of ${seen.known} is known`,
  );
  assert.ok(seen.played > seen.workflows / 2);
});
