import type { ConfigDocument, ReadProblem } from '../document';
import { isFailure, readStrictly, type StrictFailure } from './strict';
import { readTolerantly } from './tolerant';

/**
 * Reads JSON as NVFLARE does. A text that Python accepts takes one quick pass; any other is read again by jsonc-parser,
 * which goes on behind mistakes.
 */
export function readJson(text: string): ConfigDocument {
  const strict = readStrictly(text);
  if (!isFailure(strict)) return { format: 'json', text, root: strict, problems: [], comments: [] };
  const { root, problems, comments } = readTolerantly(hasMark(text) ? ` ${text.slice(1)}` : text);
  return { format: 'json', text, root, problems: withFailure(problems, strict, text), comments };
}

/** The strict reader decides whether Python refuses; the tolerant one may see nothing wrong, a byte-order mark for instance. */
function withFailure(problems: readonly ReadProblem[], failure: StrictFailure, text: string): readonly ReadProblem[] {
  if (problems.length > 0 && failure.refusal === 'reject' && !hasMark(text)) return problems;
  const end = Math.min(text.length, failure.offset + failure.length);
  const problem: ReadProblem = {
    message: failure.message,
    range: { start: Math.min(failure.offset, end), end },
    refusal: failure.refusal,
    kind: 'loader',
    ...(hasMark(text) && { fix: { title: 'Remove the byte-order mark', edits: [{ range: { start: 0, end: 1 }, newText: '' }] } }),
  };
  return [problem, ...problems];
}

function hasMark(text: string): boolean {
  return text.charCodeAt(0) === 0xfeff;
}
