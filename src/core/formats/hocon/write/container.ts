import type { Range } from '../../../text/range';
import type { TextEdit } from '../../../text/text-edit';
import type { ArrayNode, ConfigNode, ObjectNode } from '../../../tree/node';
import type { Fresh, Plan } from '../../json/write-plan';
import { isBlank, isLineEnd } from '../parse/characters';
import { lineEnd } from '../parse/cursor';
import type { SyntaxList, SyntaxObject } from '../parse/syntax';
import type { WriteContext } from './context';
import { hasCommas } from './habits';
import { beginsLine, behindLineEnd, commentsAbove, indentAt, lineStart } from './lines';
import { memberText } from './value';

/** Braces, brackets or the bare root, with the members in file order. */
export interface Container extends Range {
  readonly text: string;
  /** Between the brackets. */
  readonly inside: Range;
  readonly members: readonly Member[];
  readonly commas: boolean;
}

export interface Member extends Range {
  readonly key: string | undefined;
  readonly keyEnd: number;
  readonly value: ConfigNode;
  /** Nothing else but a comma and a comment stands on its lines. */
  readonly ownLines: boolean;
}

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

/** The text edits that carry out a plan. `textAfter` gives a range with the edits made that are inside of it. */
export function editContainer(
  context: WriteContext,
  container: Container,
  plan: Plan,
  textAfter: (range: Range) => string,
): readonly TextEdit[] {
  const { members, inside, text } = container;
  const isEmptied = members.every((_, index) => plan.gone.has(index));
  if (isEmptied && plan.fresh.size === 0 && members.length > 0 && isOnlyMembers(container)) {
    return [{ range: inside, newText: '' }];
  }
  const edits = deletions(container, plan);
  for (let index = 0; index <= members.length; index++) {
    const fresh = plan.fresh.get(index);
    if (fresh) edits.push(...insertions({ context, container, plan, textAfter }, index, fresh));
  }
  return [...edits, ...commaTidying(text, container, plan)];
}

/** Whether there are only blanks, line ends and commas beside the members. */
function isOnlyMembers({ text, inside, members }: Container): boolean {
  let at = inside.start;
  for (const { start, end } of members) {
    if (!/^[\s,]*$/.test(text.slice(at, start))) return false;
    at = end;
  }
  return /^[\s,]*$/.test(text.slice(at, inside.end));
}

function deletions({ text, members }: Container, { gone }: Plan): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < members.length; index++) {
    const member = members[index] as Member;
    const how = gone.get(index);
    if (!how) continue;
    if (member.ownLines) {
      const start = how === 'moved' ? commentsAbove(text, member.start) : lineStart(text, member.start);
      edits.push({ range: { start, end: behindLineEnd(text, lineEnd(text, member.end)) }, newText: '' });
      continue;
    }
    let last = index;
    while (gone.has(last + 1) && members[last + 1]?.ownLines === false) last++;
    edits.push({ range: inlineRange(text, members[index - 1], member, members[last] as Member, members[last + 1]), newText: '' });
    index = last;
  }
  return edits;
}

/** What goes with members that share their line: the separator to a neighbour, on the same line if there is one. */
function inlineRange(text: string, before: Member | undefined, first: Member, last: Member, after: Member | undefined): Range {
  const gapAfter = after ? text.slice(last.end, after.start) : undefined;
  const gapBefore = before ? text.slice(before.end, first.start) : undefined;
  const isNear = (gap: string | undefined) => gap !== undefined && !/[\r\n]/.test(gap);
  const isClean = (gap: string | undefined) => gap !== undefined && /^[\s,]*$/.test(gap);
  if (after && isNear(gapAfter)) return { start: first.start, end: after.start };
  if (before && isNear(gapBefore)) return { start: before.end, end: last.end };
  if (after && isClean(gapAfter)) return { start: first.start, end: after.start };
  if (before && isClean(gapBefore)) return { start: before.end, end: last.end };
  let end = last.end;
  while (isBlank(text.charCodeAt(end))) end++;
  return { start: first.start, end: text.charAt(end) === ',' ? end + 1 : last.end };
}

interface Insertion {
  readonly context: WriteContext;
  readonly container: Container;
  readonly plan: Plan;
  readonly textAfter: (range: Range) => string;
}

/** Puts new or moved members between the nearest ones that stay. */
function insertions(insertion: Insertion, index: number, fresh: readonly Fresh[]): readonly TextEdit[] {
  const { container, plan } = insertion;
  const { members } = container;
  let before = index - 1;
  while (before >= 0 && plan.gone.has(before)) before--;
  let after = index;
  while (after < members.length && plan.gone.has(after)) after++;
  const left = members[before];
  const right = members[after];
  if (left) return left.ownLines ? behindLine(insertion, left, right, fresh) : behindMember(insertion, left, fresh);
  if (right) return [right.ownLines ? aboveLine(insertion, right, fresh) : beforeMember(insertion, right, fresh)];
  return [intoEmpty(insertion, fresh)];
}

