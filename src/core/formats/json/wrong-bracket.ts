import type { Range } from '../../text/range';
import type { Mistake } from './wrong-word';

/** A bracket that is open. */
interface Opened {
  readonly kind: 'object' | 'array';
  readonly start: number;
}

/**
 * What is wrong with a bracket, found where a comma was expected, that closes something else than what is open: one before it is
 * missing, or it is itself the wrong one. `lastEnd` is where the last value before it ends.
 */
export function wrongBracket(text: string, open: readonly Opened[], range: Range, lastEnd: number): Mistake | undefined {
  const found = text[range.start];
  const kind = found === '}' ? 'object' : found === ']' ? 'array' : undefined;
  const at = open.map((each): string | undefined => each.kind).lastIndexOf(kind);
  const missing = open.slice(at + 1).reverse();
  if (kind === undefined || missing.length === 0) return undefined;
  const closers = missing.map((each) => (each.kind === 'object' ? '}' : ']'));
  const closed = open[at];
  if (!closed) {
    const right = closers[0] ?? '';
    return {
      message: `"${right}" is expected in the place of this "${found}"`,
      range,
      fix: { title: `Change to "${right}"`, edits: [{ range, newText: right }] },
      isBracket: true,
    };
  }
  const newText = closers.join('');
  const [only, ...others] = missing;
  const isSure =
    only !== undefined &&
    others.length === 0 &&
    indentAt(text, range.start) === indentAt(text, closed.start) &&
    isSetOff(text, only.start, lastEnd);
  return {
    message: `"${newText}" is missing before this "${found}"`,
    range,
    fix: isSure ? { title: `Insert "${newText}"`, edits: [{ range: { start: lastEnd, end: lastEnd }, newText }] } : undefined,
    isBracket: true,
  };
}

/** Whether all lines behind the one where a bracket opens are deeper than it, so that what was read since belongs into the bracket. */
function isSetOff(text: string, start: number, end: number): boolean {
  const own = indentAt(text, start);
  const [, ...inside] = text.slice(start, end).split('\n');
  return inside.every((line) => line.trim() === '' || indentOf(line) > own);
}

/** How deep the line of an offset is indented. */
function indentAt(text: string, offset: number): number {
  return indentOf(text.slice(text.lastIndexOf('\n', offset) + 1, offset + 1));
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
