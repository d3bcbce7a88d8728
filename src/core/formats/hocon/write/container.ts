import type { Range } from '../../../text/range';
import type { ArrayNode, ConfigNode, ObjectNode } from '../../../tree/node';
import { lineEnd } from '../parse/cursor';
import type { SyntaxList, SyntaxObject } from '../parse/syntax';
import type { WriteContext } from './context';
import { hasCommas } from './habits';
import { beginsLine } from './lines';

/** Braces, brackets or the bare root, with the members in file order. */
export interface Container extends Range {
  readonly text: string;
  /** Between the brackets. */
  readonly inside: Range;
  readonly members: readonly Member[];
  readonly commas: boolean;
}

/** An entry or an item, as it is written. */
export interface Member extends Range {
  readonly key: string | undefined;
  readonly keyEnd: number;
  readonly value: ConfigNode;
  /** Nothing else but a comma and a comment stands on its lines. */
  readonly ownLines: boolean;
}

/** What is written between the brackets of an object or a list, or in the whole text where the root has none. */
export function containerOf(
  { text, style }: WriteContext,
  syntax: SyntaxObject | SyntaxList,
  node: ObjectNode | ArrayNode,
): Container {
  const ranges = syntax.kind === 'braces' ? entriesOf(syntax, node) : itemsOf(syntax, node);
  const members = ranges.map((member) => ({ ...member, ownLines: hasOwnLines(text, member) }));
  const commas = members.length > 1 ? hasCommas(text, members) : style.commas;
  const isBare = syntax.kind === 'braces' && !syntax.braces;
  const closes = isBare || /[}\]]/.test(text.charAt(syntax.end - 1)) ? 1 : 0;
  const inside = isBare ? { start: 0, end: text.length } : { start: syntax.start + 1, end: syntax.end - closes };
  return { text, start: syntax.start, end: syntax.end, inside, members, commas };
}

function entriesOf(syntax: SyntaxObject, node: ObjectNode | ArrayNode): readonly Omit<Member, 'ownLines'>[] {
  return syntax.entries.map(({ path, keyStart, keyEnd, operatorStart, operator, value }) => ({
    key: path[0]?.key,
    keyEnd,
    value: node,
    start: keyStart,
    end: Math.max(value.end, operator === '{' ? keyEnd : operatorStart),
  }));
}

/** Only what the node has: pyhocon leaves out empty texts. */
function itemsOf(syntax: SyntaxList, node: ObjectNode | ArrayNode): readonly Omit<Member, 'ownLines'>[] {
  const starts = new Set(node.kind === 'array' ? node.value.map((item) => item.start) : []);
  const items = syntax.items.filter((item) => starts.has(item.start));
  return items.map(({ start, end }) => ({ key: undefined, keyEnd: start, value: node, start, end }));
}

function hasOwnLines(text: string, { start, end }: Range): boolean {
  return beginsLine(text, start) && /^[ \t]*,?[ \t]*(?:(?:#|\/\/).*)?$/.test(text.slice(end, lineEnd(text, end)));
}

/** Whether there are only blanks, line ends and commas beside the members. */
export function isOnlyMembers({ text, inside, members }: Container): boolean {
  let at = inside.start;
  for (const { start, end } of members) {
    if (!/^[\s,]*$/.test(text.slice(at, start))) return false;
    at = end;
  }
  return /^[\s,]*$/.test(text.slice(at, inside.end));
}