function behindLine(insertion: Insertion, left: Member, right: Member | undefined, fresh: readonly Fresh[]): readonly TextEdit[] {
  const { container, context } = insertion;
  const { text, commas } = container;
  const at = lineEnd(text, left.end);
  const comma = commaBehind(text, left.end);
  const indent = indentAt(text, left.start);
  const endsWithComma = commas && (right !== undefined || comma !== undefined);
  const blocks = blocksOf(insertion, fresh, indent, (last) => commas && (!last || endsWithComma));
  const newText = blocks.map((block) => context.lineEnd + block).join('');
  const edits: TextEdit[] = [{ range: { start: at, end: at }, newText }];
  if (commas && comma === undefined) edits.unshift({ range: { start: left.end, end: left.end }, newText: ',' });
  return edits;
}

function aboveLine(insertion: Insertion, right: Member, fresh: readonly Fresh[]): TextEdit {
  const { container, context } = insertion;
  const at = commentsAbove(container.text, right.start);
  const blocks = blocksOf(insertion, fresh, indentAt(container.text, right.start), () => container.commas);
  return { range: { start: at, end: at }, newText: blocks.map((block) => block + context.lineEnd).join('') };
}

function behindMember(insertion: Insertion, left: Member, fresh: readonly Fresh[]): readonly TextEdit[] {
  const newText = fresh.map((item) => `, ${inlineText(insertion, item)}`).join('');
  return [{ range: { start: left.end, end: left.end }, newText }];
}

function beforeMember(insertion: Insertion, right: Member, fresh: readonly Fresh[]): TextEdit {
  const newText = fresh.map((item) => `${inlineText(insertion, item)}, `).join('');
  return { range: { start: right.start, end: right.start }, newText };
}

/** Into brackets of which nothing stays, or into a text that has no entry. */
function intoEmpty(insertion: Insertion, fresh: readonly Fresh[]): TextEdit {
  const { container, context, plan } = insertion;
  const { text, inside, members } = container;
  const first = members[0];
  const isBare = inside.start === container.start;
  const outer = isBare ? '' : indentAt(text, container.start);
  const indent = isBare ? '' : outer + context.style.unit;
  if (first && plan.gone.has(0)) {
    if (!first.ownLines) {
      const newText = fresh.map((item) => inlineText(insertion, item)).join(', ');
      return { range: { start: first.start, end: first.start }, newText };
    }
    const at = lineStart(text, first.start);
    const blocks = blocksOf(insertion, fresh, indentAt(text, first.start), (last) => context.style.commas && !last);
    return { range: { start: at, end: at }, newText: blocks.map((block) => block + context.lineEnd).join('') };
  }
  const blocks = blocksOf(insertion, fresh, indent, (last) => context.style.commas && !last);
  const content = text.slice(inside.start, inside.end);
  if (isBare || content.trim() !== '') {
    const at = isBare ? text.length : lineStart(text, inside.end);
    const needsLineEnd = at > 0 && !isLineEnd(text.charCodeAt(at - 1));
    const newText = blocks.map((block) => block + context.lineEnd).join('');
    return { range: { start: at, end: at }, newText: needsLineEnd ? context.lineEnd + newText : newText };
  }
  const fitsInline = fresh.every((item) => item.kind === 'new' && item.key === undefined && isShort(item.value));
  if (fitsInline) return { range: inside, newText: fresh.map((item) => inlineText(insertion, item)).join(', ') };
  const newText = blocks.map((block) => context.lineEnd + block).join('') + context.lineEnd + outer;
  return { range: inside, newText };
}

function isShort(value: { readonly kind: string }): boolean {
  return value.kind !== 'object' && value.kind !== 'array';
}

/** New and moved members as lines, indented, each with its comma. */
function blocksOf(
  { context, container, textAfter }: Insertion,
  fresh: readonly Fresh[],
  indent: string,
  hasComma: (isLast: boolean) => boolean,
): readonly string[] {
  const { text, members } = container;
  return fresh.map((item, index) => {
    const comma = hasComma(index === fresh.length - 1);
    if (item.kind === 'new')
      return indent + memberText(context, item.key, item.value, { indent, isInline: false }) + (comma ? ',' : '');
    const member = members[item.index] as Member;
    if (!member.ownLines) return indent + textAfter(member) + (comma ? ',' : '');
    const above = text.slice(commentsAbove(text, member.start), member.start);
    const behind = text.slice(member.end, lineEnd(text, member.end));
    const needsComma = comma && commaBehind(text, member.end) === undefined;
    return above + textAfter(member) + (needsComma ? ',' : '') + behind;
  });
}

function inlineText({ context, container, textAfter }: Insertion, item: Fresh): string {
  if (item.kind === 'moved') return textAfter(container.members[item.index] as Member);
  return memberText(context, item.key, item.value, { indent: '', isInline: true });
}

/** The offset of the comma behind the offset, on the same line. */
function commaBehind(text: string, offset: number): number | undefined {
  let at = offset;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.charAt(at) === ',' ? at : undefined;
}

/** Where the last of several members goes, the one before loses its comma, unless the last one had one too. */
function commaTidying(text: string, { members, commas }: Container, { gone, fresh }: Plan): readonly TextEdit[] {
  const last = members.length - 1;
  const final = members[last];
  if (!commas || !final || !gone.has(last) || fresh.has(members.length) || commaBehind(text, final.end) !== undefined) return [];
  let kept = last - 1;
  while (kept >= 0 && gone.has(kept)) kept--;
  const left = members[kept];
  const comma = left?.ownLines ? commaBehind(text, left.end) : undefined;
  return comma === undefined ? [] : [{ range: { start: comma, end: comma + 1 }, newText: '' }];
}
