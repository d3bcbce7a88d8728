import fc from 'fast-check';
import type { Plain } from '../../src/core/tree/query';

/** A job with the sites that are up. */
export interface ScheduleCase {
  /** JSON text. */
  readonly meta: string;
  readonly up: readonly string[];
  readonly offers: Readonly<Record<string, OfferData>>;
}

/** An offer as the oracle takes it. */
export type OfferData =
  | { readonly kind: 'gpus'; readonly gpus: number; readonly memory: number }
  | { readonly kind: 'units'; readonly units: Readonly<Record<string, number>> }
  | { readonly kind: 'anything' };

type Values = fc.Arbitrary<Plain>;

export const SITES = ['site-1', 'site-2', 'site-3', 'site-4'] as const;
const SITE = fc.constantFrom<string[]>(...SITES);

/** Mostly what authors write; of `sane + 1` values one is something else. */
function mostly(sane: number, likely: Values, odd: Values): Values {
  return fc.oneof({ weight: sane, arbitrary: likely }, { weight: 1, arbitrary: odd });
}

const ODD = fc.constantFrom<Plain[]>(
  null,
  '',
  'abc',
  'site-1',
  0,
  3,
  1.5,
  true,
  false,
  [],
  ['site-1'],
  [null],
  {},
  { 'site-1': 1 },
);

const LEAST = mostly(8, fc.constantFrom<Plain[]>(1, 1, 2, 2, 3, 4, 5), ODD);
const COUNT = mostly(
  12,
  fc.constantFrom<Plain[]>(0, 1, 1, 2, 2, 3, 4, 8),
  fc.constantFrom<Plain[]>(-1, 1.5, 2.0, '2', null, true, [1], 'x'),
);
const MEMORY = mostly(12, fc.constantFrom<Plain[]>(0, 4, 8, 15.5, 16, 32), fc.constantFrom<Plain[]>('16', null, -1, true, [4]));

/** An object in which each key is there in so many cases of ten. */
function someOf(keys: Readonly<Record<string, readonly [number, Values]>>): Values {
  const parts = Object.entries(keys).map(([key, [often, values]]) =>
    fc.tuple(fc.integer({ min: 0, max: 99 }), values).map(([dice, value]) => (dice < often * 10 ? [[key, value] as const] : [])),
  );
  return fc.tuple(...parts).map((all): Plain => Object.fromEntries(all.flat()));
}

const FLAT = fc.oneof(
  {
    weight: 6,
    arbitrary: someOf({
      num_of_gpus: [9, COUNT],
      mem_per_gpu_in_GiB: [5, MEMORY],
      num_of_cpus: [1, COUNT],
      memory: [1, fc.constant<Plain>('8Gi')],
    }),
  },
  { weight: 2, arbitrary: someOf({ gpu: [8, COUNT], slot: [4, COUNT] }) },
  { weight: 1, arbitrary: fc.constantFrom<Plain[]>({}, { num_gpus: 2 }, { mem_per_gpu_in_GiB: 8 }) },
);
const NESTED = someOf({
  process: [8, mostly(8, FLAT, ODD)],
  docker: [6, fc.constant<Plain>({ image: 'fl:1' })],
  k8s: [2, fc.constant<Plain>({})],
  slurm: [1, fc.constant<Plain>({ nodes: 2 })],
  num_of_gpus: [1, COUNT],
});
const BLOCK = mostly(15, fc.oneof({ weight: 4, arbitrary: FLAT }, { weight: 1, arbitrary: NESTED }), ODD);
const DEFAULT = mostly(
  15,
  someOf({ num_of_gpus: [8, COUNT], num_of_cpus: [3, COUNT], memory: [2, fc.constant<Plain>('8Gi')] }),
  ODD,
);
const RESOURCES = mostly(
  25,
  someOf({
    ...Object.fromEntries(SITES.map((site) => [site, [5, BLOCK] as const])),
    '@default': [2, DEFAULT],
    server: [1, BLOCK],
  }),
  ODD,
);

