import type { Value } from './values';
import { componentValue, contentOf, EVENT_TOLD, parameterOf, TASK_ASKED } from './values';

/** What becomes of the constructor parameters of a class, in its own code and that of its ancestors. */
export interface Flow {
  /** Parameters that hold ids of components, with the classes that the code asks the components to be of. */
  readonly ids: ReadonlyMap<string, IdUse>;
  /** Templates of the names of tasks that the code sends. */
  readonly sends: ReadonlySet<string>;
  /** Templates of the names of tasks that the code does when asked, or has done by another executor. */
  readonly handles: ReadonlySet<string>;
  /** Templates of the events that the code fires. */
  readonly fires: ReadonlySet<string>;
  /** Templates of the events that the code does something about when it is told of them. */
  readonly hears: ReadonlySet<string>;
}

/** How a parameter that holds ids is used. */
export interface IdUse {
  /** Whether the parameter takes a list of ids. */
  isList: boolean;
  /** Classes that the code insists on: a component must be of at least one of them. */
  readonly demanded: Set<string>;
  /** Classes that the code expects, but does not check. */
  readonly expected: Set<string>;
}

/** A flow that is being found. */
interface Notes {
  readonly ids: Map<string, IdUse>;
  readonly handles: Set<string>;
  readonly hears: Set<string>;
}

/**
 * Values are compared with each other: what stands beside the name of the task that was asked for is handled, what stands beside that of
 * an event is heard.
 */
export function noteComparison(flow: Notes, sides: readonly (readonly Value[])[]): void {
  for (const [asked, into] of [
    [TASK_ASKED, flow.handles],
    [EVENT_TOLD, flow.hears],
  ] as const) {
    if (sides.some((side) => side.includes(asked))) for (const side of sides) noteTexts(side, into);
  }
}

/** Adds the values that are texts. */
export function noteTexts(values: readonly Value[], into: Set<string>): void {
  for (const value of values) {
    const template = contentOf(value, 'text');
    if (template !== undefined && template !== '') into.add(template);
  }
}

/** `get_component` was called with these ids. Returns the components. */
export function noteComponents(flow: Notes, ids: readonly Value[]): readonly Value[] {
  const found: Value[] = [];
  for (const value of ids) {
    const parameter = parameterOf(value) ?? contentOf(value, 'element');
    if (parameter === undefined) continue;
    const use = flow.ids.get(parameter) ?? { isList: false, demanded: new Set<string>(), expected: new Set<string>() };
    if (contentOf(value, 'element') !== undefined) use.isList = true;
    flow.ids.set(parameter, use);
    found.push(componentValue(parameter));
  }
  return found;
}

/** Components are asked to be of classes. */
export function noteClasses(
  flow: Notes,
  values: readonly Value[],
  classes: readonly Value[],
  how: 'demanded' | 'expected',
): void {
  for (const value of values) {
    const use = flow.ids.get(contentOf(value, 'component') ?? '');
    for (const each of classes) {
      const path = contentOf(each, 'class');
      if (use && path) use[how].add(path);
    }
  }
}
