import type { ClassIndex } from '../job/config/class-index';
import type { ComponentDef } from '../job/config/components';
import type { StringNode } from '../tree/node';

/** The name of a task that a component sends or does. */
export interface TaskName {
  readonly name: string;
  /** The text that says it; `undefined` where it is the class itself or the default of a parameter. */
  readonly node: StringNode | undefined;
}

/** The tasks of a component, as far as the catalogue and its arguments say. */
export interface ComponentTasks {
  readonly sends: readonly TaskName[];
  readonly handles: readonly TaskName[];
  /** Texts of arguments that name a task in a way that is not known any closer. */
  readonly others: readonly TaskName[];
}

const NONE: ComponentTasks = { sends: [], handles: [], others: [] };

/** Which tasks a component sends and does. Nothing is said of a class that is not known. */
export function tasksOfComponent(component: ComponentDef, app: string, classes: ClassIndex): ComponentTasks {
  const found = classes.of(component, app);
  if (found.kind !== 'known' || !found.facts) return NONE;
  const { facts } = found;
  const named = (templates: readonly string[]) => templates.flatMap((template) => expand(template, component, facts.signature));
  const sends = named(facts.sends);
  const handles = named(facts.handles);
  const seen = new Set([...sends, ...handles].map(({ node }) => node));
  const others = facts.taskParameters.flatMap((parameter) =>
    textsOf(component, parameter).flatMap((node) => (seen.has(node) ? [] : [{ name: node.value, node }])),
  );
  return { sends, handles, others };
}

interface Signature {
  readonly parameters: readonly {
    readonly name: string;
    readonly value: { readonly kind: string; readonly value?: unknown } | undefined;
  }[];
}

/** Fills a template of the catalogue, `{task_name}` or `{prefix}_config`, with the component's arguments and their defaults. */
function expand(template: string, component: ComponentDef, { parameters }: Signature): readonly TaskName[] {
  const whole = /^\{(\w+)\}$/.exec(template)?.[1];
  const given = whole === undefined ? [] : textsOf(component, whole);
  if (given.length > 0) return given.map((node) => ({ name: node.value, node }));
  let isKnown = true;
  let node: StringNode | undefined;
  const name = template.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const argument = component.args.find(({ key }) => key === parameter);
    const value = argument ? argument.value : parameters.find((each) => each.name === parameter)?.value;
    if (value?.kind !== 'string' || !component.argsCertain) isKnown = false;
    if (argument?.value.kind === 'string') node = argument.value;
    return String(value?.value);
  });
  return isKnown && name !== '' ? [{ name, node }] : [];
}

function textsOf({ args }: ComponentDef, parameter: string): readonly StringNode[] {
  const value = args.find(({ key }) => key === parameter)?.value;
  if (value?.kind === 'string') return value.value === '' ? [] : [value];
  return value?.kind === 'array' ? value.value.filter((item): item is StringNode => item.kind === 'string') : [];
}

/** Whether the tasks of an executor take in a task: an exact name, or since 2.4 a pattern with `*` (Python's `fnmatch`). */
export function takesTask(pattern: string, task: string): boolean {
  if (pattern === task || !pattern.includes('*')) return pattern === task;
  const steps = [...pattern.matchAll(/\[!?\]?[^\]]*\]|[\s\S]/g)].map(([step]) => step);
  let step = 0;
  let at = 0;
  let star = -1;
  let retry = 0;
  while (at < task.length) {
    const current = steps[step];
    if (current === '*') {
      star = step++;
      retry = at;
    } else if (current !== undefined && takesLetter(current, task[at] ?? '')) {
      step++;
      at++;
    } else if (star >= 0) {
      step = star + 1;
      at = ++retry;
    } else return false;
  }
  while (steps[step] === '*') step++;
  return step === steps.length;
}

/** One step of a pattern: a letter, `?`, or a set such as `[a-c]` or `[!x]`. */
function takesLetter(step: string, letter: string): boolean {
  if (step.length === 1) return step === '?' || step === letter;
  const isNegated = step[1] === '!';
  const set = step.slice(isNegated ? 2 : 1, -1);
  let isIn = false;
  for (let i = 0; i < set.length; i++) {
    const from = set[i] ?? '';
    const isSpan = set[i + 1] === '-' && i + 2 < set.length;
    const to = isSpan ? (set[i + 2] ?? '') : from;
    if (from <= letter && letter <= to) isIn = true;
    if (isSpan) i += 2;
  }
  return isIn !== isNegated;
}
