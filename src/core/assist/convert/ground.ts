import type { ConfigDocument } from '../../formats/document';
import { LineIndex } from '../../text/line-index';
import type { Range } from '../../text/range';
import type { ArrayNode, ConfigNode, ObjectNode } from '../../tree/node';
import { walk } from '../../tree/query';
import { firstFrom, inOrderOfEnd, lastUpTo, type Member, membersOf } from './members';

/** A document, sorted in the ways that attaching looks at it. */
export interface Ground {
  readonly text: string;
  readonly root: ConfigNode;
  readonly lines: LineIndex;
  readonly members: readonly Member[];
  /** The first member of each member's value. */
  readonly firstBelow: ReadonlyMap<Member, Member>;
  readonly byEnd: readonly Member[];
  readonly byKeyEnd: readonly Member[];
  /** Objects and arrays with brackets, in file order, outer ones first. */
  readonly bracketed: readonly Bracketed[];
}

interface Bracketed {
  readonly node: ConfigNode;
  readonly outer: Bracketed | undefined;
}

/** What comments are placed by: the members of a document in the orders in which they are looked up. */
export function groundOf({ text, root }: ConfigDocument): Ground {
  const members = membersOf(root);
  return {
    text,
    root,
    lines: new LineIndex(text),
    members,
    firstBelow: new Map(members.flatMap((member) => (member.up && member.isFirst ? [[member.up, member]] : []))),
    byEnd: inOrderOfEnd(members),
    byKeyEnd: [...members].sort((a, b) => a.keyEnd - b.keyEnd || a.depth - b.depth),
    bracketed: nested([...walk(root)].filter((node) => hasBrackets(text, node))),
  };
}

function nested(nodes: readonly ConfigNode[]): readonly Bracketed[] {
  let last: Bracketed | undefined;
  return [...nodes]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((node) => {
      let outer = last;
      while (outer && outer.node.end < node.end) outer = outer.outer;
      last = { node, outer };
      return last;
    });
}

/** Whether the object or array is written with brackets of its own. */
function hasBrackets(text: string, { kind, start }: ConfigNode): boolean {
  return (kind === 'object' && text[start] === '{') || (kind === 'array' && text[start] === '[');
}

/** The member behind the comment. Behind the dash of an item, that is the first member of the item's value, if it has any. */
export function nextMember(ground: Ground, { start, end }: Range): Member | undefined {
  let next = firstFrom(ground.members, end, (member) => member.start);
  while (next && startWithDash(ground, next) < start) {
    const inner = hasBrackets(ground.text, next.value) ? undefined : ground.firstBelow.get(next);
    if (!inner) return next;
    next = inner;
  }
  return next;
}

/** The innermost object or array in brackets that the place is in, or the root. */
export function innermostAround({ bracketed, root }: Ground, { start, end }: Range): ConfigNode {
  let around = lastUpTo(bracketed, start, ({ node }) => node.start);
  while (around && around.node.end < end) around = around.outer;
  return around?.node ?? root;
}

/**
 * The innermost object or array without brackets that has just ended, if the comment is indented as deeply as what is in it,
 * and deeper than what comes next.
 */
export function endedBlock(
  ground: Ground,
  { start }: Range,
  around: ConfigNode,
  next: Member | undefined,
): ObjectNode | ArrayNode | undefined {
  const column = columnAt(ground, start);
  const outer = next
    ? columnAt(ground, startWithDash(ground, next))
    : hasBrackets(ground.text, around)
      ? -1
      : columnAt(ground, around.start);
  const holders = new Set<ConfigNode>([around]);
  for (let member = next; member; member = member.up) holders.add(member.holder);
  let member = lastUpTo(ground.byEnd, start, ({ value }) => value.end);
  for (; member && member.start > around.start && !holders.has(member.holder); member = member.up) {
    const inner = columnAt(ground, member.holder.start);
    if (!hasBrackets(ground.text, member.holder) && inner <= column && inner > outer) return member.holder;
  }
  return undefined;
}

/** Whether the thing begins its line, but for the dashes of list items, and the line above is empty. */
export function isBelowEmptyLine(ground: Ground, offset: number): boolean {
  const { text, lines } = ground;
  const { line, character } = lines.positionAt(offset);
  if (line === 0 || beforeOnLine(ground, offset).replace(/[- \t]/g, '') !== '') return false;
  return text.slice(lines.offsetAt({ line: line - 1, character: 0 }), offset - character).trim() === '';
}

/** The start of the member; of an item of a list without brackets, that of its dash, which may be on a line before. */
export function startWithDash(ground: Ground, { holder, start }: Member): number {
  const { text, lines } = ground;
  if (holder.kind !== 'array' || hasBrackets(text, holder)) return start;
  const character = columnAt(ground, holder.start);
  for (let line = lineAt(ground, start); line >= lineAt(ground, holder.start); line--) {
    const offset = lines.offsetAt({ line, character });
    if (text[offset] === '-') return offset;
  }
  return start;
}

function beforeOnLine(ground: Ground, offset: number): string {
  return ground.text.slice(offset - columnAt(ground, offset), offset);
}

/** The line of the offset, from 0. */
export function lineAt({ lines }: Ground, offset: number): number {
  return lines.positionAt(offset).line;
}

function columnAt({ lines }: Ground, offset: number): number {
  return lines.positionAt(offset).character;
}
