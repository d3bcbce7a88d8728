/**
 * What a variable may hold while a component lives, as far as the catalogue wants to know. Written as strings, so that sets
 * of them are quick to compare.
 */
export type Value = string;

/** A text that may hold constructor parameters: `{task_name_prefix}_config`, `{task_name}`, `train`. */
export const textValue = (template: string): Value => `text ${template}`;
/** An element of the list that is given for a constructor parameter. */
const elementValue = (parameter: string): Value => `element ${parameter}`;
/** The component whose id is given for a constructor parameter. */
export const componentValue = (parameter: string): Value => `component ${parameter}`;
/** A class itself, by its path. */
export const classValue = (path: string): Value => `class ${path}`;
/** An object of a class that the code makes itself. */
export const instanceValue = (path: string): Value => `instance ${path}`;
/** The dict of all components by their ids. */
export const ALL_COMPONENTS: Value = 'all components';
/** The name of the task that an executor is asked to do. */
export const TASK_ASKED: Value = 'task asked';

/** The name of the event that a component is told of. */
export const EVENT_TOLD: Value = 'event told';

const PARAMETER = /^text \{([A-Za-z_]\w*)\}$/;

/** The constructor parameter that the value is, unchanged. */
export function parameterOf(value: Value): string | undefined {
  return PARAMETER.exec(value)?.[1];
}

/** What follows the word that says what kind of value it is; `undefined` for another kind. */
export function contentOf(value: Value, kind: 'text' | 'element' | 'component' | 'class' | 'instance'): string | undefined {
  return value.startsWith(`${kind} `) ? value.slice(kind.length + 1) : undefined;
}

/** A text of the source as a template: its braces are no parameters. */
export function escaped(text: string): string {
  return text.replace(/[{}]/g, '');
}

/** What an element of a value is: of a parameter one of its list, of anything else itself. */
export function elementOf(value: Value): Value {
  const parameter = parameterOf(value);
  return parameter === undefined ? value : elementValue(parameter);
}
