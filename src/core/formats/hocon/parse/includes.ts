import { isWordCharacter } from './characters';
import type { Cursor } from './cursor';
import { skipBroken } from './recover';
import type { SyntaxInclude } from './syntax';
import { readQuoted } from './texts';

/** What an include names, and how. */
interface Target {
  readonly method: 'any' | 'url' | 'file' | 'package';
  readonly name: string;
}

/**
 * Reads an include, or returns `undefined` where the word `include` is not followed by what makes it one and so is an
 * ordinary word. NVFLARE's server reads a text without its folder: what is included is not there, and the include vanishes.
 */
export function readInclude(cursor: Cursor): SyntaxInclude | undefined {
  const start = cursor.at;
  if (!isKeyword(cursor, 'INCLUDE', (found) => found.toUpperCase())) return undefined;
  cursor.at = start + 'include'.length;
  const code = cursor.skipBlanks();
  const required = code !== 34 && isKeyword(cursor, 'required');
  const target = required ? readRequired(cursor) : readTarget(cursor);
  if (target === undefined) {
    cursor.at = start;
    return undefined;
  }
  const end = endBeforeBlanks(cursor);
  cursor.hasIncludes = true;
  if (target === 'broken') skipBroken(cursor);
  else reportEffect(cursor, target, required, start, end);
  return { kind: 'include', start, end };
}

/** `required(` … `)`; from the word on, anything else is an error. */
function readRequired(cursor: Cursor): Target | 'broken' {
  cursor.at += 'required'.length;
  if (!expect(cursor, 40, 'an opening parenthesis')) return 'broken';
  cursor.skipBlanks();
  const target = readTarget(cursor);
  if (target === undefined) {
    cursor.refuse('a file name in double quotes is expected here', cursor.at, cursor.at + 1);
    return 'broken';
  }
  if (target === 'broken' || !expect(cursor, 41, 'a closing parenthesis')) return 'broken';
  return target;
}

function readTarget(cursor: Cursor): Target | 'broken' | undefined {
  if (cursor.code() === 34) {
    const quoted = readQuoted(cursor);
    return quoted && { method: 'any', name: quoted.value };
  }
  const method = (['url', 'file', 'package'] as const).find((word) => isKeyword(cursor, word));
  if (!method) return undefined;
  cursor.at += method.length;
  if (!expect(cursor, 40, 'an opening parenthesis')) return 'broken';
  cursor.skipBlanks();
  const quoted = cursor.code() === 34 ? readQuoted(cursor) : undefined;
  if (!quoted) {
    cursor.refuse('a name in double quotes is expected here', cursor.at, cursor.at + 1);
    return 'broken';
  }
  return expect(cursor, 41, 'a closing parenthesis') ? { method, name: quoted.value } : 'broken';
}

function expect(cursor: Cursor, code: number, what: string): boolean {
  if (cursor.skipBlanks() === code) {
    cursor.at++;
    return true;
  }
  cursor.refuse(`${what} is expected here`, cursor.at, cursor.at + 1);
  return false;
}

/** Whether the word stands here on its own, as pyparsing's `Keyword` sees it. */
function isKeyword(cursor: Cursor, word: string, fold: (found: string) => string = (found) => found): boolean {
  const { text, at } = cursor;
  return (
    fold(text.slice(at, at + word.length)) === word &&
    !isWordCharacter(text.charCodeAt(at + word.length)) &&
    !isWordCharacter(text.charCodeAt(at - 1))
  );
}

/** `ConfigParser.include_config` in `pyhocon/config_parser.py`, for a text without a folder. */
function reportEffect(cursor: Cursor, { method, name }: Target, required: boolean, start: number, end: number): void {
  const isUrl = method === 'url' || (method === 'any' && /^(?:https?|file):\/\//.test(name));
  const raise = (message: string, refusal: 'reject' | 'crash') =>
    cursor.report({ message, range: { start, end }, refusal, kind: 'loader' });
  if (isUrl) {
    if (!/^[^/:]+:/.test(name)) raise('pyhocon refuses to include this: it is not a URL', 'reject');
  } else if (method === 'package') {
    if (!name.includes(':')) raise('a package include is written "PACKAGE:PATH"', 'reject');
  } else if (!name.startsWith('/')) {
    if (/[*?]/.test(name)) raise('the server reads this text without its folder, and fails on an include of many files', 'crash');
    else if (required)
      raise('the server reads this text without its folder, and so does not find the file that must be there', 'crash');
  }
}

function endBeforeBlanks(cursor: Cursor): number {
  let end = cursor.at;
  while (cursor.text.charCodeAt(end - 1) === 32 || cursor.text.charCodeAt(end - 1) === 9) end--;
  return end;
}
