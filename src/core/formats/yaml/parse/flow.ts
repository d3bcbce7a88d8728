import type { Mark } from '../scan/token';
import { parseNode } from './node';
import { advance, complainAboutToken, complainAt, current, is, isAtDocumentEnd, type ParseState } from './state';
import {
  emptyScalar,
  type MappingSyntax,
  NO_PROPERTIES,
  type Pair,
  type Properties,
  type SequenceSyntax,
  type SyntaxNode,
} from './syntax';

/** `[a, b: c]`; a pair without braces is an object of one key. */
export function parseFlowSequence(state: ParseState, properties: Properties): SequenceSyntax {
  const items: SyntaxNode[] = [];
  const range = parseItems(state, 'flow-sequence-end', () => {
    items.push(is(state, 'key') ? parseSinglePair(state) : parseNode(state, 'flow'));
  });
  const starts = items.map(({ from }) => from);
  return { kind: 'sequence', items, isFlow: true, starts, ...properties, start: range.start, end: range.end };
}

function parseSinglePair(state: ParseState): MappingSyntax {
  const pair = parsePair(state, 'flow-sequence-end');
  const { start } = pair;
  const { end } = pair.value;
  return { kind: 'mapping', pairs: [pair], isFlow: true, isIncomplete: false, ...NO_PROPERTIES, from: start, start, end };
}

/** `{a: b, c}`; a key without a value has null. */
export function parseFlowMapping(state: ParseState, properties: Properties): MappingSyntax {
  const pairs: Pair[] = [];
  let isIncomplete = false;
  const range = parseItems(state, 'flow-mapping-end', () => {
    if (is(state, 'key')) {
      pairs.push(parsePair(state, 'flow-mapping-end'));
      return;
    }
    const key = parseNode(state, 'flow');
    if (key.kind === 'hole') isIncomplete = true;
    else pairs.push({ key, value: emptyScalar(key.end), start: key.from });
  });
  if (!range.isClosed) isIncomplete = true;
  return { kind: 'mapping', pairs, isFlow: true, isIncomplete, ...properties, start: range.start, end: range.end };
}

function parsePair(state: ParseState, closing: Mark): Pair {
  const mark = advance(state);
  const key = is(state, 'value', 'flow-entry', closing) ? emptyScalar(mark.end) : parseNode(state, 'flow');
  const start = Math.min(mark.start, key.from);
  if (!is(state, 'value')) return { key, value: emptyScalar(key.end), start };
  const colon = advance(state);
  const value = is(state, 'flow-entry', closing) ? emptyScalar(colon.end) : parseNode(state, 'flow');
  return { key, value, start };
}

interface FlowRange {
  readonly start: number;
  readonly end: number;
  readonly isClosed: boolean;
}

const CLOSING: readonly Mark[] = ['flow-sequence-end', 'flow-mapping-end'];

/** Reads items with commas between them up to the closing bracket. */
function parseItems(state: ParseState, closing: Mark, parseItem: () => void): FlowRange {
  const opening = advance(state);
  const { start } = opening;
  let needsComma = false;
  while (!isAtDocumentEnd(state)) {
    if (is(state, closing)) return { start, end: advance(state).end, isClosed: true };
    if (is(state, ...CLOSING)) {
      complainAboutToken(state);
      return { start, end: advance(state).end, isClosed: false };
    }
    if (needsComma) {
      const token = current(state);
      if (token.kind === 'value')
        complainAt(state, "a second ':' cannot stand here; quote the value, or put a comma before it", token);
      else if (token.kind !== 'flow-entry' && token.kind !== 'hole') complainAt(state, 'a comma is missing before this', token);
      needsComma = token.kind === 'hole';
      if (needsComma || token.kind === 'flow-entry' || token.kind === 'value') {
        advance(state);
        continue;
      }
    }
    const { at } = state;
    parseItem();
    needsComma = true;
    if (state.at === at && !is(state, 'flow-entry', ...CLOSING)) {
      advance(state);
      needsComma = false;
    }
  }
  // The scanner reports what is open at the end of the text.
  if (!is(state, 'stream-end')) complainAt(state, 'the document ends before this bracket is closed', opening);
  return { start, end: Math.max(opening.end, current(state).start), isClosed: false };
}
