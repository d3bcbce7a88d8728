import type { LineIndex } from '../../core/index';
import type { RangeReport } from '../report';
import { visible, widthOf } from '../terminal';

/** One line under a finding: what stands before the bar, and the text behind it. */
export interface ExcerptLine {
  readonly gutter: string;
  readonly text: string;
  /** The line holds the carets under the line before. */
  readonly carets: boolean;
}

const TAB = '  ';
/** Stands where a long line was cut. */
const CUT = '...';

/** A text with the places of its lines, which are found once for all that is said of it. */
export interface Lined {
  readonly text: string;
  readonly lines: LineIndex;
}

/** The line on which a range begins, cut to the width around it, and carets under the part of the range that is on it. */
export function excerpt(of: Lined, range: RangeReport, columns: number): readonly ExcerptLine[] {
  const { line, character } = range.start;
  const source = lineAt(of, line);
  if (source.trim() === '') return [];
  const number = String(line + 1);
  const end = range.end.line === line ? Math.min(range.end.character, source.length) : source.trimEnd().length;
  const room = Math.max(24, columns - number.length - 5);
  const cut = window(source, character, end, room);
  const before = shown(source.slice(cut.start, character));
  const marked = shown(source.slice(character, Math.max(character, Math.min(end, cut.end))));
  const after = shown(source.slice(Math.max(character, Math.min(end, cut.end)), cut.end));
  const head = cut.start > 0 ? CUT : '';
  const tail = cut.end < source.length ? CUT : '';
  const indent = ' '.repeat(widthOf(head + before));
  return [
    { gutter: `  ${number} | `, text: head + before + marked + after + tail, carets: false },
    { gutter: `  ${' '.repeat(number.length)} | `, text: indent + '^'.repeat(Math.max(1, widthOf(marked))), carets: true },
  ];
}

/** The part of a line that is shown: all of it where it fits, or else what is around the range. */
function window(source: string, start: number, end: number, room: number): { readonly start: number; readonly end: number } {
  if (source.length <= room) return { start: 0, end: source.length };
  const space = Math.max(0, room - 2 * CUT.length - (end - start));
  const first = Math.max(0, Math.min(start - Math.floor(space / 2), source.length - room));
  return { start: notInside(source, first), end: notInside(source, Math.min(source.length, first + room - 2 * CUT.length)) };
}

/** Not between the two halves of a character. */
function notInside(source: string, offset: number): number {
  const code = source.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function shown(part: string): string {
  return visible(part.replace(/\t/g, TAB));
}

/** The text of a line without its end. */
function lineAt({ text, lines }: Lined, line: number): string {
  let end = lines.offsetAt({ line: line + 1, character: 0 });
  const start = lines.offsetAt({ line, character: 0 });
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(start, end);
}
