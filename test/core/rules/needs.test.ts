// A rule that names a part of the job which it `needs` is not asked of other jobs. Here it is, and must have nothing to say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatOf, readConfig } from '../../../src/core/formats/index';
import { buildJob } from '../../../src/core/job/build';
import type { Job } from '../../../src/core/job/model';
import { KNOWN_RELEASES, NEWEST, parseRelease, type Release } from '../../../src/core/job/release';
import type { JobSources } from '../../../src/core/job/sources';
import { RULES } from '../../../src/core/rules/index.generated';
import { RARE_RULES } from '../../../src/core/rules/rare.generated';
import { partsOf, runRules } from '../../../src/core/rules/run';
import { exampleJob } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';
import { RULES_WITH_EXAMPLES } from '../../support/rules';

const WITH_NEEDS = [...RULES, ...RARE_RULES].filter(({ needs }) => needs !== undefined);

test('in the examples of all rules', () => {
  let asked = 0;
  for (const { examples } of RULES_WITH_EXAMPLES) {
    for (const text of [...examples.bad, ...examples.good]) {
      const { sources, target } = exampleJob(text);
      asked += sayNothing(jobOf(sources, target), text);
    }
  }
  assert.ok(asked > 1000, `${asked} rules were asked in vain`);
});

const AMOUNTS = [0, 1, 1025, -1, 0.5, '1', null, true, [], {}];
const RESOURCES = ['num_of_gpus', 'mem_per_gpu_in_GiB', 'num_of_cpus', 'memory', 'process', 'custom'];
const OPTIONS = {
  docker: { image: 'a', num_of_gpus: 1 },
  process: {},
  k8s: { image: 'a', cpu: '4' },
  slurm: { nodes: 2 },
  '1': 2,
};
const block = fc.oneof(
  fc.dictionary(fc.constantFrom(...RESOURCES), fc.constantFrom(...AMOUNTS), { maxKeys: 3 }),
  fc.subarray(Object.entries(OPTIONS)).map((options) => Object.fromEntries(options)),
  fc.constantFrom(...AMOUNTS),
);
const map = fc.dictionary(fc.constantFrom('site-1', 'site-2', '@default', 'default'), block, { maxKeys: 3 });
const optional = fc.option(fc.oneof(map, fc.constantFrom(...AMOUNTS)), { nil: undefined });

const site = fc.constantFrom<unknown>('server', 'site-1', 'site-2', 'Site_1', 'Server', '@ALL', '@all', '', ' a', 1, null, [
  'site-3',
]);
const sites = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.oneof(site, fc.dictionary(fc.constantFrom('sites', 'image'), fc.array(site))), { maxLength: 3 }),
  },
  site,
);
const deployMap = fc.dictionary(fc.constantFrom('app', 'b', 'an app', ''), sites, { maxKeys: 3 });

test('in jobs that go to all kinds of sites', () => {
  fc.assert(
    fc.property(deployMap, fc.option(sites, { nil: undefined }), fc.constantFrom(...KNOWN_RELEASES), (map, mandatory, line) => {
      const target = parseRelease(line);
      assert.ok(target);
      const text = JSON.stringify({ name: 'demo', deploy_map: map, mandatory_clients: mandatory });
      sayNothing(jobOf(exampleJob(`--- meta.json\n${text}`).sources, target), text);
    }),
    { seed: 20_261_123, numRuns: 1500 },
  );
});

test('in jobs with all kinds of resources and launcher options', () => {
  fc.assert(
    fc.property(optional, optional, fc.constantFrom(...KNOWN_RELEASES), (resources, launchers, line) => {
      const target = parseRelease(line);
      assert.ok(target);
      const meta = { name: 'demo', deploy_map: { app: ['@ALL'] }, resource_spec: resources, launcher_spec: launchers };
      const text = JSON.stringify(meta);
      sayNothing(jobOf(exampleJob(`--- meta.json\n${text}`).sources, target), text);
    }),
    { seed: 20_261_123, numRuns: 1500 },
  );
});

/** How many rules were asked that the runner would not ask. */
function sayNothing(job: Job, text: string): number {
  const parts = partsOf(job);
  const others = WITH_NEEDS.filter(({ needs, kinds = ['job'] }) => needs && !parts.has(needs) && kinds.includes(job.kind));
  for (const rule of others) {
    const { findings, failures } = runRules([rule], { job }, new Set(rule.needs && [rule.needs]));
    assert.deepEqual(
      [findings.map(({ message }) => message), failures],
      [[], []],
      `${rule.code} without its ${rule.needs}:\n${text}`,
    );
  }
  return others.length;
}

function jobOf(sources: JobSources, target: Release = NEWEST): Job {
  return buildJob(sources, { target, read: (file, text) => readConfig(TEST_FORMATS, formatOf(file) ?? 'json', text) });
}
