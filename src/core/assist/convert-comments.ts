import type { ConfigDocument } from '../formats/document';
import { LineIndex } from '../text/line-index';
import type { Range } from '../text/range';
import type { ArrayNode, ConfigNode, ObjectNode } from '../tree/node';
import { walk } from '../tree/query';
import { firstFrom, inOrderOfEnd, lastUpTo, type Member, membersOf, type Owner } from './convert-members';

/** Whom each comment of a document belongs to. Comments are written with `#` here, whatever their marker was. */
export interface Comments {
  /** The lines above a member: comments, and empty strings for empty lines. */
  readonly above: ReadonlyMap<Owner, readonly string[]>;
  /** The comment behind a member on its last line. */
  readonly beside: ReadonlyMap<Owner, string>;
  /** The comment behind the opening bracket of an object or array, or behind its key. */
  readonly head: ReadonlyMap<ConfigNode, string>;
  /** The lines below the last member. */
  readonly foot: ReadonlyMap<ConfigNode, readonly string[]>;
}

/**
 * Finds the owner of each comment. Behind something on its line, it belongs to what ends or opens last before it. On a line
 * of its own, it belongs to the next member, or to the object or array that it is the last thing in; where there are no
 * brackets, the indentation decides.
 */
export function attachComments(document: ConfigDocument): Comments {
  const ground = groundOf(document);
  const attached: Attached = { above: new Map(), beside: new Map(), head: new Map(), foot: new Map() };
  for (const comment of document.comments) {
    const text = commentText(document.text, comment);
    if (!attachBehind(ground, attached, comment, text)) attachOnOwnLine(ground, attached, comment, text);
  }
  for (const member of ground.members) keepEmptyLine(ground, attached, member);
  return attached;
}

/** The comment on one line, with `#` for its marker. */
export function commentText(text: string, { start, end }: Range): string {
  const raw = text.slice(start, end).trimEnd();
  if (raw.startsWith('#')) return raw;
  if (raw.startsWith('//')) return `#${raw.slice(2)}`;
  return `# ${raw.replace(/^\/\*\s*|\s*\*\/$/g, '').replace(/\s+/g, ' ')}`;
}

interface Attached {
  readonly above: Map<Owner, string[]>;
  readonly beside: Map<Owner, string>;
  readonly head: Map<ConfigNode, string>;
  readonly foot: Map<ConfigNode, string[]>;
}

