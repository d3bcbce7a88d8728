import type { Range } from '../../text/range';
import { applyEdits, type TextEdit } from '../../text/text-edit';
import { draftOf } from '../../tree/draft';
import type { TreeEdit } from '../../tree/edit';
import type { ArrayNode, ConfigNode, ObjectNode } from '../../tree/node';
import { type Plain, walk } from '../../tree/query';
import type { ConfigDocument } from '../document';
import { type ContainerEdit, planEdits } from '../write-plan';
import { editContainer } from './write-container';
import { colonEnd, containerOf, holeEnd, isHole } from './write-gaps';
import { type Habits, habitsOf, hasOwnLine, indentAt, textOf } from './write-value';

/**
 * The text edits that make the tree edits in a JSON text, in file order; `undefined` where one of them has no place in it.
 *
 * jsonc-parser's `modify` makes one change at a time and formats what is around it anew; here all changes of an object are
 * made at once, and what they do not touch stays as it is. Of two changes of one thing the later one counts, and a change
 * inside of what is removed or replaced does nothing.
 */
export function writeJson(document: ConfigDocument, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  if (edits.some((edit) => 'value' in edit && !isKnown(edit.value))) return undefined;
  const habits = habitsOf(document);
  const made: TextEdit[] = [];
  for (const step of innermostFirst(edits)) {
    const inside = takeInside(made, step.end);
    const now = editsOf(step, document, habits, inside);
    if (!now) return undefined;
    for (const edit of now) made.push(edit);
  }
  return made.sort(inFileOrder);
}

/** All edits of one value, key, object or array. */
type Step = Range &
  (
    | { readonly kind: 'replace'; readonly node: ConfigNode; readonly value: Plain }
    | { readonly kind: 'rename'; readonly key: string }
    | { readonly kind: 'container'; readonly node: ObjectNode | ArrayNode; readonly edits: ContainerEdit[] }
  );

/** From the end of the text to its start, so that what is inside of a thing comes before it. */
function innermostFirst(edits: readonly TreeEdit[]): readonly Step[] {
  const replaced = new Map<number, Step>();
  const renamed = new Map<number, Step>();
  const containers = new Map<number, Step & { kind: 'container' }>();
  for (const edit of edits) {
    if (edit.kind === 'replace') {
      const { node, value } = edit;
      replaced.set(node.start, { kind: 'replace', start: node.start, end: node.end, node, value });
    } else if (edit.kind === 'rename-key') {
      const { keyStart: start, keyEnd: end } = edit.entry;
      renamed.set(start, { kind: 'rename', start, end, key: edit.key });
    } else {
      const node = 'object' in edit ? edit.object : edit.array;
      const step = containers.get(node.start);
      if (step) step.edits.push(edit);
      else containers.set(node.start, { kind: 'container', start: node.start, end: node.end, node, edits: [edit] });
    }
  }
  return [...containers.values(), ...replaced.values(), ...renamed.values()].sort((a, b) => b.start - a.start);
}

/** The edits that were made last are those inside of the thing that ends here, if there are any. */
function takeInside(made: TextEdit[], end: number): readonly TextEdit[] {
  let from = made.length;
  while (from > 0 && (made[from - 1] as TextEdit).range.start < end) from--;
  return made.splice(from).sort(inFileOrder);
}

function inFileOrder(a: TextEdit, b: TextEdit): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

function editsOf(
  step: Step,
  document: ConfigDocument,
  habits: Habits,
  inside: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  switch (step.kind) {
    case 'replace':
      return replace(step.node, step.value, document, habits);
    case 'rename':
      return [{ range: { start: step.start, end: step.end }, newText: JSON.stringify(step.key) }];
    case 'container':
      return change(step.node, step.edits, habits, inside);
  }
}

function change(
  node: ObjectNode | ArrayNode,
  edits: readonly ContainerEdit[],
  habits: Habits,
  inside: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const container = containerOf(habits.text, node);
  const plan = planEdits(container, edits);
  const changed =
    plan &&
    editContainer(container, plan, habits, (index) => {
      const member = container.members[index];
      return member ? textAfter(habits.text, member, inside) : '';
    });
  if (!changed) return undefined;
  const gone = container.members.filter((_, index) => plan.gone.has(index));
  return [...outside(gone, inside), ...changed];
}

/** The text of the range with the edits in it made. */
function textAfter(text: string, { start, end }: Range, edits: readonly TextEdit[]): string {
  const inRange = edits.filter(({ range }) => start <= range.start && range.end <= end);
  const shifted = inRange.map(({ range, newText }) => ({
    range: { start: range.start - start, end: range.end - start },
    newText,
  }));
  return applyEdits(text.slice(start, end), shifted);
}

/** The edits that lie in none of the ranges; both in file order. */
function outside(ranges: readonly Range[], edits: readonly TextEdit[]): readonly TextEdit[] {
  let next = 0;
  return edits.filter(({ range }) => {
    while (next < ranges.length && (ranges[next] as Range).end <= range.start) next++;
    const candidate = ranges[next];
    return !candidate || range.start < candidate.start;
  });
}

function replace(
  node: ConfigNode,
  value: Plain,
  { root, text }: ConfigDocument,
  habits: Habits,
): readonly TextEdit[] | undefined {
  const spot = {
    indent: indentAt(habits, node.start),
    column: habits.columnOf(node.start),
    ownLine: hasOwnLine(habits, node.start),
    like: node,
    colon: habits.line.colon,
    unit: habits.unit,
  };
  const newText = textOf(draftOf(value), habits, spot);
  const range = { start: node.start, end: node.end };
  if (node.kind !== 'unknown') return [{ range, newText }];
  if (node === root) return [{ range, newText: newText + habits.lineEnd }];
  if (!isHole(node)) return [{ range, newText }];
  if (!isValueOfKey(root, node)) return undefined;
  return [fillHole(text, node.start, newText)];
}

/** Writes a value behind a key that has none, over what is there instead: `True`, say. */
function fillHole(text: string, keyEnd: number, value: string): TextEdit {
  const start = colonEnd(text, keyEnd);
  const wordEnd = holeEnd(text, keyEnd);
  const spaces = /^[ \t]+(?=,)/.exec(text.slice(start, start + 100))?.[0].length ?? 0;
  const end = wordEnd > start ? wordEnd : start + spaces;
  return { range: { start, end }, newText: start > keyEnd ? ` ${value}` : `: ${value}` };
}

function isValueOfKey(root: ConfigNode, value: ConfigNode): boolean {
  for (const node of walk(root)) {
    if (node.kind === 'object' && node.value.list.some((entry) => entry.value === value)) return true;
  }
  return false;
}

function isKnown(value: Plain): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.values(value).every(isKnown);
}
