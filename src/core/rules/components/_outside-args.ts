import type { ComponentDef } from '../../job/config/components';
import type { KnownClass } from '../../job/config/known-class';
import { nearest } from '../../text/nearest';
import type { Entry, ObjectNode } from '../../tree/node';

/** All that `ComponentBuilder` and the configurators look for in the object of a component. */
const READ: ReadonlySet<string> = new Set(['id', 'path', 'class_path', 'name', 'args', 'disabled', 'config_type']);
/** Other words that authors use for `args`. */
const OTHER_WORDS: readonly string[] = ['arguments', 'params', 'parameters', 'kwargs', 'init_args', 'config'];

/** Arguments of a component that stand where NVFLARE does not look for them. */
export interface OutsideArgs {
  /** An object that is meant as `args`. */
  readonly meant: (Entry & { readonly value: ObjectNode }) | undefined;
  /** Arguments of the constructor beside `args`. */
  readonly loose: readonly Entry[];
}

/** Finds them; what is loose can only be told of a class whose constructor is known. */
export function outsideArgs(component: ComponentDef, found: KnownClass | undefined): OutsideArgs {
  const unread = component.node.value.list.filter(({ key }) => !READ.has(key));
  if (unread.length === 0) return NOTHING;
  const parameters = new Set(found?.parameters.map(({ name }) => name));
  const loose = unread.filter(({ key }) => parameters.has(key) && !component.args.some((given) => given.key === key));
  const meant = component.argsEntry
    ? undefined
    : unread.find(
        (each): each is Entry & { value: ObjectNode } =>
          each.value.kind === 'object' && !parameters.has(each.key) && isForArgs(each.key),
      );
  return { meant, loose };
}

const NOTHING: OutsideArgs = { meant: undefined, loose: [] };

function isForArgs(key: string): boolean {
  return OTHER_WORDS.includes(key) || nearest(key, ['args']) !== undefined;
}
