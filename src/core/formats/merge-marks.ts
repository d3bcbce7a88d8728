import type { Range } from '../text/range';
import { type ConfigDocument, refusalOf } from './document';

/**
 * The document with one problem in place of all others, where Git left both versions of a merge in a text that NVFLARE's loader
 * refuses: what a reader says of the marks is about the wrong thing, and said many times. Any other document stays as it is.
 */
export function sayUnfinishedMerge(document: ConfigDocument): ConfigDocument {
  const range = firstMark(document.text);
  const refusal = range && refusalOf(document)?.refusal;
  if (!refusal) return document;
  const message = 'this line was left by a merge that is not finished; keep one of the two versions, without the marks of Git';
  return { ...document, problems: [{ message, range, refusal, kind: 'loader' }] };
}

/** The line in front of the first of two versions, where the line between them and the one behind them follow. */
function firstMark(text: string): Range | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const first = /^<{7} .*$/m.exec(text);
  const between = first ? text.indexOf('\n=======', first.index) : -1;
  if (!first || between < 0 || !text.includes('\n>>>>>>> ', between)) return undefined;
  return { start: first.index, end: first.index + first[0].length };
}
