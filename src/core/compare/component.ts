import { argumentValue } from '../job/config/argument-value';
import type { ClassIndex } from '../job/config/class-index';
import { lastPart } from '../job/config/component-title';
import { CLASS_KEYS, type ComponentDef } from '../job/config/components';
import { entriesOf, entry, get, type ObjectNode, rangeOf } from '../tree/node';
import { type Texts, type TreeDifference, treeDifferences } from './tree-differences';
import { without } from './without';

/** A component of one of the two jobs, with what is known of its class. */
export interface Placed {
  readonly component: ComponentDef;
  readonly app: string;
  readonly classes: ClassIndex;
}

/** What is otherwise in a component: its class, its arguments, and the rest of its object. */
export function* componentDifferences(a: Placed, b: Placed, texts: Texts): Generator<TreeDifference> {
  const [first, second] = [a.component, b.component];
  const sameClass = first.className !== undefined && first.className.value === second.className?.value;
  if (!sameClass && first.className && second.className) yield classDifference(first, second);
  const leftOut = [...(first.className && second.className ? CLASS_KEYS : []), 'args'];
  yield* treeDifferences(without(first.node, leftOut), without(second.node, leftOut), texts);
  const empty = (of: ObjectNode): ObjectNode => ({ kind: 'object', ...rangeOf(of), value: entriesOf([]) });
  const [before, after] = [get(first.node, 'args') ?? empty(first.node), get(second.node, 'args') ?? empty(second.node)];
  for (const found of treeDifferences(before, after, texts)) {
    const told = withDefault(found, sameClass ? { a, b } : undefined);
    if (told) yield told;
  }
}

function classDifference(a: ComponentDef, b: ComponentDef): TreeDifference {
  const [first, second] = [a.className?.value ?? '', b.className?.value ?? ''];
  const isSameName = lastPart(first) === lastPart(second);
  const text = isSameName ? `${first} → ${second}` : `${lastPart(first)} → ${lastPart(second)}`;
  const range = ({ className, node }: ComponentDef) => rangeOf(className ?? node);
  return { kind: 'changed', path: ['class'], text, before: range(a), after: range(b) };
}

/** An argument that is given in one of the jobs only has the default of the class in the other; `undefined` where both have the same. */
function withDefault(
  found: TreeDifference,
  of: { readonly a: Placed; readonly b: Placed } | undefined,
): TreeDifference | undefined {
  const [name] = found.path;
  if (!of || name === undefined || found.path.length !== 1 || found.kind === 'changed') return found;
  const side = found.kind === 'added' ? of.a : of.b;
  if (entry(side.component.node, 'args')?.value.kind === 'unknown') return found;
  const known = side.classes.of(side.component, side.app);
  const value = known.kind === 'known' ? argumentValue(side.component, known, name) : undefined;
  if (!value || value.node) return found;
  const written = JSON.stringify(value.value);
  if (written === found.text) return undefined;
  const byDefault = `${written} by default`;
  const text = found.kind === 'added' ? `${byDefault} → ${found.text}` : `${found.text} → ${byDefault}`;
  return { ...found, kind: 'changed', text };
}
