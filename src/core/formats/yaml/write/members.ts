import type { Range } from '../../../text/range';
import type { TextEdit } from '../../../text/text-edit';
import type { ArrayNode, ObjectNode } from '../../../tree/node';
import type { Container as PlannedContainer } from '../../json/write-gaps';
import type { SyntaxNode } from '../parse/syntax';
import { type Container, lineEndAt, type WriteContext } from './context';

/** An item with its dash, or a pair. */
export interface Member extends Range {
  readonly key: SyntaxNode | undefined;
}

/** A collection that is to be changed. */
export interface Work {
  readonly context: WriteContext;
  readonly container: Container;
  readonly members: readonly Member[];
  /** The text of a stretch with the edits made that are inside of it. */
  textOf(start: number, end: number): string;
  /** The edits that are made inside of members that stay. */
  readonly inside: readonly TextEdit[];
}

/** What is in a collection, in file order. */
export function membersOf(container: Container): readonly Member[] {
  if (container.kind === 'mapping') {
    return container.pairs.map(({ key, value, start }) => ({ key, start, end: Math.max(key.end, value.end) }));
  }
  return container.items.map((item, index) => ({ key: undefined, start: container.starts[index] ?? item.from, end: item.end }));
}

/** The same for the planning of edits, which goes by the places of keys and items in the tree. */
export function plannedContainer(text: string, node: ObjectNode | ArrayNode, container: Container): PlannedContainer {
  const members =
    container.kind === 'mapping'
      ? container.pairs.map(({ key, value }) => ({ key: nameOf(key), start: key.start, keyEnd: key.end, end: value.end }))
      : container.items.map((item) => ({ key: undefined, start: item.start, keyEnd: item.start, end: item.end }));
  return { text, node, members: members.map((member) => ({ ...member, value: node })) };
}

function nameOf(key: SyntaxNode): string | undefined {
  return key.kind === 'scalar' ? key.value : undefined;
}

/** The end of the line on which a member ends, with the comment there. */
export function endWithComment({ text }: WriteContext, { end }: Range): number {
  const lineEnd = lineEndAt(text, end);
  return /^[ \t]*(?:#.*)?$/s.test(text.slice(end, lineEnd)) ? lineEnd : end;
}
