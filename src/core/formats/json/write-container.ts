import type { Range } from '../../text/range';
import type { TextEdit } from '../../text/text-edit';
import type { Fresh, Plan } from '../write-plan';
import { type Container, type Gap, gapBefore, gapRange } from './write-gaps';
import { blank, breaks, indentIn, type Spacing, spacingNear } from './write-spacing';
import { colonOf, type Habits, indentAt, looksLike, textOf } from './write-value';

/** The text of a member as it is after the edits inside it. */
export type MemberText = (index: number) => string;

/**
 * The text edits that carry out a plan: one for each stretch between two members that stay where they are, so that no two
 * overlap. `undefined` where such a stretch holds something that cannot be read.
 */
export function editContainer(
  container: Container,
  plan: Plan,
  habits: Habits,
  memberText: MemberText,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const stretch of stretches(container, plan)) {
    const newText = stretchText(stretch, habits, memberText);
    if (newText === undefined) return undefined;
    edits.push(trimmed(container.text, gapRange(container, stretch.before, stretch.after), newText));
  }
  return edits;
}

/** What happens between two members that stay, or between one of them and a bracket. */
interface Stretch {
  readonly container: Container;
  /** -1 for the opening bracket. */
  readonly before: number;
  /** The count of members for the closing bracket. */
  readonly after: number;
  readonly gone: readonly Gone[];
  readonly fresh: readonly Fresh[];
}

interface Gone {
  readonly index: number;
  readonly how: 'removed' | 'moved';
}

function* stretches(container: Container, plan: Plan): Generator<Stretch> {
  let before = -1;
  let gone: Gone[] = [];
  let fresh: Fresh[] = [];
  for (let index = 0; index <= container.members.length; index++) {
    fresh.push(...(plan.fresh.get(index) ?? []));
    const how = plan.gone.get(index);
    if (how) {
      gone.push({ index, how });
      continue;
    }
    if (gone.length + fresh.length > 0) yield { container, before, after: index, gone, fresh };
    before = index;
    gone = [];
    fresh = [];
  }
}

/** A member with what belongs to it around it, or a bracket. */
interface Piece {
  readonly lead: string;
  readonly text: string;
  /** In front of its comma; `undefined` if it had none. */
  readonly pre: string | undefined;
  readonly tail: string;
  readonly isBracket: boolean;
}

function stretchText(stretch: Stretch, habits: Habits, memberText: MemberText): string | undefined {
  const gaps = gapsOf(stretch);
  if (!gaps) return undefined;
  const { container, before, after, fresh } = stretch;
  const spacing = spacingNear(container, after, fresh, habits);
  const pieces = [startOf(stretch, gaps)];
  for (const item of fresh) {
    const lead = before < 0 && pieces.length === 1 ? spacing.first : spacing.lead;
    pieces.push(
      item.kind === 'moved' ? moved(item.index, stretch, lead, memberText) : added(item, stretch, lead, spacing, habits),
    );
  }
  pieces.push(endOf(stretch, gaps, spacing));
  const text = joined(pieces, spacing);
  const isEmptied = pieces.length === 2 && pieces.every((piece) => piece.isBracket) && text.trim() === '';
  return isEmptied ? '' : text;
}

/** All gaps of the stretch, never none; `undefined` if one of them cannot be read. */
function gapsOf({ container, before, after }: Stretch): readonly [Gap, ...Gap[]] | undefined {
  const first = gapBefore(container, before + 1);
  if (!first) return undefined;
  const gaps: [Gap, ...Gap[]] = [first];
  for (let index = before + 2; index <= after; index++) {
    const gap = gapBefore(container, index);
    if (!gap) return undefined;
    gaps.push(gap);
  }
  return gaps;
}

/** The member or bracket that the stretch begins at, with the comments that stood on lines above removed members. */
function startOf({ before, gone }: Stretch, gaps: readonly [Gap, ...Gap[]]): Piece {
  const [{ comma, pre, tail }] = gaps;
  const above = gone.map(({ index, how }) => (how === 'removed' ? linesAbove(gaps[index - before - 1]) : ''));
  return { lead: '', text: '', pre: comma ? pre : undefined, tail: tail + above.join(''), isBracket: before < 0 };
}

function linesAbove(gap: Gap | undefined): string {
  const lines = gap && /^[\s\S]*\S[ \t]*(?=[\r\n])/.exec(gap.lead);
  return lines?.[0] ?? '';
}

