import { fillEmpty } from './stops';
import type { TypedPlace } from './typed-place';
import type { Typing } from './typing-in-brackets';

/** The text with a word in the place of what is typed, and with the separators around it that are not there yet. */
export function withWord(
  text: string,
  { role, range, commaAt, hasSeparator, commaAfter }: Typing,
  word: string,
  nothing: string,
): string {
  const value = role === 'key' && !hasSeparator ? nothing : '';
  const typed = `${commaAt === undefined ? '' : ','}${word}${value}${commaAfter ? ',' : ''}`;
  return text.slice(0, range.start) + typed + text.slice(range.end);
}

/** The place in a text in brackets, of what was found there and of how the text writes. */
export function placeInBrackets(
  found: Pick<TypedPlace, 'kind' | 'path' | 'document'>,
  typed: string,
  { range, content, quote, commaAt }: Typing,
  write: TypedPlace['write'],
): TypedPlace {
  return {
    ...found,
    range,
    content,
    typed,
    quote,
    lead: quote,
    mayStartList: false,
    mayStartObject: false,
    edits: commaAt === undefined ? [] : [{ range: { start: commaAt, end: commaAt }, newText: ',' }],
    write,
  };
}

/** How brackets with nothing but the caret in them are written: over lines where a value may take more of them. */
export interface BracketHabits {
  readonly isOpen: boolean;
  /** Of the line that the text begins on. */
  readonly indent: string;
  /** A step of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
}

/** Writes the empty objects and lists of a printed text as brackets. */
export function fillBrackets(text: string, { isOpen, indent, unit, lineEnd }: BracketHabits): string {
  return fillEmpty(text, ({ of, stop }, offset) => {
    const [open, close] = of === 'object' ? ['{', '}'] : ['[', ']'];
    if (!isOpen || of === 'list') return open + stop + close;
    const lineStart = text.lastIndexOf('\n', offset) + 1;
    const lead = lineEnd + (lineStart === 0 ? indent : (/^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? ''));
    return open + lead + unit + stop + lead + close;
  });
}
