import { contentsOf, type JobSources, type SourceText } from '../../src/core/index';

/** What the workflow asks for. */
const ASKED_FOR = [
  {
    id: 'persistor',
    path: 'nvflare.app_common.np.np_model_persistor.NPModelPersistor',
    args: { model_dir: 'models', model_name: 'server.npy' },
  },
  {
    id: 'shareable_generator',
    path: 'nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator',
  },
  {
    id: 'aggregator',
    path: 'nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator',
    args: { expected_data_kind: 'WEIGHT_DIFF', exclude_vars: null },
  },
];

/** What acts by itself. */
const WIDGETS = [
  {
    path: 'nvflare.app_common.widgets.intime_model_selector.IntimeModelSelector',
    args: { key_metric: 'accuracy', negate_key_metric: false },
  },
  {
    path: 'nvflare.app_common.widgets.convert_to_fed_event.ConvertToFedEvent',
    args: { events_to_convert: ['analytix_log_stats'], fed_event_prefix: 'fed.' },
  },
  {
    path: 'nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator',
    args: { results_dir: 'cross_site_val', json_file_name: 'results.json' },
  },
  { path: 'nvflare.app_common.widgets.event_recorder.ServerEventRecorder' },
  {
    path: 'nvflare.app_opt.tracking.tb.tb_receiver.TBAnalyticsReceiver',
    args: { tb_folder: 'tb_events', events: ['analytix_log_stats'] },
  },
];

/** A job whose server configuration has so many components; one after the other its text is that of a keystroke in it. */
export function largeConfigJob(components: number): (keystroke: number) => JobSources {
  const server = {
    format_version: 2,
    num_rounds: 5,
    workflows: [
      {
        id: 'workflow',
        path: 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
        args: {
          min_clients: 2,
          num_rounds: '{num_rounds}',
          aggregator_id: 'aggregator',
          persistor_id: 'persistor',
          shareable_generator_id: 'shareable_generator',
          train_task_name: 'train',
        },
      },
    ],
    components: [
      ...ASKED_FOR,
      ...Array.from({ length: components - ASKED_FOR.length }, (_, i) => ({ id: `widget_${i}`, ...WIDGETS[i % WIDGETS.length] })),
    ],
  };
  const client = {
    format_version: 2,
    executors: [
      { tasks: ['train'], executor: { path: 'nvflare.app_common.np.np_trainer.NPTrainer', args: { train_task_name: 'train' } } },
    ],
    components: [],
  };
  const texts = new Map<string, SourceText>(
    Object.entries({
      'meta.json': { name: 'bench', min_clients: 2, deploy_map: { app: ['@ALL'] } },
      'app/config/config_fed_server.json': server,
      'app/config/config_fed_client.json': client,
    }).map(([file, value]) => [file, { kind: 'text', text: `${JSON.stringify(value, null, 2)}\n` }]),
  );
  const files = new Map([...texts.keys()].map((file) => [file, { size: undefined, link: false }]));
  const folders = new Map(['app', 'app/config'].map((folder) => [folder, { link: false }]));
  const contents = contentsOf(files.keys(), folders.keys());
  const edited = Array.from({ length: 4 }, (_, i) => new Map(texts).set(CHANGED, padded(texts.get(CHANGED), i)));
  return (keystroke) => ({
    folder: '/bench',
    name: 'bench',
    files,
    folders,
    contents,
    texts: edited[keystroke % edited.length] ?? texts,
    truncated: false,
  });
}

const CHANGED = 'app/config/config_fed_server.json';

function padded(source: SourceText | undefined, blanks: number): SourceText {
  return { kind: 'text', text: `${source?.kind === 'text' ? source.text : ''}${' '.repeat(blanks)}` };
}
