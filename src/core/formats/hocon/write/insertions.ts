import type { Range } from '../../../text/range';
import type { TextEdit } from '../../../text/text-edit';
import type { Fresh, Plan } from '../../write-plan';
import { isLineEnd } from '../parse/characters';
import { lineEnd } from '../parse/cursor';
import type { Container, Member } from './container';
import type { WriteContext } from './context';
import { commaBehind, commentsAbove, indentAt, lineStart } from './lines';
import { memberText } from './value';

/** What it takes to put members into a container. */
export interface Insertion {
  readonly context: WriteContext;
  readonly container: Container;
  readonly plan: Plan;
  readonly textAfter: (range: Range) => string;
}

/** Puts new or moved members between the nearest ones that stay. */
export function insertions(insertion: Insertion, index: number, fresh: readonly Fresh[]): readonly TextEdit[] {
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
