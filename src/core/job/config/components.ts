import { type ConfigNode, type Entry, entry, get, type ObjectNode, type StringNode } from '../../tree/node';
import { isFalsy } from '../../tree/query';

/** Where in a configuration a component stands. */
export type ComponentSection = 'components' | 'workflows' | 'executors' | 'task_data_filters' | 'task_result_filters';

/** The keys that name a class, in the order in which NVFLARE looks for them (`class_path` since 2.7.2). */
export const CLASS_KEYS = ['path', 'class_path', 'name'] as const;

/** An object from which NVFLARE builds a component. */
export interface ComponentDef {
  readonly section: ComponentSection;
  /** The path that NVFLARE's own errors name: `components.#2.args.model`. */
  readonly path: string;
  readonly node: ObjectNode;
  readonly id: StringNode | undefined;
  readonly idEntry: Entry | undefined;
  /** The key that names the class: presence decides, not whether the value is any good. */
  readonly classEntry: Entry | undefined;
  readonly classKey: (typeof CLASS_KEYS)[number] | undefined;
  /** The class path, or the bare name under `name`; `undefined` where it is no text or cannot be known. */
  readonly className: StringNode | undefined;
  readonly argsEntry: Entry | undefined;
  /** What is passed to the constructor; `class_attributes` replaces everything else. Empty where `args` is left out. */
  readonly args: readonly Entry[];
  /** Whether all arguments are known by name. */
  readonly argsCertain: boolean;
  /** NVFLARE then builds nothing, but keeps the id. */
  readonly isDisabled: boolean;
  /** Components that NVFLARE builds from objects among the arguments, by the argument's name. */
  readonly nested: readonly { readonly argument: Entry; readonly component: ComponentDef }[];
}

/** Reads a component object (`ComponentBuilder.build_component` in `nvflare/fuel/utils/component_builder.py`). */
export function componentOf(node: ObjectNode, section: ComponentSection, path: string): ComponentDef {
  const { idEntry, classEntry, argsEntry, disabled } = partsOf(node);
  const classKey = CLASS_KEYS.find((key) => key === classEntry?.key);
  const { args, argsCertain } = argumentsOf(node, argsEntry);
  const isDisabled = disabled?.value.value === true;
  return {
    section,
    path,
    node,
    id: idEntry?.value.kind === 'string' ? idEntry.value : undefined,
    idEntry,
    classEntry,
    classKey,
    className: classEntry?.value.kind === 'string' ? classEntry.value : undefined,
    argsEntry,
    args,
    argsCertain,
    isDisabled,
    nested: isDisabled ? [] : nestedComponents(argsEntry, section, path),
  };
}

interface Parts {
  idEntry: Entry | undefined;
  classEntry: Entry | undefined;
  argsEntry: Entry | undefined;
  disabled: Entry | undefined;
}

/** The entries that make a component, in one walk over all: a keystroke reads every component of a configuration. */
function partsOf(node: ObjectNode): Parts {
  const parts: Parts = { idEntry: undefined, classEntry: undefined, argsEntry: undefined, disabled: undefined };
  for (const found of node.value.list) {
    switch (found.key) {
      case 'id':
        parts.idEntry = found;
        break;
      case 'args':
        parts.argsEntry = found;
        break;
      case 'disabled':
        parts.disabled = found;
        break;
      case 'path':
        parts.classEntry = found;
        break;
      case 'class_path':
        if (parts.classEntry?.key !== 'path') parts.classEntry = found;
        break;
      case 'name':
        parts.classEntry ??= found;
        break;
    }
  }
  return parts;
}

/** All components nested in a component, at any depth. */
export function nestedIn(component: ComponentDef): readonly ComponentDef[] {
  return component.nested.flatMap(({ component: inner }) => [inner, ...nestedIn(inner)]);
}

/**
 * Whether an object among arguments is taken for a component: it names a class and does not say that it is a plain object.
 * A bare `name` counts only where NVFLARE's table has it, which the caller knows better.
 */
export function looksLikeComponent(node: ConfigNode): node is ObjectNode {
  if (node.kind !== 'object') return false;
  const type = get(node, 'config_type');
  if (type && !(type.kind === 'string' && type.value === 'component')) return false;
  const key = CLASS_KEYS.find((candidate) => entry(node, candidate));
  const value = key && get(node, key);
  if (value?.kind !== 'string' || value.value === '') return false;
  return key === 'name' ? /^[A-Z]\w*$/.test(value.value) : value.value.includes('.');
}

function nestedComponents(argsEntry: Entry | undefined, section: ComponentSection, path: string): ComponentDef['nested'] {
  if (argsEntry?.value.kind !== 'object') return [];
  return argsEntry.value.value.list.flatMap((argument) => {
    if (!looksLikeComponent(argument.value)) return [];
    return [{ argument, component: componentOf(argument.value, section, `${path}.args.${argument.key}`) }];
  });
}

function argumentsOf(node: ObjectNode, argsEntry: Entry | undefined): Pick<ComponentDef, 'args' | 'argsCertain'> {
  if (!argsEntry) return { args: [], argsCertain: !node.value.incomplete };
  if (argsEntry.value.kind !== 'object') return { args: [], argsCertain: false };
  const attributes = get(argsEntry.value, 'class_attributes');
  const object = attributes ?? argsEntry.value;
  // Nothing, whatever it is written as, is no arguments.
  if (object.kind !== 'object' && isFalsy(object)) return { args: [], argsCertain: true };
  if (object.kind !== 'object') return { args: [], argsCertain: false };
  return { args: object.value.list, argsCertain: !object.value.incomplete };
}