function endOf({ container, before, after, gone, fresh }: Stretch, gaps: readonly [Gap, ...Gap[]], spacing: Spacing): Piece {
  const own = (gaps.at(-1) ?? gaps[0]).lead;
  const end = { text: '', pre: undefined, tail: '' };
  if (after === container.members.length) {
    const keeps = after > 0 || own.trim() !== '' || breaks(own);
    return { ...end, lead: keeps ? own : spacing.close, isBracket: true };
  }
  if (own.trim() !== '') return { ...end, lead: own, isBracket: false };
  if (fresh.length > 0) return { ...end, lead: after === 0 ? spacing.lead : own, isBracket: false };
  const leads = gone
    .map(({ index }) => (gaps[index - before - 1] ?? gaps[0]).lead)
    .map((lead) => (lead.trim() ? blank(lead) : lead));
  return { ...end, lead: before < 0 ? (leads[0] ?? own) : widest([own, ...leads]), isBracket: false };
}

/** The first of those with most line ends, so that an empty line between groups stays. */
function widest(leads: readonly string[]): string {
  const count = (lead: string) => lead.split(/\r\n|\n|\r/).length;
  return leads.reduce((best, lead) => (count(lead) > count(best) ? lead : best));
}

function moved(index: number, { container }: Stretch, lead: string, memberText: MemberText): Piece {
  const above = gapBefore(container, index)?.lead ?? '';
  const takesComments = above.trim() !== '' && breaks(above);
  return {
    lead: takesComments ? above : lead,
    text: memberText(index),
    pre: undefined,
    tail: gapBefore(container, index + 1)?.tail ?? '',
    isBracket: false,
  };
}

function added(item: Fresh & { kind: 'new' }, stretch: Stretch, lead: string, spacing: Spacing, habits: Habits): Piece {
  const { members, text, node } = stretch.container;
  const near = members[stretch.before] ?? members[stretch.after] ?? members[0];
  const colon = near?.key === undefined ? habits.line.colon : colonOf(text, near);
  const name = item.key === undefined ? '' : JSON.stringify(item.key) + colon;
  const indent = indentIn(spacing.pre + lead) ?? indentAt(habits, near?.start ?? node.start);
  const value = textOf(item.value, habits, {
    indent,
    column: indent.length + name.length,
    ownLine: breaks(spacing.pre + lead),
    like: nearestLike(item, stretch),
    colon,
    unit: spacing.unit,
  });
  return { lead, text: name + value, pre: undefined, tail: '', isBracket: false };
}

/** How far to look for a value that shows how such values are written. */
const FARTHEST = 8;

function nearestLike({ value }: Fresh & { kind: 'new' }, { container: { members }, before, after }: Stretch) {
  for (let away = 0; away < FARTHEST; away++) {
    for (const member of [members[before - away], members[after + away]]) {
      if (member && looksLike(member.value, value)) return member.value;
    }
  }
  return undefined;
}

function joined(pieces: readonly Piece[], spacing: Spacing): string {
  let result = '';
  pieces.forEach((piece, index) => {
    const previous = pieces[index - 1];
    if (!previous) return;
    const hasComma = !previous.isBracket && !piece.isBracket;
    const pre = hasComma ? `${previous.pre ?? spacing.pre},` : (previous.pre ?? '').trim() && previous.pre;
    result += pre + previous.tail + leadBehind(previous.tail, piece, spacing) + piece.text;
  });
  return result;
}

/** A comment at the end of a line must not swallow what follows. */
function leadBehind(tail: string, { lead, isBracket }: Piece, spacing: Spacing): string {
  if (tail.trim() === '' || breaks(lead)) return lead;
  return (isBracket ? spacing.outerLine : spacing.newLine) + lead.trimStart();
}

/** The edit without what the old and the new text have in common at their ends. */
function trimmed(text: string, { start, end }: Range, newText: string): TextEdit {
  const most = Math.min(end - start, newText.length);
  let front = 0;
  while (front < most && text[start + front] === newText[front]) front++;
  let back = 0;
  while (back < most - front && text[end - 1 - back] === newText[newText.length - 1 - back]) back++;
  return { range: { start: start + front, end: end - back }, newText: newText.slice(front, newText.length - back) };
}
