import type { ConfigDocument } from '../../formats/document';
import type { Range } from '../../text/range';
import type { ConfigNode } from '../../tree/node';
import {
  endedBlock,
  type Ground,
  groundOf,
  innermostAround,
  isBelowEmptyLine,
  lineAt,
  nextMember,
  startWithDash,
} from './ground';
import { lastUpTo, type Member, type Owner } from './members';

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

function addLine<T>(ground: Ground, lines: Map<T, string[]>, owner: T, at: Range, text: string, isFirst: boolean): void {
  const there = lines.get(owner) ?? [];
  if (isBelowEmptyLine(ground, at.start) && !(isFirst && there.length === 0)) there.push('');
  there.push(text);
  lines.set(owner, there);
}

/** The empty line above a member, or between it and the comments above it. */
function keepEmptyLine(ground: Ground, { above }: Attached, member: Member): void {
  const { owner, isFirst } = member;
  if (!isBelowEmptyLine(ground, startWithDash(ground, member))) return;
  const there = above.get(owner);
  if (there) there.push('');
  else if (!isFirst) above.set(owner, ['']);
}

function isScalar({ kind }: ConfigNode): boolean {
  return kind !== 'object' && kind !== 'array';
}

function isEmpty(node: ConfigNode): boolean {
  return node.kind === 'object' ? node.value.list.length === 0 : node.kind !== 'array' || node.value.length === 0;
}
