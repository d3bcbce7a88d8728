import type { Range } from '../../../text/range';
import { applyEdits, type TextEdit } from '../../../text/text-edit';
import type { TreeEdit } from '../../../tree/edit';
import type { ArrayNode, ObjectNode } from '../../../tree/node';
import type { Plain } from '../../../tree/query';
import { type ContainerEdit, planEdits } from '../../write-plan';
import type { SyntaxList, SyntaxObject } from '../parse/syntax';
import { quoteKey } from '../quote';
import { containerOf } from './container';
import type { Occurrence, WriteContext } from './context';
import { addDotted } from './dotted';
import { editContainer } from './edit-container';
import { replaceValue } from './value';

/** All edits of what is between one pair of brackets. */
interface ContainerStep {
  readonly syntax: SyntaxObject | SyntaxList;
  readonly node: ObjectNode | ArrayNode;
  readonly edits: ContainerEdit[];
}

/**
 * The text edits of all tree edits, in file order; `undefined` where one is about something that is not written in this text,
 * or is written in pieces that cannot be changed together.
 */
export function makeEdits(context: WriteContext, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  const containers = new Map<SyntaxObject | SyntaxList, ContainerStep>();
  const replaced = new Map<number, TextEdit>();
  let made: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'rename-key') {
      const renamed = rename(context, context.entries.get(edit.entry) ?? [], edit.key);
      if (!renamed) return undefined;
      for (const each of renamed) made = [...made.filter(({ range }) => range.start !== each.range.start), each];
    } else if (edit.kind === 'replace') {
      const place = context.values.get(edit.node);
      const newValue = place && replaceValue(context, edit.node, place, edit.value);
      if (!newValue) return undefined;
      replaced.set(newValue.range.start, newValue);
      // What is merged with the new value would shine through.
      if (place.kind === 'entry' && edit.node.kind === 'object') removeAll(containers, place.occurrences.slice(0, -1));
    } else if (!distribute(context, containers, edit)) {
      const added = edit.kind === 'add-entry' ? addDotted(context, context.objects.get(edit.object) ?? [], edit) : undefined;
      if (!added) return undefined;
      made.push(added);
    }
  }
  const settled = (all: readonly TextEdit[]) => all.filter((edit) => !isOverruled(edit, [...replaced.values()]));
  made = settled([...made, ...replaced.values()]);
  const steps = [...containers.values()].sort((a, b) => b.syntax.start - a.syntax.start);
  for (const step of steps) {
    const next = changeContainer(context, step, made);
    if (!next) return undefined;
    made = settled(next);
  }
  return inOrder(made);
}

function rename({ text }: WriteContext, occurrences: readonly Occurrence[], key: string): readonly TextEdit[] | undefined {
  if (occurrences.length === 0) return undefined;
  const edits: TextEdit[] = [];
  for (const { entry, step } of occurrences) {
    const part = entry.path[step];
    const quoted = quoteKey(key);
    if (!part) return undefined;
    if (entry.path.length === 1) {
      const wasQuoted = text.charAt(entry.keyStart) === '"';
      const newText = wasQuoted && !quoted.startsWith('"') ? `"${quoted}"` : quoted;
      edits.push({ range: { start: entry.keyStart, end: entry.keyEnd }, newText });
    } else if (quoted === key) edits.push({ range: { start: part.start, end: part.end }, newText: key });
    else return undefined;
  }
  return edits;
}

type Containers = Map<SyntaxObject | SyntaxList, ContainerStep>;

function removeAll(containers: Containers, occurrences: readonly Occurrence[]): void {
  for (const { container, entry } of occurrences) {
    const gone = { key: entry.key, keyStart: entry.keyStart, keyEnd: entry.keyEnd, value: NOTHING };
    stepOf(containers, container, OBJECT).edits.push({ kind: 'remove-entry', object: OBJECT, entry: gone });
  }
}

/** Containers are planned by the places of their syntax; these stand for nodes that nobody asks for. */
const NOTHING = { kind: 'unknown', start: 0, end: 0, value: undefined } as const;
const OBJECT: ObjectNode = {
  kind: 'object',
  start: 0,
  end: 0,
  value: { list: [], superseded: [], index: undefined, incomplete: true },
};

function stepOf(containers: Containers, syntax: SyntaxObject | SyntaxList, node: ObjectNode | ArrayNode): ContainerStep {
  const there = containers.get(syntax);
  if (there) return there;
  const step: ContainerStep = { syntax, node, edits: [] };
  containers.set(syntax, step);
  return step;
}

/** Gives the edit to the braces or brackets that it is about. */
function distribute(context: WriteContext, containers: Containers, edit: ContainerEdit): boolean {
  if ('array' in edit) {
    const list = context.arrays.get(edit.array);
    if (!list) return false;
    stepOf(containers, list, edit.array).edits.push(edit);
    return true;
  }
  if (edit.kind === 'remove-entry') {
    const occurrences = context.entries.get(edit.entry) ?? [];
    // A key of several steps goes as a whole, with objects that would become empty: those are not the same as none.
    if (occurrences.length === 0 || occurrences.some(({ step }) => step > 0)) return false;
    removeAll(containers, occurrences);
    return true;
  }
  const braces = (context.objects.get(edit.object) ?? []).flatMap((source) => (source.kind === 'braces' ? [source.object] : []));
  const target = edit.kind === 'add-entry' ? targetOf(braces, edit.after) : braces[0];
  if (!target) return false;
  stepOf(containers, target, edit.object).edits.push(edit);
  return true;
}

/** The braces that have the key, the first ones for a key in front, or else the last ones. */
function targetOf(braces: readonly SyntaxObject[], after: string | null | undefined): SyntaxObject | undefined {
  if (after === null) return braces[0];
  const withKey = braces.filter((object) => object.entries.some((entry) => entry.path[0]?.key === after));
  return withKey.at(-1) ?? braces.at(-1);
}

/** The edits made so far, and those of the container; what is inside of members that go is gone with them. */
function changeContainer(context: WriteContext, step: ContainerStep, made: readonly TextEdit[]): TextEdit[] | undefined {
  const container = containerOf(context, step.syntax, step.node);
  const plan = planEdits(container, step.edits);
  if (!plan) return undefined;
  const edits = editContainer(context, container, plan, (range) => textAfter(context.text, range, made));
  const gone = container.members.filter((_, index) => plan.gone.has(index));
  return [...made.filter((edit) => !gone.some((member) => isWithin(edit.range, member))), ...edits];
}

/** The text of the range with the edits in it made. */
function textAfter(text: string, { start, end }: Range, edits: readonly TextEdit[]): string {
  const shifted = edits
    .filter(({ range }) => isWithin(range, { start, end }))
    .map(({ range, newText }) => ({ range: { start: range.start - start, end: range.end - start }, newText }));
  return applyEdits(text.slice(start, end), shifted);
}

/** Whether the edit changes something inside of what is replaced. */
function isOverruled(edit: TextEdit, replacements: readonly TextEdit[]): boolean {
  return replacements.some((other) => other !== edit && isWithin(edit.range, other.range) && !isWithin(other.range, edit.range));
}

function isWithin(range: Range, outer: Range): boolean {
  return outer.start <= range.start && range.end <= outer.end;
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const isSafe = ordered.every(({ range }, index) => range.start >= (ordered[index - 1]?.range.end ?? 0));
  return isSafe ? ordered : undefined;
}

/** Whether the value can be written at all. */
export function isKnown(value: Plain): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.values(value).every(isKnown);
}
