import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { modelOf } from '../../../src/core/analyze';
import type { Job } from '../../../src/core/job/model';
import { NEWEST, parseRelease, type Release } from '../../../src/core/job/release';
import { fixedText, resolveFix } from '../../../src/core/rules/resolve-fix';
import type { Change } from '../../../src/core/schedule/change';
import { gpuOffer, type Network, type Offer } from '../../../src/core/schedule/offer';
import { proposed } from '../../../src/core/schedule/proposal';
import { countOf, remedies } from '../../../src/core/schedule/remedies';
import { attempt } from '../../../src/core/schedule/replay';
import { changeText } from '../../../src/core/schedule/words';
import { get, type ObjectNode } from '../../../src/core/tree/node';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';

const SITES = ['a', 'b', 'c'] as const;
const SITE = fc.constantFrom<string[]>(...SITES);
const SOME_SITES = fc.uniqueArray(SITE, { minLength: 1, maxLength: 3 });

const BLOCK = fc.record(
  { num_of_gpus: fc.constantFrom(1, 2, 4), mem_per_gpu_in_GiB: fc.constantFrom(8, 32), gpu: fc.constantFrom(1, 2) },
  { requiredKeys: [], noNullPrototype: true },
);

const OFFER: fc.Arbitrary<Offer> = fc.oneof(
  fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(0, 16)).map(([gpus, memory]) => gpuOffer(gpus, memory)),
  fc.constant<Offer>({ kind: 'units', units: new Map([['gpu', 1]]) }),
  fc.constant<Offer>({ kind: 'unknown' }),
);

const CASE = fc.record({
  meta: fc.record(
    {
      deploy_map: fc.oneof(
        SOME_SITES.map((sites) => ({ app: ['server', ...sites] })),
        fc.constant({ app: ['@ALL'] }),
      ),
      min_clients: fc.constantFrom<unknown[]>(1, 2, 2, 3, 'x'),
      mandatory_clients: fc.oneof(
        { weight: 5, arbitrary: SOME_SITES as fc.Arbitrary<unknown> },
        { weight: 1, arbitrary: fc.constant('x') },
      ),
      resource_spec: fc.oneof(
        { weight: 6, arbitrary: fc.dictionary(SITE, BLOCK, { noNullPrototype: true }) as fc.Arbitrary<unknown> },
        {
          weight: 2,
          arbitrary: fc
            .tuple(fc.dictionary(SITE, BLOCK, { noNullPrototype: true }), fc.constantFrom(1, 2, 4))
            .map(([blocks, gpus]) => ({ '@default': { num_of_gpus: gpus }, ...blocks })),
        },
        { weight: 1, arbitrary: fc.constant({ a: [1] }) },
      ),
      schedule_count: fc.constantFrom(1, 1, 12),
    },
    { requiredKeys: ['deploy_map'], noNullPrototype: true },
  ),
  up: fc.uniqueArray(SITE, { maxLength: 3 }),
  known: fc.uniqueArray(SITE, { maxLength: 3 }),
  offers: fc.tuple(OFFER, OFFER, OFFER),
  target: fc.constantFrom('2.9', '2.9', '2.8', '2.4'),
});

function jobOf(text: string, target: Release): Job {
  return modelOf(sourcesOf('job', new Map([['meta.json', text]])), { target, formats: TEST_FORMATS }).job;
}

function starts(job: Job, network: Network, changes: readonly Change[] = []): boolean {
  const after = proposed(network, changes);
  return attempt(job, after.network, 'enough', after.proposal).decision === 'starts';
}

/** Every single change that could be made at all, as a person may think of them. */
function thinkable(job: Job, network: Network): readonly Change[] {
  const all = job.deployment.allSites !== undefined;
  return [
    ...[1, 2, 3].map((to): Change => ({ kind: 'lower-least', to })),
    ...SITES.map((site): Change => ({ kind: 'not-mandatory', site })),
    ...SITES.map((site): Change => ({ kind: 'mandatory-once', site })),
    // To empty a good list is as many changes as it has names.
    ...(get(job.metaObject as ObjectNode, 'mandatory_clients')?.kind === 'array' ? [] : [{ kind: 'nobody-mandatory' as const }]),
    { kind: 'remove-count', key: 'schedule_count' },
    ...SITES.filter((site) => !network.up.includes(site)).map((site): Change => ({ kind: 'bring-up', count: 1, sites: [site] })),
    ...(all ? [1, 2].map((count): Change => ({ kind: 'bring-up-others', count })) : []),
    ...[...SITES, '@default'].flatMap((site): Change[] => [
      { kind: 'do-not-ask', site, key: undefined },
      ...['num_of_gpus', 'mem_per_gpu_in_GiB', 'gpu'].flatMap((key): Change[] => [
        { kind: 'do-not-ask', site, key },
        ...[0, 1, 2, 16].map((to): Change => ({ kind: 'ask', site, key, to })),
      ]),
    ]),
  ];
}

test('every remedy lets the job start, the text of its fix does the same, and nothing less does', () => {
  let remedied = 0;
  fc.assert(
    fc.property(CASE, ({ meta, up, known, offers, target }) => {
      const release = parseRelease(target) ?? NEWEST;
      const text = JSON.stringify(meta, undefined, 2);
      const job = jobOf(text, release);
      const byName = new Map(SITES.map((site, i) => [site as string, offers[i] as Offer]));
      const network: Network = { up, known, offers: byName, otherwise: { kind: 'unknown' } };
      const found = remedies(job, network);
      if (starts(job, network)) return assert.deepEqual(found, []);
      for (const { changes, fix } of found) {
        remedied++;
        assert.ok(starts(job, network, changes), changes.map(changeText).join('; '));
        if (fix) {
          const resolved = resolveFix(fix, TEST_FORMATS, () => job.meta?.document);
          assert.ok(resolved, fix.title);
          const mended = jobOf(fixedText(resolved, 'meta.json', text), release);
          assert.ok(
            starts(mended, proposed(network, changes).network),
            `${fix.title}\n${fixedText(resolved, 'meta.json', text)}`,
          );
        }
      }
      const [best] = found;
      const single = thinkable(job, network).filter((change) => countOf([change]) === 1);
      const fewer = best ? best.count : 3;
      if (fewer > 1) {
        const helping = single.find((change) => starts(job, network, [change]));
        assert.equal(helping && changeText(helping), undefined, `one change is enough, not ${fewer}`);
      }
      if (fewer > 2) {
        const pair = single.flatMap((a, i) => single.slice(i + 1).map((b) => [a, b])).find((both) => starts(job, network, both));
        assert.equal(pair?.map(changeText).join('; '), undefined, `two changes are enough, not ${fewer}`);
      }
    }),
    { numRuns: Number(process.env['FLARE_JOBS_RUNS'] ?? 600), seed: 6 },
  );
  assert.ok(remedied > 300, `only ${remedied} remedies were tried`);
});
