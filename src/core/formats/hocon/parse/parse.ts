import { Cursor } from './cursor';
import { skipBroken } from './recover';
import { readBareRoot, readBraces, readBrackets } from './structure';
import type { Syntax, SyntaxList, SyntaxObject } from './syntax';

/** Reads the syntax of a text, in one pass, and goes on behind mistakes (`config_expr` in `pyhocon/config_parser.py`). */
export function parse(text: string): Syntax {
  const cursor = new Cursor(text);
  const root = readRoot(cursor);
  return {
    root,
    problems: cursor.problems(),
    comments: cursor.comments,
    references: cursor.references,
    hasReferences: cursor.hasReferences,
    hasIncludes: cursor.hasIncludes,
  };
}

function readRoot(cursor: Cursor): SyntaxObject | SyntaxList {
  skipByteOrderMark(cursor);
  skipPrelude(cursor);
  const code = cursor.skipBlanks();
  if (code !== 123 && code !== 91) return readBareRoot(cursor);
  const root = code === 123 ? readBraces(cursor, 0) : readBrackets(cursor);
  if (root.kind === 'unknown') return readBareRoot(cursor);
  cursor.skipSeparators();
  if (cursor.at >= cursor.text.length) return root;
  const start = cursor.at;
  const end = skipBroken(cursor);
  cursor.refuse('there is more text after the closing bracket', start, end);
  while (cursor.at < cursor.text.length) {
    cursor.skipSeparators();
    if (cursor.at < cursor.text.length) skipBroken(cursor);
  }
  return root.kind === 'braces' ? { ...root, incomplete: true } : { ...root, damaged: true };
}

function skipByteOrderMark(cursor: Cursor): void {
  if (cursor.code() !== 0xfeff) return;
  const range = { start: 0, end: 1 };
  const fix = { title: 'Remove the byte-order mark', edits: [{ range, newText: '' }] };
  cursor.refuse('the file starts with a byte-order mark', 0, 1, fix);
  cursor.at = 1;
}

/** Before an opening bracket, a comma may stand only with a comment behind it. */
function skipPrelude(cursor: Cursor): void {
  for (;;) {
    const code = cursor.skipLines();
    if (code !== 44) return;
    const start = cursor.at;
    while (cursor.code() === 44 || cursor.code() === 10 || cursor.code() === 13) cursor.at++;
    if (!cursor.startsComment(cursor.skipBlanks())) {
      cursor.at = start;
      return;
    }
  }
}
