import type { NullNode, UnknownNode } from '../../../tree/node';
import { durationEnd, isForDateutil } from '../durations';
import { isDigit, isLineEnd, isWordCharacter } from './characters';
import type { Cursor } from './cursor';
import { readInclude } from './includes';
import { scanNumber } from './numbers';
import { readBraces, readBrackets } from './structure';
import type { SyntaxLeaf, SyntaxPiece, SyntaxReference, SyntaxValue } from './syntax';
import { readQuoted, readUnquoted, readVerbatim } from './texts';

type Piece = SyntaxPiece['value'];

/** `{`, as a value: how many of Python's calls pyparsing nests for it. */
const VALUE_WEIGHT = 30;

/**
 * Reads the value at the place: all pieces up to a separator, a closing bracket, a comment, or a character that cannot stand
 * there. Nothing at all is an empty text (`multi_value_expr` in `pyhocon/config_parser.py`).
 */
export function readValue(cursor: Cursor): SyntaxValue {
  const first = readNextPiece(cursor);
  if (!first) return { kind: 'string', start: cursor.at, end: cursor.at, value: '' };
  const firstTail = cursor.tailStart;
  const firstTailEnd = cursor.at;
  const firstUnquoted = cursor.unquoted;
  let next = readNextPiece(cursor);
  if (!next) {
    noticeSingleQuotes(cursor, first.start, first.end);
    if (!firstUnquoted) return first;
    if (cursor.at >= cursor.text.length) noticeLastNumber(cursor, first);
    return withoutTrailingBlanks(first);
  }
  const pieces: SyntaxPiece[] = [{ value: first, tail: cursor.tabs.slice(firstTail, firstTailEnd), unquoted: firstUnquoted }];
  let end = next.end;
  for (; next; next = readNextPiece(cursor)) {
    pieces.push({ value: next, tail: cursor.tabs.slice(cursor.tailStart, cursor.at), unquoted: cursor.unquoted });
    end = next.end;
  }
  noticeSingleQuotes(cursor, first.start, end);
  return { kind: 'sequence', start: first.start, end, pieces };
}

