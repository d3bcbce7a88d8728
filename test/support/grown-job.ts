/** Jobs that grow in one way. */
export interface Shape {
  readonly name: string;
  readonly sizes: readonly number[];
  /** The texts of its files; a path ending with `/` is a folder. */
  files(size: number): Readonly<Record<string, string>>;
}

const UP_TO_SITES = [10, 100, 1000, 10_000, 100_000];
const UP_TO_APPS = [10, 100, 1000, 6000];
const UP_TO_COMPONENTS = [10, 100, 1000, 5000];
const UP_TO_FILES = [10, 100, 1000, 5000];

const range = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

const NVFLARE = 'nvflare.app_common';
const PERSISTOR = { id: 'persistor', path: `${NVFLARE}.np.np_model_persistor.NPModelPersistor` };
const GENERATOR = {
  id: 'generator',
  path: `${NVFLARE}.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator`,
};
const AGGREGATOR = {
  id: 'aggregator',
  path: `${NVFLARE}.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator`,
};
const workflow = (id: string, task: string, args = {}) => ({
  id,
  path: `${NVFLARE}.workflows.scatter_and_gather.ScatterAndGather`,
  args: {
    min_clients: 1,
    num_rounds: 2,
    persistor_id: 'persistor',
    aggregator_id: 'aggregator',
    shareable_generator_id: 'generator',
    train_task_name: task,
    ...args,
  },
});
const executor = (...tasks: readonly string[]) => ({ tasks, executor: { path: `${NVFLARE}.np.np_trainer.NPTrainer`, args: {} } });
const SERVER = { format_version: 2, workflows: [workflow('sag', 'train')], components: [PERSISTOR, GENERATOR, AGGREGATOR] };
const CLIENT = { format_version: 2, executors: [executor('train')], components: [] };
const app = (name: string, server: object = SERVER, client: object = CLIENT) => ({
  [`${name}/config/config_fed_server.json`]: json(server),
  [`${name}/config/config_fed_client.json`]: json(client),
});

/** A deploy map of so many apps, and so many folders named after `folder`. */
function apps(size: number, folder: string): ReturnType<Shape['files']> {
  const deployMap = Object.fromEntries(range(size, (i) => [`app_${i}`, i === 0 ? ['server', 'site-0'] : [`site-${i}`]]));
  return Object.assign(
    { 'meta.json': json({ name: 'grown', min_clients: 2, deploy_map: deployMap }) },
    ...range(size, (i) => app(`${folder}_${i}`)),
  );
}

/** A job of one app in which only the meta file grows. */
function sites(name: string, meta: (names: readonly string[]) => object): Shape {
  return {
    name,
    sizes: UP_TO_SITES,
    files: (size) => ({ 'meta.json': json(meta(range(size, (i) => `site-${i + 1}`))), ...app('app'), ...app('other') }),
  };
}

/** A job in which only the configurations of its app grow. */
function components(name: string, make: (size: number) => readonly [server: object, client: object]): Shape {
  return {
    name,
    sizes: UP_TO_COMPONENTS,
    files: (size) => ({
      'meta.json': json({ name: 'grown', min_clients: 1, deploy_map: { app: ['server', 'site-1', 'site-2'] } }),
      ...app('app', ...make(size)),
    }),
  };
}

