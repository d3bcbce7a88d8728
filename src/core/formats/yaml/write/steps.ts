import type { Range } from '../../../text/range';
import { applyEdits, type TextEdit } from '../../../text/text-edit';
import { type Draft, draftOf } from '../../../tree/draft';
import type { TreeEdit } from '../../../tree/edit';
import type { ArrayNode, ObjectNode } from '../../../tree/node';
import { type ContainerEdit, type Fresh, type Plan, planEdits } from '../../write-plan';
import { editBlock } from './block';
import { behindBreak, type Container, type Spot, type WriteContext } from './context';
import { editFlow } from './flow';
import { endWithComment, membersOf, plannedContainer } from './members';
import { quoteKey } from './quote';
import { replaceValue } from './value';

/** All edits of one value, key or collection. */
export interface Step extends Range {
  /** The edits it makes, with those that were made inside of it and still count. */
  make(inside: readonly TextEdit[]): readonly TextEdit[] | undefined;
}

type Rename = Extract<TreeEdit, { readonly kind: 'rename-key' }>;
type Replace = Extract<TreeEdit, { readonly kind: 'replace' }>;

/** The steps of all edits, innermost first; `undefined` where one is about something that does not stand in the text. */
export function stepsOf(context: WriteContext, edits: readonly TreeEdit[]): readonly Step[] | undefined {
  const renames = new Map<number, Step>();
  const replaces = new Map<number, Step>();
  const changed = new Map<ObjectNode | ArrayNode, ContainerEdit[]>();
  for (const edit of edits) {
    if (edit.kind === 'rename-key' || edit.kind === 'replace') {
      const step = edit.kind === 'replace' ? replaceStep(context, edit) : renameStep(context, edit);
      if (!step) return undefined;
      (edit.kind === 'replace' ? replaces : renames).set(step.start, step);
    } else {
      const node = 'object' in edit ? edit.object : edit.array;
      const there = changed.get(node);
      if (there) there.push(edit);
      else changed.set(node, [edit]);
    }
  }
  const containers: Step[] = [];
  for (const [node, own] of changed) {
    const step = containerStep(context, node, own);
    if (!step) return undefined;
    containers.push(step);
  }
  return [...renames.values(), ...containers, ...replaces.values()].sort((a, b) => b.start - a.start);
}

function renameStep({ pairs, text }: WriteContext, { entry, key }: Rename): Step | undefined {
  const found = pairs.get(entry);
  if (!found) return undefined;
  const { from: start, start: textStart, end } = found.pair.key;
  const first = text.charAt(textStart);
  const newText = quoteKey(key, found.isInFlow, first === '"' ? 'double' : first === "'" ? 'single' : 'plain');
  return { start, end, make: () => [{ range: { start, end }, newText }] };
}

function replaceStep(context: WriteContext, { node, value }: Replace): Step | undefined {
  const spot = context.spots.get(node);
  if (!spot) return undefined;
  return { ...reach(context, spot), start: spot.node.from, make: () => replaceValue(context, spot, draftOf(value)) };
}

/** Edits of what is inside may be made at the very end of the last line. */
function reach(context: WriteContext, { node, isInFlow }: Spot): Range {
  const isFlow = isInFlow || ((node.kind === 'mapping' || node.kind === 'sequence') && node.isFlow);
  return { start: node.start, end: isFlow ? node.end : endWithComment(context, node) + 1 };
}

function containerStep(context: WriteContext, node: ObjectNode | ArrayNode, edits: readonly ContainerEdit[]): Step | undefined {
  const spot = context.spots.get(node);
  const container = spot?.node;
  if (container?.kind !== 'mapping' && container?.kind !== 'sequence') return undefined;
  const plan = settled(planEdits(plannedContainer(context.text, node, container), edits));
  return spot && plan && { ...reach(context, spot), make: (inside) => change(context, spot, container, plan, inside) };
}

/** What is removed does not move, although it was to move before. */
function settled(plan: Plan | undefined): Plan | undefined {
  if (!plan) return undefined;
  const stays = (item: Fresh) => item.kind === 'new' || plan.gone.get(item.index) === 'moved';
  const fresh = [...plan.fresh].map(([index, items]) => [index, items.filter(stays)] as const);
  return { gone: plan.gone, fresh: new Map(fresh.filter(([, items]) => items.length > 0)) };
}

function change(
  context: WriteContext,
  spot: Spot,
  container: Container,
  plan: Plan,
  inside: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const members = membersOf(container);
  const value = plan.gone.size === members.length ? newValue(container, plan) : undefined;
  const isEmptied = value && (members.length === 0 || !container.isFlow);
  if (isEmptied && !(container.isFlow && spot.isInFlow)) return replaceValue(context, spot, value);
  const edit = container.isFlow ? editFlow : editBlock;
  const gone = members.flatMap((member, index) => (plan.gone.has(index) ? [wholeRange(context, container, member)] : []));
  const left = inside.filter(({ range }) => !gone.some((member) => isWithin(range, member)));
  const textOf = (start: number, end: number) => textAfter(context.text, start, end, inside);
  const edits = edit({ context, container, members, textOf, inside: left }, plan);
  return edits && [...left, ...edits];
}

function wholeRange(context: WriteContext, { isFlow }: Container, member: Range): Range {
  return { start: member.start, end: isFlow ? member.end : behindBreak(context.text, endWithComment(context, member)) };
}

/** What a collection holds of which nothing stays; `undefined` where members move within it. */
function newValue(container: Container, plan: Plan): Draft | undefined {
  const fresh = [...plan.fresh.entries()].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
  const isNew = (item: Fresh) => item.kind === 'new';
  if (!fresh.every(isNew)) return undefined;
  const items = fresh.flatMap((item) => (item.kind === 'new' ? [{ key: item.key ?? '', value: item.value }] : []));
  return container.kind === 'mapping' ? { kind: 'object', entries: items } : { kind: 'array', items };
}

/** The text of the range with the edits in it made. */
function textAfter(text: string, start: number, end: number, edits: readonly TextEdit[]): string {
  const shifted = edits
    .filter(({ range }) => isWithin(range, { start, end }))
    .map(({ range, newText }) => ({ range: { start: range.start - start, end: range.end - start }, newText }));
  return applyEdits(text.slice(start, end), shifted);
}

function isWithin(range: Range, outer: Range): boolean {
  return outer.start <= range.start && range.end <= outer.end;
}