function noticeSingleQuotes(cursor: Cursor, start: number, end: number): void {
  const { text } = cursor;
  if (text.charCodeAt(start) !== 39 || text.charCodeAt(end - 1) !== 39 || end < start + 2) return;
  const inner = text.slice(start + 1, end - 1);
  const fix = { title: 'Use double quotes', edits: [{ range: { start, end }, newText: `"${inner}"` }] };
  cursor.notice('to pyhocon single quotes are a part of the text', start, end, /["\\\n\t]/.test(inner) ? undefined : fix);
}

/** At the very end of a text, a number must not have blanks behind it. */
function noticeLastNumber(cursor: Cursor, { start, end }: Piece): void {
  if (end === cursor.text.length || scanNumber(cursor.text.slice(start, end), 0)?.end !== end - start) return;
  const range = { start: end, end: cursor.text.length };
  const fix = { title: 'Remove the blanks', edits: [{ range, newText: '' }] };
  cursor.notice('with blanks between it and the end of the file, pyhocon takes this number for a string', start, end, fix);
}

/** Reads one piece behind blanks and line continuations. */
function readNextPiece(cursor: Cursor): Piece | undefined {
  for (;;) {
    const code = cursor.skipBlanks();
    const piece = readPiece(cursor, code);
    if (piece || code !== 92) return piece;
    if (!skipContinuation(cursor)) return undefined;
  }
}

/** A backslash at the end of a line joins the next one to it. */
function skipContinuation(cursor: Cursor): boolean {
  const start = cursor.at++;
  if (!isLineEnd(cursor.skipBlanks())) {
    cursor.at = start;
    return false;
  }
  while (isLineEnd(cursor.code())) cursor.at++;
  return true;
}

function readPiece(cursor: Cursor, code: number): Piece | undefined {
  switch (code) {
    case 34:
      if (cursor.code(1) === 34 && cursor.code(2) === 34) {
        const verbatim = readVerbatim(cursor);
        if (verbatim) return verbatim;
      }
      return readQuoted(cursor);
    case 123:
      return readBraces(cursor, VALUE_WEIGHT);
    case 91:
      return readBrackets(cursor);
    case 36:
      return readReference(cursor);
    case 35:
      return undefined;
    case 47:
      return cursor.code(1) === 47 ? undefined : readUnquoted(cursor);
    case 73: // I i ı
    case 105:
    case 0x131:
      return asWord(cursor, readInclude(cursor)) ?? readUnquoted(cursor);
    case 84: // T t
    case 116:
      return readWord(cursor, 'TRUE') ?? readUnquoted(cursor);
    case 70: // F f
    case 102:
      return readWord(cursor, 'FALSE') ?? readUnquoted(cursor);
    case 78: // N n
    case 110:
      return readWord(cursor, 'NULL') ?? readUnquoted(cursor);
    default:
      if (isDigit(code)) return readDuration(cursor) ?? readNumber(cursor) ?? readUnquoted(cursor);
      if (code === 46 || code === 45 || code === 43 || code > 127) return readNumber(cursor) ?? readUnquoted(cursor);
      return readUnquoted(cursor);
  }
}

/** Ends a piece that keeps no blanks behind it. */
function asWord<T extends Piece>(cursor: Cursor, piece: T | undefined): T | undefined {
  if (!piece) return undefined;
  cursor.unquoted = false;
  cursor.tailStart = cursor.at;
  return piece;
}

function readWord(cursor: Cursor, word: 'TRUE' | 'FALSE' | 'NULL'): SyntaxLeaf | undefined {
  const start = cursor.at;
  const end = start + word.length;
  const { text } = cursor;
  if (text.slice(start, end).toUpperCase() !== word || isWordCharacter(text.charCodeAt(end))) return undefined;
  cursor.at = end;
  if (word === 'NULL') return asWord<NullNode>(cursor, { kind: 'null', start, end, value: null });
  return asWord(cursor, { kind: 'boolean', start, end, value: word === 'TRUE' });
}

function readNumber(cursor: Cursor): SyntaxLeaf | undefined {
  const start = cursor.at;
  const number = scanNumber(cursor.text, start);
  if (!number) return undefined;
  const { end, value, isInteger } = number;
  cursor.at = end;
  return asWord(cursor, isInteger ? { kind: 'integer', start, end, value } : { kind: 'float', start, end, value });
}

function readDuration(cursor: Cursor): UnknownNode | undefined {
  const start = cursor.at;
  const end = durationEnd(cursor.text, start);
  if (end === -1) return undefined;
  cursor.at = end;
  const written = cursor.text.slice(start, end);
  const where = isForDateutil(written) ? ' where Python has dateutil' : '';
  cursor.notice(`pyhocon makes a duration object of ${written}${where}, which is neither a string nor a number`, start, end, {
    title: 'Put it in quotes',
    edits: [{ range: { start, end }, newText: `"${written}"` }],
  });
  return asWord(cursor, { kind: 'unknown', start, end, value: undefined });
}

function readReference(cursor: Cursor): SyntaxReference | undefined {
  const { text } = cursor;
  const start = cursor.at;
  if (text.charCodeAt(start + 1) !== 123 || start < cursor.unclosedReferencesUntil) return undefined;
  const close = text.indexOf('}', start + 2);
  if (close === -1) cursor.unclosedReferencesUntil = text.length;
  if (close <= start + 2) return undefined;
  const inside = text.slice(start + 2, close);
  const optional = inside.length > 1 && inside.startsWith('?');
  cursor.at = close + 1;
  cursor.tailStart = cursor.at;
  cursor.unquoted = false;
  cursor.skipBlanks();
  cursor.hasReferences = true;
  if (start >= (cursor.references.at(-1)?.end ?? 0)) cursor.references.push({ start, end: close + 1 });
  return { kind: 'reference', start, end: close + 1, variable: optional ? inside.slice(1) : inside, optional };
}

/** What Python's `rstrip(' \t')` leaves of a text without quotes: it takes an escaped blank too. */
function withoutTrailingBlanks(piece: Piece): Piece {
  if (piece.kind !== 'string') return piece;
  const { value } = piece;
  if (!value.endsWith(' ')) return piece;
  return { ...piece, value: trimBlanks(value) };
}

/** The text without the blanks at its end. */
export function trimBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return text.slice(0, end);
}