export const SHAPES: readonly Shape[] = [
  sites('sites', (names) => ({
    name: 'grown',
    min_clients: 2,
    mandatory_clients: names,
    deploy_map: { app: ['server', ...names.filter((_, i) => i % 2)], other: names.filter((_, i) => !(i % 2)) },
    resource_spec: Object.fromEntries(names.map((name) => [name, { num_of_gpus: 1, mem_per_gpu_in_GiB: 8 }])),
  })),
  sites('sites, all different', (names) => ({
    name: 'grown',
    min_clients: names.length,
    mandatory_clients: names,
    deploy_map: { app: ['server', ...names] },
    resource_spec: {
      '@default': { num_of_gpus: 4 },
      ...Object.fromEntries(names.map((name, i) => [name, { num_of_gpus: i + 1, mem_per_gpu_in_GiB: i % 70 }])),
    },
    launcher_spec: Object.fromEntries(names.map((name, i) => [name, { docker: { image: `image-${i}` } }])),
  })),
  sites('sites, @ALL, mandatory and blocks undeployed', (names) => ({
    name: 'grown',
    min_clients: 2,
    deploy_map: { app: ['@ALL'] },
    mandatory_clients: names,
    resource_spec: Object.fromEntries(names.map((name) => [name, { num_of_gpus: 1 }])),
  })),
  sites('sites, all wrong', (names) => ({
    name: 'grown',
    min_clients: '2',
    mandatory_clients: names.map((name) => `${name}x`),
    deploy_map: { app: ['server', 'site-1', ...names], other: names },
    resource_spec: Object.fromEntries(names.map((name) => [`${name}y`, { num_of_gpu: '1', memory: '8GB', docker: 1 }])),
    launcher_spec: Object.fromEntries(names.map((name) => [`${name}z`, { dockr: 1 }])),
  })),
  {
    name: 'apps',
    sizes: UP_TO_APPS,
    files: (size) => apps(size, 'app'),
  },
  {
    name: 'apps without folders, and folders without apps',
    sizes: UP_TO_APPS,
    files: (size) => apps(size, 'apq'),
  },
  components('components, healthy', (size) => [
    {
      format_version: 2,
      workflows: range(size, (i) =>
        workflow(`sag_${i}`, `train_${i}`, { persistor_id: `persistor_${i}`, aggregator_id: `aggregator_${i}` }),
      ),
      components: [
        GENERATOR,
        ...range(size, (i) => ({ ...PERSISTOR, id: `persistor_${i}` })),
        ...range(size, (i) => ({ ...AGGREGATOR, id: `aggregator_${i}` })),
      ],
    },
    {
      format_version: 2,
      executors: range(size, (i) => executor(`train_${i}`)),
      task_result_filters: range(size, (i) => ({
        tasks: [`train_${i}`],
        filters: [{ path: `${NVFLARE}.filters.percentile_privacy.PercentilePrivacy` }],
      })),
      components: range(size, (i) => ({ id: `c_${i}`, path: `${NVFLARE}.widgets.convert_to_fed_event.ConvertToFedEvent` })),
    },
  ]),
  components('components, all wrong', (size) => [
    {
      format_version: 2,
      workflows: range(size, (i) => workflow(`sag`, `trane_${i}`, { persistor_id: `persistr_${i}`, x: 1 })),
      components: range(size, (i) => ({
        id: `c_${i % 3}`,
        path: `${NVFLARE}.np.np_model_persistr.NPModel_${i}`,
        args: { y: i },
      })),
    },
    {
      format_version: 2,
      executors: range(size, (i) => executor(`task_${i}`, 'train')),
      task_data_filters: range(size, (i) => ({ tasks: [`none_${i}`], filters: [{ path: `custom.Filter${i}` }] })),
      components: range(size, (i) => ({ path: `trainer_${i}.Trainer` })),
    },
  ]),
  components('variables', (size) => [
    {
      format_version: 2,
      ...Object.fromEntries(range(size, (i) => [`v_${i}`, i])),
      workflows: [workflow('sag', 'train', Object.fromEntries(range(size, (i) => [`a_${i}`, `{v_${i}}`])))],
      components: [PERSISTOR, GENERATOR, AGGREGATOR],
    },
    CLIENT,
  ]),
  components('tasks of one executor, and of one workflow', (size) => [
    SERVER,
    {
      format_version: 2,
      executors: [executor(...range(size, (i) => `task_${i}`))],
      task_data_filters: [{ tasks: range(size, (i) => `task_${i}`), filters: range(size, () => ({ path: 'custom.Filter' })) }],
      components: [],
    },
  ]),
  {
    name: 'custom files',
    sizes: UP_TO_FILES,
    files: (size) => ({
      'meta.json': json({ name: 'grown', min_clients: 1, deploy_map: { app: ['@ALL'] } }),
      ...app('app', SERVER, {
        ...CLIENT,
        components: range(size, (i) => ({ id: `c_${i}`, path: `code_${i}.Thing`, args: { size: i, wrong: 1 } })),
      }),
      ...Object.fromEntries(
        range(size, (i) => [
          `app/custom/code_${i}.py`,
          `from code_${(i + 1) % size} import Thing as Base\n\n\nclass Thing(Base):\n    def __init__(self, size: int = ${i}):\n        self.size = size\n`,
        ]),
      ),
    }),
  },
  {
    name: 'other files in folders',
    sizes: UP_TO_FILES,
    files: (size) => ({
      'meta.json': json({ name: 'grown', min_clients: 1, deploy_map: { app: ['@ALL'] } }),
      ...app('app'),
      ...Object.fromEntries(range(size, (i) => [`app/custom/folder_${i % 100}/data_${i}.json`, '{"a.b": 1}\n'])),
    }),
  },
];
