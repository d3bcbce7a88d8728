import type { Catalog } from './catalog';
import { ancestors } from './catalog';

/**
 * What a component is for. A class is of a kind when it inherits from the kind's class; it may be of several, of which the first
 * in this list says most.
 */
const KINDS = [
  ['controller', 'nvflare.apis.impl.controller.Controller'],
  ['executor', 'nvflare.apis.executor.Executor'],
  ['filter', 'nvflare.apis.filter.Filter'],
  ['aggregator', 'nvflare.app_common.abstract.aggregator.Aggregator'],
  ['assembler', 'nvflare.app_common.aggregators.assembler.Assembler'],
  ['persistor', 'nvflare.app_common.abstract.learnable_persistor.LearnablePersistor'],
  ['shareable generator', 'nvflare.app_common.abstract.shareable_generator.ShareableGenerator'],
  ['learner', 'nvflare.app_common.abstract.learner_spec.Learner'],
  ['learner', 'nvflare.app_common.abstract.model_learner.ModelLearner'],
  ['model locator', 'nvflare.app_common.abstract.model_locator.ModelLocator'],
  ['formatter', 'nvflare.app_common.abstract.formatter.Formatter'],
  ['persistor filter', 'nvflare.app_common.abstract.persistor_filter.PersistorFilter'],
  ['params converter', 'nvflare.app_common.abstract.params_converter.ParamsConverter'],
  ['metric comparator', 'nvflare.app_common.abstract.metric_comparator.MetricComparator'],
  ['statistics', 'nvflare.app_common.abstract.statistics_spec.Statistics'],
  ['statistics writer', 'nvflare.app_common.abstract.statistics_writer.StatisticsWriter'],
  ['statistics cleanser', 'nvflare.app_common.statistics.statistics_privacy_cleanser.StatisticsPrivacyCleanser'],
  ['task handler', 'nvflare.app_common.abstract.task_handler.TaskHandler'],
  ['response processor', 'nvflare.app_common.abstract.response_processor.ResponseProcessor'],
  ['launcher', 'nvflare.app_common.abstract.launcher.Launcher'],
  ['pipe', 'nvflare.fuel.utils.pipe.pipe.Pipe'],
  ['widget', 'nvflare.widgets.widget.Widget'],
  ['component', 'nvflare.apis.fl_component.FLComponent'],
] as const;

/** The name of a kind, as messages say it. */
export type ComponentKind = (typeof KINDS)[number][0];

/** The class whose subclasses are of a kind; of `learner` the older one. */
export function classOfKind(kind: ComponentKind): string {
  return KINDS.find(([name]) => name === kind)?.[1] ?? '';
}

/** The kinds of a class, the one that says most first; none for a class that is no component. */
export function kindsOf(catalog: Catalog, path: string): readonly ComponentKind[] {
  const all = new Set(ancestors(catalog, path));
  return [...new Set(KINDS.filter(([, root]) => all.has(root)).map(([kind]) => kind))];
}

/** The kinds of a class of which only that is known what it inherits from. */
export function kindsBy(isA: (base: string) => boolean | undefined): readonly ComponentKind[] {
  return [...new Set(KINDS.filter(([, root]) => isA(root)).map(([kind]) => kind))];
}
