import type { TextEdit } from '../../../text/text-edit';
import type { Fresh, Plan } from '../../write-plan';
import { beginsLine, behindBreak, type Container, columnOf, lineStart, type WriteContext } from './context';
import { endWithComment, type Member, type Work } from './members';
import { printEntry, printItem } from './print';
import type { QuoteStyle } from './quote';
import { joined } from './value';

interface Block extends Work {
  readonly indent: string;
  readonly style: QuoteStyle;
}

/** Adds, removes and moves the lines of a block mapping or sequence. */
export function editBlock(work: Work, plan: Plan): readonly TextEdit[] | undefined {
  const { context, container, members } = work;
  const first = members[0];
  const last = members.at(-1);
  if (!first || !last) return undefined;
  const indent = ' '.repeat(columnOf(context.text, first.start));
  const block: Block = { ...work, indent, style: keyStyle(context, container) };
  if (plan.gone.size === members.length) return [replaceAll(block, plan, first, last)];
  return [...removals(block, plan), ...additions(block, plan)];
}

/** Keys are quoted where all others are. */
export function keyStyle({ text }: WriteContext, container: Container): QuoteStyle {
  const quotes = container.kind === 'mapping' ? container.pairs.map(({ key }) => text.charAt(key.start)) : [];
  if (quotes.length === 0) return 'plain';
  return quotes.every((quote) => quote === '"') ? 'double' : quotes.every((quote) => quote === "'") ? 'single' : 'plain';
}

function replaceAll(block: Block, plan: Plan, first: Member, last: Member): TextEdit {
  const fresh = [...plan.fresh.entries()].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
  const texts = fresh.map((item) => freshText(block, item));
  const end = endWithComment(block.context, last);
  return { range: { start: first.start, end }, newText: texts.join(block.context.lineEnd + block.indent) };
}

/** The lines of the members that go, with the comments behind them. */
function removals(block: Block, plan: Plan): readonly TextEdit[] {
  const { context, members } = block;
  const { text } = context;
  const edits: TextEdit[] = [];
  let index = 0;
  const [first] = members;
  if (first && plan.gone.has(0) && !beginsLine(text, first.start)) {
    // The next member that stays moves up behind the dash.
    let end = first.start;
    while (plan.gone.has(index)) end = nextText(text, endWithComment(context, members[index++] ?? first));
    edits.push({ range: { start: first.start, end }, newText: '' });
  }
  for (; index < members.length; index++) {
    const member = members[index];
    if (member && plan.gone.has(index)) edits.push(removeLines(block, member, plan.gone.get(index) === 'moved'));
  }
  return edits;
}

/** The first character that is no white space behind the offset. */
function nextText(text: string, offset: number): number {
  return offset + (/\S/.exec(text.slice(offset))?.index ?? text.length - offset);
}

function removeLines(block: Block, member: Member, isMoved: boolean): TextEdit {
  const { text } = block.context;
  const start = isMoved ? startWithComments(block, member) : lineStart(text, member.start);
  const lineEnd = endWithComment(block.context, member);
  const end = behindBreak(text, lineEnd);
  if (end > lineEnd || start === 0) return { range: { start, end }, newText: '' };
  const before = withoutBreak(text.slice(0, start)).length;
  return { range: { start: before, end }, newText: '' };
}

function withoutBreak(text: string): string {
  return text.replace(/(?:\r\n|[\r\n\x85\u2028\u2029])$/, '');
}

/** Comment lines directly above a member move with it; those above the first one are about the whole. */
function startWithComments({ context: { text }, members }: Block, member: Member): number {
  let start = lineStart(text, member.start);
  const previous = members[members.indexOf(member) - 1];
  while (previous) {
    const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
    if (above <= previous.end || !text.slice(above, start).trimStart().startsWith('#')) break;
    start = above;
  }
  return start;
}

function additions(block: Block, plan: Plan): readonly TextEdit[] {
  const { context, members, indent } = block;
  const { lineEnd } = context;
  return [...plan.fresh.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, items]) => {
      const texts = items.map((item) => freshText(block, item));
      const previous = members[lastKept(plan, index)];
      if (previous) return addBehind(block, previous, texts);
      const at = members.find((_, other) => !plan.gone.has(other))?.start ?? 0;
      return { range: { start: at, end: at }, newText: texts.map((text) => text + lineEnd + indent).join('') };
    });
}

function addBehind({ context, indent, inside }: Block, previous: Member, texts: readonly string[]): TextEdit {
  const { text, lineEnd } = context;
  const end = endWithComment(context, previous);
  // The last line of that member may go, and what is added then takes its place.
  const at = inside.reduce((offset, { range }) => (range.start < offset && offset < range.end ? range.end : offset), end);
  const isAtLineStart = at > end && lineStart(text, at) === at;
  const lines = texts.map((line) => (isAtLineStart ? indent + line + lineEnd : lineEnd + indent + line));
  return { range: { start: at, end: at }, newText: lines.join('') };
}

/** The index of the last member before the one with this index that stays; -1 for none. */
export function lastKept(plan: Plan, before: number): number {
  let index = before - 1;
  while (plan.gone.has(index)) index--;
  return index;
}

/** A new or moved member without the indentation of its first line. */
function freshText(block: Block, item: Fresh): string {
  const { context, members, indent, style } = block;
  if (item.kind === 'moved') {
    const member = members[item.index];
    if (!member) return '';
    const start = beginsLine(context.text, member.start) ? startWithComments(block, member) : member.start;
    const end = behindBreak(context.text, endWithComment(context, member));
    return withoutBreak(block.textOf(start, end)).trimStart();
  }
  const lines =
    item.key === undefined
      ? printItem({ value: item.value }, context.unit)
      : printEntry(item.key, { value: item.value }, context.unit, style);
  return joined(context, lines, indent);
}