const NAMES = fc.uniqueArray(SITE, { minLength: 1, maxLength: 4 });
const ITEMS = mostly(20, fc.constant<Plain>(null), fc.constantFrom<Plain[]>(5, 'server', '@all', 'site-1', ['x'], true)).map(
  (odd) => (odd === null ? [] : [odd]),
);

/** All the shapes that the sites of an app are written in. */
const DEPLOY_MAP: Values = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom<Plain[]>({ app: ['@ALL'] }, { app: ['@all'] }, { app: '@ALL' }, { app: { sites: ['@ALL'] } }),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(NAMES, ITEMS, fc.nat(9)).map(([names, odd, form]): Plain => {
      const sites = ['server', ...names, ...odd];
      if (form === 0) return { app: { targets: sites } };
      if (form === 1) return { app: [{ sites }] };
      if (form === 2) return { app: { sites, targets: names } };
      if (form === 3) return { a: ['server'], b: [{ sites: names }, ...odd] };
      return { app: sites };
    }),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(NAMES, NAMES, fc.nat(5)).map(([first, second, form]): Plain => {
      if (form === 0) return { a: ['@ALL'], b: second };
      if (form === 1) return { a: first, b: ['@ALL'], c: second };
      return { a: ['server', ...first], b: second.filter((site) => !first.includes(site)) };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      ODD,
      ODD.map((odd): Plain => ({ app: odd })),
    ),
  },
);

const MANDATORY = mostly(
  8,
  fc.oneof(NAMES, fc.array(SITE, { maxLength: 3 }), fc.constant<Plain>([])).map((names): Plain => names),
  fc.oneof(ODD, fc.constantFrom<Plain[]>(['site-1', 5], ['site-9'], ['server'])),
);

const META: fc.Arbitrary<string> = fc
  .record({
    deploy_map: DEPLOY_MAP,
    min_clients: LEAST,
    mandatory_clients: MANDATORY,
    resource_spec: RESOURCES,
    schedule_count: fc.constantFrom<Plain[]>(1, 9, 9, 9.5, 10, 12, 'x', null, false),
    schedule_history: fc.constantFrom<Plain[]>([], ['x'], 'x', '', null, 3),
    keep: fc.tuple(fc.nat(30), fc.nat(9), fc.nat(2), fc.nat(9), fc.nat(30), fc.nat(30)),
  })
  .map(({ keep, ...keys }) => {
    const [map, least, mandatory, resources, count, history] = keep;
    const meta: Record<string, Plain> = { name: 'demo' };
    if (map > 0) meta['deploy_map'] = keys.deploy_map;
    if (least > 2) meta['min_clients'] = keys.min_clients;
    if (mandatory === 0) meta['mandatory_clients'] = keys.mandatory_clients;
    if (resources > 2) meta['resource_spec'] = keys.resource_spec;
    if (count === 0) meta['schedule_count'] = keys.schedule_count;
    if (history === 0) meta['schedule_history'] = keys.schedule_history;
    return JSON.stringify(meta);
  });

const OFFER: fc.Arbitrary<OfferData> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('gpus' as const),
      gpus: fc.constantFrom(0, 0, 1, 2, 4),
      memory: fc.constantFrom(0, 8, 16, 32.5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('units' as const),
      units: fc.dictionary(fc.constantFrom('num_of_gpus', 'gpu', 'slot', 'mem_per_gpu_in_GiB'), fc.nat(8), {
        noNullPrototype: true,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'anything' as const }) },
);

/** Jobs and sites of all kinds: mostly sensible, and everything that the scheduler may stumble over now and then. */
export const SCHEDULE_CASE: fc.Arbitrary<ScheduleCase> = fc.record({
  meta: META,
  up: fc.uniqueArray(SITE, { maxLength: 4 }),
  offers: fc.record(Object.fromEntries(SITES.map((site) => [site, OFFER]))),
});