/** A document, sorted in the ways that attaching looks at it. */
interface Ground {
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

function groundOf({ text, root }: ConfigDocument): Ground {
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

function hasBrackets(text: string, { kind, start }: ConfigNode): boolean {
  return (kind === 'object' && text[start] === '{') || (kind === 'array' && text[start] === '[');
}

/** Gives the comment to what is on its line before it. False if nothing is, or if that has a comment already. */
function attachBehind(ground: Ground, { beside, head }: Attached, { start, end }: Range, text: string): boolean {
  const line = lineAt(ground, start);
  const ended = lastUpTo(ground.byEnd, start, ({ value }) => value.end);
  const opened = lastUpTo(ground.bracketed, start - 1, ({ node }) => node.start)?.node;
  const named = lastUpTo(ground.byKeyEnd, start, ({ keyEnd }) => keyEnd);
  const namesNext = named && (named.value.start >= end || (isScalar(named.value) && named.value.end >= end));
  const offsets = [ended?.value.end ?? -1, opened ? opened.start + 1 : -1, namesNext ? named.keyEnd : -1];
  const nearest = Math.max(...offsets);
  if (nearest < 0 || lineAt(ground, nearest) !== line) return false;
  if (ended?.value.end === nearest) return give(beside, ended.owner, text);
  if (opened && opened.start + 1 === nearest) return give(head, opened, text);
  if (!named) return false;
  return isScalar(named.value) ? give(beside, named.owner, text) : give(head, named.value, text);
}

function give<T>(comments: Map<T, string>, owner: T, text: string): boolean {
  if (comments.has(owner)) return false;
  comments.set(owner, text);
  return true;
}

function attachOnOwnLine(ground: Ground, { above, foot }: Attached, comment: Range, text: string): void {
  const next = nextMember(ground, comment);
  const around = innermostAround(ground, comment);
  const isNextInside = next && (around === ground.root || next.start < around.end);
  const ended = endedBlock(ground, comment, around, isNextInside ? next : undefined);
  if (isNextInside && !ended) addLine(ground, above, next.owner, comment, text, next.isFirst);
  else addLine(ground, foot, ended ?? around, comment, text, isEmpty(ended ?? around));
}

/** The member behind the comment. Behind the dash of an item, that is the first member of the item's value, if it has any. */
function nextMember(ground: Ground, { start, end }: Range): Member | undefined {
  let next = firstFrom(ground.members, end, (member) => member.start);
  while (next && startWithDash(ground, next) < start) {
    const inner = hasBrackets(ground.text, next.value) ? undefined : ground.firstBelow.get(next);
    if (!inner) return next;
    next = inner;
  }
  return next;
}

function addLine<T>(ground: Ground, lines: Map<T, string[]>, owner: T, at: Range, text: string, isFirst: boolean): void {
  const there = lines.get(owner) ?? [];
  if (isBelowEmptyLine(ground, at.start) && !(isFirst && there.length === 0)) there.push('');
  there.push(text);
  lines.set(owner, there);
}

function innermostAround({ bracketed, root }: Ground, { start, end }: Range): ConfigNode {
  let around = lastUpTo(bracketed, start, ({ node }) => node.start);
  while (around && around.node.end < end) around = around.outer;
  return around?.node ?? root;
}

/**
 * The innermost object or array without brackets that has just ended, if the comment is indented as deeply as what is in it,
 * and deeper than what comes next.
 */
function endedBlock(
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

/** The empty line above a member, or between it and the comments above it. */
function keepEmptyLine(ground: Ground, { above }: Attached, member: Member): void {
  const { owner, isFirst } = member;
  if (!isBelowEmptyLine(ground, startWithDash(ground, member))) return;
  const there = above.get(owner);
  if (there) there.push('');
  else if (!isFirst) above.set(owner, ['']);
}

/** Whether the thing begins its line, but for the dashes of list items, and the line above is empty. */
function isBelowEmptyLine(ground: Ground, offset: number): boolean {
  const { text, lines } = ground;
  const { line, character } = lines.positionAt(offset);
  if (line === 0 || beforeOnLine(ground, offset).replace(/[- \t]/g, '') !== '') return false;
  return text.slice(lines.offsetAt({ line: line - 1, character: 0 }), offset - character).trim() === '';
}

/** The start of the member; of an item of a list without brackets, that of its dash, which may be on a line before. */
function startWithDash(ground: Ground, { holder, start }: Member): number {
  const { text, lines } = ground;
  if (holder.kind !== 'array' || hasBrackets(text, holder)) return start;
  const character = columnAt(ground, holder.start);
  for (let line = lineAt(ground, start); line > 0; line--) {
    const offset = lines.offsetAt({ line, character });
    if (text[offset] === '-') return offset;
  }
  return start;
}

function beforeOnLine(ground: Ground, offset: number): string {
  return ground.text.slice(offset - columnAt(ground, offset), offset);
}

function lineAt({ lines }: Ground, offset: number): number {
  return lines.positionAt(offset).line;
}

function columnAt({ lines }: Ground, offset: number): number {
  return lines.positionAt(offset).character;
}

function isScalar({ kind }: ConfigNode): boolean {
  return kind !== 'object' && kind !== 'array';
}

function isEmpty(node: ConfigNode): boolean {
  return node.kind === 'object' ? node.value.list.length === 0 : node.kind !== 'array' || node.value.length === 0;
}
