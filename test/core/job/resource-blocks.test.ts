import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJson } from '../../../src/core/formats/json/read';
import { buildJob } from '../../../src/core/job/build';
import type { Job, ResourceBlocks } from '../../../src/core/job/model';
import { KNOWN_RELEASES, parseRelease } from '../../../src/core/job/release';
import { RARE_RULES } from '../../../src/core/rules/rare.generated';
import { partsOf, runRules } from '../../../src/core/rules/run';
import { exampleJob } from '../../support/example-job';

/** Values around the limits that rules draw, under names that they know, misspell and do not know. */
const KEYS = ['num_of_gpus', 'mem_per_gpu_in_GiB', 'num_of_cpus', 'memory', 'num_gpus', 'process', 'custom'];
const VALUES = [0, 1, 2, 1024, 1025, -1, 0.5, 2.5, '1', '8Gi', null, true, [], {}, { num_of_gpus: 1 }];

const blocks = fc.dictionary(
  fc.constantFrom('site-1', 'site-2', '@default'),
  fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { maxKeys: 3 }),
  { maxKeys: 3 },
);

test('no rule has anything to say of the blocks that are passed over as usual', () => {
  fc.assert(
    fc.property(blocks, fc.constantFrom(...KNOWN_RELEASES), (spec, line) => {
      const job = jobWith(spec, line);
      assert.deepEqual(reported({ ...job, resources: withAllRequests(job.resources) }), reported(job));
    }),
    { seed: 20_261_123, numRuns: 1500 },
  );
});

test('blocks are sorted into requests and into those that are divided by modes', () => {
  const { requests, nested } = jobWith(
    {
      'site-1': { num_of_gpus: 1, mem_per_gpu_in_GiB: 8 },
      'site-2': { num_of_gpus: 0 },
      'site-3': { process: {}, docker: {} },
      '@default': {},
    },
    '2.9',
  ).resources;
  assert.deepEqual(
    requests.map(({ block, object }) => [block.key, object === block.value]),
    [
      ['site-2', true],
      ['site-3', false],
    ],
  );
  assert.deepEqual(
    nested.map(({ key }) => key),
    ['site-3'],
  );
});

function jobWith(spec: unknown, line: string): Job {
  const meta = { name: 'demo', deploy_map: { app: ['@ALL'] }, resource_spec: spec };
  const { sources } = exampleJob(`--- meta.json\n${JSON.stringify(meta)}`);
  const target = parseRelease(line);
  assert.ok(target);
  return buildJob(sources, { target, read: (_, text) => readJson(text) });
}

/** What the list of requests would be without the usual ones left out, read from the tree anew; modes are none of this test. */
function withAllRequests(resources: ResourceBlocks): ResourceBlocks {
  const known = new Set(resources.requests.map(({ block }) => block));
  const passedOver = (resources.object?.value.list ?? []).filter(
    (block) => !known.has(block) && !resources.nested.includes(block),
  );
  const more = passedOver.flatMap((block) =>
    block.value.kind === 'object' && block.key !== '@default' ? { block, object: block.value } : [],
  );
  return { ...resources, unusual: resources.object?.value.list ?? [], requests: [...resources.requests, ...more] };
}

function reported(job: Job): readonly string[] {
  return runRules(RARE_RULES, { job }, partsOf(job))
    .findings.map(({ code, range, message }) => `${code} ${range.start} ${message}`)
    .sort();
}
