import type { Fresh } from '../write-plan';
import { isScalar, printOnLine, WIDEST } from './print';
import { type Container, gapBefore } from './write-gaps';
import { type Habits, hasOwnLine, indentAt } from './write-value';

/** The white space that new members of a container get, as the members that are there have it. */
export interface Spacing {
  /** Between the opening bracket and the first member. */
  readonly first: string;
  /** In front of a comma. */
  readonly pre: string;
  /** Between a comma and the next member. */
  readonly lead: string;
  /** In front of the closing bracket of what was empty. */
  readonly close: string;
  /** Line ends with the indentation of a member and of the closing bracket, for where one is needed whatever the layout. */
  readonly newLine: string;
  readonly outerLine: string;
  /** One level of indentation. */
  readonly unit: string;
}

/** The spacing near the member with the index. */
export function spacingNear(container: Container, index: number, fresh: readonly Fresh[], habits: Habits): Spacing {
  const { members, node } = container;
  const outer = indentAt(habits, node.start);
  const outerLine = habits.lineEnd + outer;
  const opening = gapBefore(container, 0);
  if (members.length === 0) {
    const lines = breaks((opening?.tail ?? '') + (opening?.lead ?? '')) || opensOverLines(container, fresh, habits);
    const newLine = outerLine + habits.unit;
    const [first, lead, close] = lines ? [newLine, newLine, outerLine] : ['', afterComma(habits), ''];
    return { first, pre: '', lead, close, newLine, outerLine, unit: habits.unit };
  }
  const first = blank(opening?.lead ?? '');
  const between = members.length > 1 ? gapBefore(container, Math.min(Math.max(index, 1), members.length - 1)) : undefined;
  const pre = between ? blank(between.pre) : '';
  const lead = between ? blank(between.lead) : breaks(first) ? first : afterComma(habits);
  const indent = indentIn(pre + lead) ?? indentIn(first) ?? '';
  const unit = indent.length > outer.length && indent.startsWith(outer) ? indent.slice(outer.length) : habits.unit;
  return { first, pre, lead, close: '', newLine: outerLine + unit, outerLine, unit };
}

function afterComma({ line }: Habits): string {
  return line.comma.slice(line.comma.indexOf(',') + 1);
}

/** Plain values that fit go into an empty array without breaking its line. */
function opensOverLines({ text, node }: Container, fresh: readonly Fresh[], habits: Habits): boolean {
  if (!hasOwnLine(habits, node.start)) return false;
  if (node.kind === 'object') return true;
  const items = fresh.flatMap((item) => (item.kind === 'new' ? [item] : []));
  const column = habits.columnOf(node.start);
  const line = printOnLine({ kind: 'array', items });
  return !items.every(({ value }) => isScalar(value)) || column + line.length + trailing(text, node.end) > WIDEST;
}

function trailing(text: string, end: number): number {
  return text[end] === ',' ? 1 : 0;
}

/** The white space of a stretch between members without its comments and empty lines. */
export function blank(space: string): string {
  const lastBreak = /(\r\n|\n|\r)([ \t]*)[^\r\n]*$/.exec(space);
  if (lastBreak) return `${lastBreak[1]}${lastBreak[2]}`;
  return space.trim() === '' ? space : ' ';
}

/** Whether the line ends in it. */
export function breaks(space: string): boolean {
  return /[\r\n]/.test(space);
}

/** The indentation that the white space ends with, or `undefined` if it stays on its line. */
export function indentIn(space: string): string | undefined {
  return /[\r\n]([ \t]*)$/.exec(space)?.[1];
}
