import {
  analyze,
  contentsOf,
  type JobModel,
  LIGHT_FORMATS,
  NEWEST,
  type SourceText,
  type WiringPart,
} from '../../src/core/index';
import { RARE_RULES } from '../../src/core/rules/rare.generated';

const SITES = 1000;
/** On each side; both together are 200 components. */
const COMPONENTS = 100;
const GENERATOR = 'nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator';

/** A job of 1,000 sites and 200 components that are connected as in real jobs, checked. `edit` changes a name, as typing does. */
export function previewJob(edit: number, wiring: WiringPart): ReturnType<typeof analyze> & Pick<JobModel, 'wiring'> {
  const sites = Array.from({ length: SITES }, (_, index) => `site-${index + 1}`);
  const meta = {
    name: `bench ${edit}`,
    min_clients: 2,
    deploy_map: { app: ['server', ...sites] },
    resource_spec: Object.fromEntries(sites.filter((_, index) => index % 3 === 0).map((site) => [site, { num_of_gpus: 1 }])),
  };
  const count = COMPONENTS / 5;
  const server = {
    format_version: 2,
    workflows: Array.from({ length: count }, (_, i) => ({
      id: `workflow_${i}`,
      path: 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
      args: {
        min_clients: 2,
        train_task_name: `train_${i}`,
        persistor_id: `persistor_${i}`,
        aggregator_id: `aggregator_${i}`,
        shareable_generator_id: `generator_${i}`,
      },
    })),
    components: Array.from({ length: count }, (_, i) => [
      { id: `persistor_${i}`, path: 'nvflare.app_common.np.np_model_persistor.NPModelPersistor' },
      {
        id: `aggregator_${i}`,
        path: 'nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator',
      },
      { id: `generator_${i}`, path: GENERATOR },
      { id: `json_${i}`, path: 'nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator' },
    ]).flat(),
  };
  const client = {
    format_version: 2,
    executors: Array.from({ length: count }, (_, i) => ({
      tasks: [`train_${i}`],
      executor: {
        id: `executor_${i}${i === 0 ? `_${edit}` : ''}`,
        path: 'nvflare.app_common.executors.learner_executor.LearnerExecutor',
        args: { learner_id: `learner_${i}` },
      },
    })),
    components: Array.from({ length: count }, (_, i) => [
      { id: `learner_${i}`, path: 'learners.Learner' },
      ...['a', 'b', 'c'].map((part) => ({ id: `part_${part}_${i}`, path: 'learners.Part' })),
    ]).flat(),
    task_result_filters: Array.from({ length: count }, (_, i) => ({
      tasks: [`train_${i}`],
      filters: [{ path: 'nvflare.app_common.filters.svt_privacy.SVTPrivacy' }],
    })),
  };
  const texts = new Map<string, SourceText>(
    Object.entries({
      'meta.json': meta,
      'app/config/config_fed_server.json': server,
      'app/config/config_fed_client.json': client,
    }).map(([file, value]) => [file, { kind: 'text', text: JSON.stringify(value, undefined, 2) }]),
  );
  const files = new Map([...texts.keys()].map((file) => [file, { size: undefined, link: false }]));
  const folders = new Map(['app', 'app/config'].map((folder) => [folder, { link: false }]));
  const folder = { folder: '/bench', name: 'bench', files, folders, contents: contentsOf(files.keys(), folders.keys()) };
  return analyze({ ...folder, texts, truncated: false }, { target: NEWEST, formats: LIGHT_FORMATS, rare: RARE_RULES, wiring });
}
