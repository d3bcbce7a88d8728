import fc from 'fast-check';
import type { Plain } from '../../src/core/tree/query';

type Values = fc.Arbitrary<Plain>;

/** Of `sane + 1` launcher modes in `resource_spec` one is odd: NVFLARE refuses those late, where it refuses them at all. */
function metaWith(sane: number): fc.Arbitrary<Readonly<Record<string, Plain>>> {
  const mostly = (likely: Values, weight = 60): Values => fc.oneof({ weight, arbitrary: likely }, { weight: 1, arbitrary: ODD });
  const modesWith = (weight: number, docker: number) =>
    someOf({
      process: [5, mostly(FLAT, weight)],
      docker: [5, mostly(DOCKER, docker)],
      k8s: [5, mostly(K8S, weight)],
      slurm: [5, mostly(SLURM, weight)],
    });
  const modes = modesWith(60, 60);
  const nested = fc
    .tuple(modesWith(sane, 20), FLAT, fc.boolean())
    .map(([a, b, both]): Plain => (both ? { ...object(b), ...object(a) } : a));
  const block = mostly(fc.oneof(FLAT, nested));
  const defaults = mostly(fc.oneof({ weight: 9, arbitrary: PORTABLE }, { weight: 1, arbitrary: nested }));
  const launchers = mostly(fc.oneof({ weight: 12, arbitrary: modes }, { weight: 1, arbitrary: FLAT }));
  const sites = (of: Values): Readonly<Record<string, readonly [number, Values]>> => ({
    'site-1': [9, of],
    'site-2': [3, of],
    server: [2, of],
  });
  return fc
    .record({
      resources: someOf({ ...sites(block), '@default': [4, defaults], default: [1, block] }),
      launchers: someOf({ ...sites(launchers), default: [4, launchers], '@default': [1, launchers] }),
      odd: ODD,
      shape: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ resources, launchers: options, odd, shape }): Readonly<Record<string, Plain>> => {
      const base = { name: 'demo', deploy_map: { app: ['server', 'site-1', 'site-2'] } };
      if (shape === 0) return { ...base, resource_spec: odd, launcher_spec: options };
      if (shape === 1) return { ...base, resource_spec: resources, launcher_spec: odd };
      if (shape < 5) return { ...base, launcher_spec: options };
      return shape < 40 ? { ...base, resource_spec: resources } : { ...base, resource_spec: resources, launcher_spec: options };
    });
}

const ODD = fc.constantFrom<Plain[]>(null, '', 'abc', 'num_of_gpus', 0, 3, 1.5, true, false, [], ['num_of_gpus'], [{}], ['cpu']);
const COUNT = rarely(fc.constantFrom<Plain[]>(0, 1, 2, 4), fc.constantFrom<Plain[]>(-1, 1.5, true, '1', null, 2 ** 53, [1], ''));
const MEMORY = rarely(
  fc.constantFrom<Plain[]>('8Gi', '512Mi', '1Ti'),
  fc.constantFrom<Plain[]>('8GB', '08Gi', '0Gi', '8Gi\n', ' 8Gi', '8', 8, null),
);
const IMAGE = rarely(
  fc.constantFrom<Plain[]>('nvflare:2.9', '/images/nvflare.sif'),
  fc.constantFrom<Plain[]>('', null, 7, ['a'], ' ', '\u001c', '\ufeff'),
);
const ENTRYPOINT = rarely(
  fc.constantFrom<Plain[]>('sh', ['sh', '-c']),
  fc.constantFrom<Plain[]>(' ', [], ['sh', ''], [1], null, '\u0085'),
);
const SIZE = rarely(
  fc.constantFrom<Plain[]>('8g', '1.5GB', '64', 0, 2 ** 53, '64b', '8589934591g'),
  fc.constantFrom<Plain[]>('8t', '8 g', '', -1, 1.5, '9223372036854775807', '8589934592g', 'b', '1e3', '8g\n', '.5g', null),
);
const PORTABLE = someOf({ num_of_gpus: [4, COUNT], num_of_cpus: [4, COUNT], memory: [4, MEMORY] });
const FLAT = someOf({
  num_of_gpus: [6, COUNT],
  num_of_cpus: [2, COUNT],
  memory: [2, MEMORY],
  mem_per_gpu_in_GiB: [4, COUNT],
  gpu: [1, COUNT],
});
const DOCKER = someOf({
  image: [8, IMAGE],
  num_of_gpus: [4, COUNT],
  shm_size: [2, SIZE],
  python_path: [1, IMAGE],
  entrypoint: [1, ENTRYPOINT],
  ipc_mode: [0.2, fc.constant<Plain>('host')],
  mem_limit: [0.2, fc.constant<Plain>('8g')],
});
const K8S = someOf({ image: [8, IMAGE], num_of_gpus: [4, COUNT], cpu: [2, COUNT], cpu_request: [1, COUNT], memory: [2, MEMORY] });
const SLURM = someOf({
  nodes: [4, COUNT],
  gpus_per_node: [4, COUNT],
  cpus_per_node: [2, COUNT],
  mem_per_node: [2, COUNT],
});

function rarely(likely: Values, seldom: Values): Values {
  return fc.oneof({ weight: 60, arbitrary: likely }, { weight: 1, arbitrary: seldom });
}

/** An object in which each key is there in so many cases of ten. */
function someOf(keys: Readonly<Record<string, readonly [number, Values]>>): Values {
  const parts = Object.entries(keys).map(([key, [often, values]]) =>
    fc.tuple(fc.integer({ min: 0, max: 99 }), values).map(([dice, value]) => (dice < often * 10 ? { [key]: value } : {})),
  );
  return fc.tuple(...parts).map((all): Plain => Object.assign({}, ...all));
}

function object(value: Plain): Readonly<Record<string, Plain>> {
  return value as Readonly<Record<string, Plain>>;
}

/** A meta of a job: mostly sensible, and everything that NVFLARE may stumble over now and then. */
export const RANDOM_META: fc.Arbitrary<Readonly<Record<string, Plain>>> = fc.oneof(
  { weight: 2, arbitrary: metaWith(25) },
  { weight: 1, arbitrary: metaWith(4) },
);
