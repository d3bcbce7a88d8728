import type { UnknownNode } from '../../../tree/node';
import { isBlank, isLineEnd } from './characters';
import type { Cursor } from './cursor';
import { readInclude } from './includes';
import { hasEmptyStep, keyPath, scanKey } from './keys';
import { refuseLeftover, refuseMissingOperator, refuseStray } from './mistakes';
import { DIRECT_OBJECT_WEIGHT, enter, LIST_WEIGHT, leave, STEP_WEIGHT } from './nesting';
import { skipBroken, skipNested } from './recover';
import type { SyntaxEntry, SyntaxList, SyntaxObject, SyntaxValue } from './syntax';
import { readValue } from './values';

/** A key of more steps is no key that somebody is typing. */
const MOST_STEPS = 20;

/** Reads an object in braces. */
export function readBraces(cursor: Cursor, weight: number): SyntaxObject | UnknownNode {
  const start = cursor.at;
  if (!enter(cursor, weight, 1)) return skipTooDeep(cursor);
  cursor.openBraces++;
  cursor.at++;
  const entries: SyntaxEntry[] = [];
  const complete = readEntries(cursor, entries, start);
  cursor.openBraces--;
  leave(cursor, weight, 1);
  return { kind: 'braces', braces: true, start, end: cursor.at, entries, incomplete: !complete };
}

/** Reads the entries of a text that has no braces around it. */
export function readBareRoot(cursor: Cursor): SyntaxObject {
  const entries: SyntaxEntry[] = [];
  const complete = readEntries(cursor, entries, undefined);
  return { kind: 'braces', braces: false, start: 0, end: cursor.text.length, entries, incomplete: !complete };
}

/** Reads up to and with the closing brace; says whether all there was could be read. */
function readEntries(cursor: Cursor, entries: SyntaxEntry[], open: number | undefined): boolean {
  let complete = true;
  /** The last entry while nothing but blanks is behind it on its line. */
  let last: SyntaxEntry | undefined;
  for (;;) {
    if (cursor.skipSeparators()) last = undefined;
    const code = cursor.code();
    if (code === 125 && open !== undefined) {
      cursor.at++;
      return complete;
    }
    if (cursor.at >= cursor.text.length) {
      if (open === undefined) return complete;
      cursor.refuse('the brace is not closed', open, open + 1);
      return false;
    }
    if (code === 93 && cursor.openBrackets > 0) {
      cursor.refuse('a closing brace is expected before this bracket', cursor.at, cursor.at + 1);
      return false;
    }
    if ((code === 105 || code === 73 || code === 0x131) && readInclude(cursor)) {
      complete = false;
      last = undefined;
      continue;
    }
    const keyEnd = scanKey(cursor, code);
    if (keyEnd === -1) {
      complete = false;
      if (last) refuseLeftover(cursor, last);
      else refuseStray(cursor);
      last = undefined;
    } else {
      const entry = readEntry(cursor, keyEnd, open);
      if (entry) entries.push(entry);
      else complete = false;
      last = entry?.value.kind === 'unknown' ? undefined : entry;
    }
  }
}

/** Reads the entry whose key ends there. `undefined` where it has no value that could be read. */
function readEntry(cursor: Cursor, keyEndWithBlanks: number, open: number | undefined): SyntaxEntry | undefined {
  const keyStart = cursor.at;
  let keyEnd = keyEndWithBlanks;
  while (isBlank(cursor.text.charCodeAt(keyEnd - 1))) keyEnd--;
  const key = cursor.tabs.slice(keyStart, keyEnd);
  const path = keyPath(key, keyStart, keyEnd);
  cursor.at = keyEndWithBlanks;
  const operator = readOperator(cursor);
  if (hasEmptyStep(path)) {
    cursor.refuse('pyhocon fails on an empty key', keyStart, keyEnd);
    if (operator) readEntryValue(cursor, operator, 1);
    return undefined;
  }
  if (!operator) {
    refuseMissingOperator(cursor, { start: keyStart, end: keyEnd }, open);
    if (path.length > MOST_STEPS) return undefined;
    return { key, keyStart, keyEnd, path, operator: '=', operatorStart: keyEnd, value: hole(keyEnd, keyEnd) };
  }
  if (key.charCodeAt(0) !== 34 && key.includes('//')) cursor.notice('pyhocon takes // for a part of this key', keyStart, keyEnd);
  const operatorStart = operator === '{' ? cursor.at : cursor.at - operator.length;
  const value = readEntryValue(cursor, operator, path.length);
  return value && { key, keyStart, keyEnd, path, operator, operatorStart, value };
}

