import type { Fold } from '../format';
import { parse } from './parse/parse';
import type { SyntaxValue } from './parse/syntax';

/** What can be folded in a HOCON text: braces, brackets, and comments on lines of their own that follow each other. */
export function hoconFolds(text: string): readonly Fold[] {
  const { root, comments } = parse(text);
  const folds: Fold[] = [];
  const waiting: SyntaxValue[] = [root];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (value.kind === 'braces') {
      if (value.braces) folds.push({ kind: 'value', start: value.start, end: value.end });
      for (const entry of value.entries) waiting.push(entry.value);
    } else if (value.kind === 'brackets') {
      folds.push({ kind: 'value', start: value.start, end: value.end });
      for (const item of value.items) waiting.push(item);
    } else if (value.kind === 'sequence') for (const piece of value.pieces) waiting.push(piece.value);
  }
  return [...folds, ...commentFolds(text, comments)].sort((a, b) => a.start - b.start || b.end - a.end);
}

function commentFolds(text: string, comments: readonly { readonly start: number; readonly end: number }[]): readonly Fold[] {
  const folds: { kind: 'comment'; start: number; end: number }[] = [];
  for (const { start, end } of comments) {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if (text.slice(lineStart, start).trim() !== '') continue;
    const last = folds[folds.length - 1];
    if (last && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(last.end, start))) last.end = end;
    else folds.push({ kind: 'comment', start, end });
  }
  return folds;
}
