import type { ComponentSection } from '../job/config/components';
import type { InApp } from './config-asked';

/**
 * What most jobs take where any class of a kind would do and no framework decides it, without arguments that must be given. Which
 * model is kept where, and what trains it, is an author's to say, so no persistor and no learner is among them.
 */
const USUAL = [
  'nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator',
  'nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator',
  'nvflare.app_common.ccwf.comps.simple_model_shareable_generator.SimpleModelShareableGenerator',
];

/** The class that a component of one of these kinds would mostly have: the only one that the custom code has for it, else a usual one. */
export function usualClass(asked: InApp, bases: readonly string[]): string | undefined {
  const { app, found } = asked;
  const key = `${app.name} ${bases.join()}`;
  if (!found.usual.has(key)) found.usual.set(key, find(asked, bases));
  return found.usual.get(key);
}

function find({ classes, classLists, app, code }: InApp, bases: readonly string[]): string | undefined {
  const isMeant = (path: string) => {
    const found = classes.likely(path, app.name);
    return found.kind === 'known' && !found.isFunction && bases.some((base) => found.isA(base) === true);
  };
  const [own, ...others] = classLists.ofApp(app, code, classes).filter(({ path }) => isMeant(path));
  if (own) return others.length === 0 ? own.path : undefined;
  return USUAL.find(isMeant);
}

/** What most begin with in a section, the likeliest first; a job's own classes come before them. */
export const USUAL_IN: { readonly [section in ComponentSection]: readonly string[] } = {
  workflows: [
    'nvflare.app_common.workflows.fedavg.FedAvg',
    'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
    'nvflare.app_common.workflows.cyclic_ctl.CyclicController',
  ],
  executors: [
    'nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor',
    'nvflare.app_common.np.np_trainer.NPTrainer',
  ],
  components: [
    'nvflare.app_common.widgets.intime_model_selector.IntimeModelSelector',
    'nvflare.app_common.widgets.convert_to_fed_event.ConvertToFedEvent',
  ],
  task_data_filters: ['nvflare.app_common.filters.exclude_vars.ExcludeVars'],
  task_result_filters: ['nvflare.app_common.filters.exclude_vars.ExcludeVars'],
};
