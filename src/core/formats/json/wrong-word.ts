import type { Range } from '../../text/range';
import type { ReadProblem } from '../document';

/** What is wrong at a place, before it is a problem of the document. */
export interface Mistake extends Pick<ReadProblem, 'message' | 'range'> {
  readonly fix: ReadProblem['fix'] | undefined;
  /** Set where a bracket is wrong: all that follows is then read in another place than it was meant for. */
  readonly isBracket?: boolean;
}

/** What other languages write for the three words of JSON. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  Null: 'null',
  nil: 'null',
  undefined: 'null',
};

/** A word that is no JSON: one of Python or JavaScript, a string in single quotes or in none. */
export function wrongWord(text: string, range: Range): Mistake {
  const word = text.slice(range.start, range.end);
  const right = Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined;
  if (right !== undefined) {
    return {
      message: `JSON writes ${right}, not ${word}`,
      range,
      fix: { title: `Change to ${right}`, edits: [{ range, newText: right }] },
    };
  }
  const single = SINGLE_QUOTED.exec(text.slice(range.start, lineEnd(text, range.start)));
  if (single) {
    const whole = { start: range.start, end: range.start + single[0].length };
    return {
      message: 'JSON has no single quotes; strings stand in double quotes',
      range: whole,
      fix: inQuotes(whole, single[1] ?? ''),
    };
  }
  const isName = /^[A-Za-z_][\w-]*$/.test(word);
  return {
    message: 'this is not a JSON value; strings stand in double quotes',
    range,
    fix: isName ? inQuotes(range, word) : undefined,
  };
}

/** A string in single quotes in which nothing needs an escape. */
const SINGLE_QUOTED = /^'([^'"\\\n]*)'/;

function inQuotes(range: Range, value: string): ReadProblem['fix'] {
  return { title: 'Put it in double quotes', edits: [{ range, newText: `"${value}"` }] };
}

/** Where the line of an offset ends. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