/** Moves behind what stands between key and value, lines and comments included. */
function readOperator(cursor: Cursor): SyntaxEntry['operator'] | undefined {
  const after = cursor.at;
  const comments = cursor.comments.length;
  const code = cursor.skipLines();
  if (code === 123) return '{';
  if (code === 61 || code === 58) {
    cursor.at++;
    return code === 61 ? '=' : ':';
  }
  if (code === 43 && cursor.code(1) === 61) {
    cursor.at += 2;
    // To add to a value is to refer to what it was.
    cursor.hasReferences = true;
    return '+=';
  }
  cursor.at = after;
  cursor.comments.length = comments;
  return undefined;
}

/** Reads the value behind a key of so many steps, each of which is a level of the tree. */
function readEntryValue(cursor: Cursor, operator: SyntaxEntry['operator'], steps: number): SyntaxValue | undefined {
  const behindOperator = cursor.at;
  if (operator !== '{') cursor.skipLines();
  if (!enter(cursor, STEP_WEIGHT * steps, steps)) {
    skipBroken(cursor);
    return undefined;
  }
  // Python's calls for the steps come after those for the value.
  cursor.weight -= STEP_WEIGHT * steps;
  const value = operator === '{' ? readBraces(cursor, DIRECT_OBJECT_WEIGHT) : readValue(cursor);
  cursor.depth -= steps;
  const isEmpty = value.kind === 'string' && value.end === value.start;
  if (!isEmpty || !endsEntry(cursor)) return value;
  cursor.notice('nothing stands here, which pyhocon takes for an empty text', behindOperator - operator.length, behindOperator);
  return { ...value, start: behindOperator, end: behindOperator };
}

/** Whether the place is one where an entry may end. */
function endsEntry(cursor: Cursor): boolean {
  const code = cursor.skipBlanks();
  return code === 44 || isLineEnd(code) || (code === 125 && cursor.openBraces > 0) || cursor.at >= cursor.text.length;
}

/** Reads a list in brackets. */
export function readBrackets(cursor: Cursor): SyntaxList | UnknownNode {
  const start = cursor.at;
  if (!enter(cursor, LIST_WEIGHT, 1)) return skipTooDeep(cursor);
  cursor.openBrackets++;
  cursor.at++;
  const items: SyntaxValue[] = [];
  const intact = readItems(cursor, items, start);
  cursor.openBrackets--;
  leave(cursor, LIST_WEIGHT, 1);
  return { kind: 'brackets', start, end: cursor.at, items, damaged: !intact };
}

function readItems(cursor: Cursor, items: SyntaxValue[], open: number): boolean {
  let intact = true;
  for (;;) {
    cursor.skipSeparators();
    const code = cursor.code();
    if (code === 93) {
      cursor.at++;
      return intact;
    }
    if (cursor.at >= cursor.text.length) {
      cursor.refuse('the bracket is not closed', open, open + 1);
      return false;
    }
    if (code === 125 && cursor.openBraces > 0) {
      cursor.refuse('a closing bracket is expected before this brace', cursor.at, cursor.at + 1);
      return false;
    }
    const start = cursor.at;
    const item = { value: readValue(cursor) };
    const next = cursor.skipBlanks();
    const isEnd = next === 93 || next === 44 || isLineEnd(next) || cursor.startsComment(next) || cursor.at >= cursor.text.length;
    if (isEnd || (next === 125 && cursor.at > start)) {
      items.push(item.value);
      continue;
    }
    intact = false;
    refuseLeftover(cursor, item);
    items.push(item.value);
  }
}

function skipTooDeep(cursor: Cursor): UnknownNode {
  const start = cursor.at;
  skipNested(cursor);
  cursor.unquoted = false;
  cursor.tailStart = cursor.at;
  return hole(start, cursor.at);
}

function hole(start: number, end: number): UnknownNode {
  return { kind: 'unknown', start, end, value: undefined };
}
