import type { AppConfig } from '../../job/config/app-config';
import type { ClassIndex } from '../../job/config/class-index';
import type { ComponentDef } from '../../job/config/components';
import { idReferences } from '../../job/config/id-references';
import type { IdTable } from '../../job/config/id-table';
import type { IdReference } from '../../job/config/known-class';
import type { StringNode } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';

/** Classes that only log a warning when the id of their persistor leads nowhere; the job then runs without one. */
const LENIENT = [
  'nvflare.app_common.workflows.base_model_controller.BaseModelController',
  'nvflare.app_common.workflows.model_controller.ModelController',
  'nvflare.app_common.ccwf.client_controller_executor.ClientControllerExecutor',
];

/** Whether NVFLARE goes on without the component when the id leads nowhere, or to something of another kind. */
export function isLenient({ of, parameter }: IdReference): boolean {
  return parameter.name === 'persistor_id' && LENIENT.some((base) => of.isA(base) !== false);
}

/**
 * Whether the run certainly ends when the id leads nowhere, or to something of another kind. What a plain component asks for may
 * never be needed, unless it is a model: the classes that ask for one end the run as it starts.
 */
export function isFatal(reference: IdReference): boolean {
  const { parameter, component } = reference;
  if (!parameter.isChecked || isLenient(reference)) return false;
  return component.section !== 'components' || parameter.classes.includes('torch.nn.Module');
}

/** Whether the id names a cleanser of statistics: one that is not found is left out without a word. */
export function isCleanser({ parameter }: IdReference): boolean {
  return parameter.name === 'result_cleanser_ids';
}

/** Whether a component is certainly not of what is asked for, or certainly is; `undefined` where that cannot be known. */
export function suits(component: ComponentDef, wanted: IdReference, app: string, classes: ClassIndex): boolean | undefined {
  const found = classes.of(component, app);
  if (found.kind !== 'known' || found.isFunction || wanted.parameter.classes.length === 0) return undefined;
  const answers = wanted.parameter.classes.map((base) => found.isA(base));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** The ids of components that certainly are of the kind that is asked for. */
export function idsThatSuit({ byId }: IdTable, wanted: IdReference, app: string, classes: ClassIndex): readonly string[] {
  return [...byId].flatMap(([id, component]) =>
    id !== '' && !component.isDisabled && suits(component, wanted, app, classes) ? [id] : [],
  );
}

/** Ids that a configuration asks for and none of its components has, where this one is of the kind that is asked for. */
export function askedFor(config: AppConfig, component: ComponentDef, classes: ClassIndex): readonly string[] {
  const asked = [...idReferences(config, classes)].filter(
    (reference) => !config.ids.byId.has(reference.id) && suits(component, reference, config.app, classes) === true,
  );
  return [...new Set(asked.map(({ id }) => id))];
}

/** The arguments that ask for an id which no component has, or one of another kind. */
export function brokenReferences(config: AppConfig, classes: ClassIndex): readonly IdReference[] {
  return [...idReferences(config, classes)].filter((reference) => {
    const target = config.ids.byId.get(reference.id);
    return reference.node && (!target || target.isDisabled || suits(target, reference, config.app, classes) === false);
  });
}

/** The names of the classes that are asked for, as a text: `Aggregator`, `Learner or ModelLearner`. */
export function wantedName({ parameter }: IdReference): string {
  return parameter.classes.map(lastName).join(' or ');
}

/** The class at the end of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Fixes that write one of some ids in the place of another; none where the text does not stand there as it is. */
export function replaceId({ config }: AppConfig, node: StringNode, ids: readonly string[]): readonly Fix[] {
  if (node.origin || config.document.text.slice(node.start, node.end).includes('{')) return [];
  return ids.slice(0, 5).map((id) => treeFix(`Change to "${id}"`, config.file, { kind: 'replace', node, value: id }));
}
