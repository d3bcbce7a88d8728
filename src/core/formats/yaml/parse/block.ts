import type { Token } from '../scan/token';
import { parseNode } from './node';
import { advance, complainAboutToken, current, is, isAtDocumentEnd, type ParseState } from './state';
import {
  emptyScalar,
  holeAt,
  type MappingSyntax,
  type Pair,
  type Properties,
  type SequenceSyntax,
  type SyntaxNode,
} from './syntax';

/** What ends an empty value of a block mapping. */
const BEHIND_EMPTY: readonly Token['kind'][] = ['key', 'value', 'block-end'];

/** `key: value` lines. Lines that are indented differently are reported and taken in. */
export function parseBlockMapping(state: ParseState, properties: Properties): MappingSyntax {
  const { start } = advance(state);
  const pairs: Pair[] = [];
  let inner = 0;
  let isIncomplete = false;
  while (!isAtDocumentEnd(state)) {
    if (is(state, 'key')) {
      pairs.push(parsePair(state));
      continue;
    }
    if (is(state, 'block-end')) {
      advance(state);
      if (inner === 0) break;
      inner--;
      continue;
    }
    isIncomplete = true;
    complainAboutToken(state);
    if (is(state, 'value')) pairs.push(parsePair(state));
    else if (is(state, 'block-mapping-start')) inner += advance(state).kind === 'block-mapping-start' ? 1 : 0;
    else skipNode(state);
  }
  const end = pairs.at(-1)?.value.end ?? start;
  return { kind: 'mapping', pairs, isFlow: false, isIncomplete, ...properties, start, end };
}

/** `key: value`, `? key` and, where the key is missing, `: value`. */
function parsePair(state: ParseState): Pair {
  const first = current(state);
  const key = first.kind === 'key' ? parseHalf(state) : holeAt(first.start, first.start);
  const start = Math.min(first.start, key.from);
  if (is(state, 'value')) return { key, value: parseHalf(state), start };
  // The scanner puts an empty key token before a key whose colon is missing.
  const isBroken = first.kind === 'key' && first.start === first.end;
  return { key, value: isBroken ? holeAt(key.end, key.end) : emptyScalar(key.end), start };
}

/** The value behind `?` or `:`. */
function parseHalf(state: ParseState): SyntaxNode {
  const indicator = advance(state);
  return is(state, ...BEHIND_EMPTY) ? emptyScalar(indicator.end) : parseNode(state, 'behind-key');
}

/** `- item` lines. */
export function parseBlockSequence(state: ParseState, properties: Properties): SequenceSyntax {
  const { start } = advance(state);
  const items: SyntaxNode[] = [];
  const starts: number[] = [];
  while (!isAtDocumentEnd(state)) {
    if (is(state, 'block-entry')) {
      starts.push(current(state).start);
      items.push(parseItem(state, ['block-entry', 'block-end']));
    } else if (is(state, 'block-end')) {
      advance(state);
      break;
    } else {
      complainAboutToken(state);
      skipNode(state);
    }
  }
  return { kind: 'sequence', items, isFlow: false, starts, ...properties, start, end: items.at(-1)?.end ?? start };
}

/** `- item` lines below a key that are indented no deeper than it. */
export function parseIndentlessSequence(state: ParseState, properties: Properties): SequenceSyntax {
  const { start } = current(state);
  const items: SyntaxNode[] = [];
  const starts: number[] = [];
  while (is(state, 'block-entry')) {
    starts.push(current(state).start);
    items.push(parseItem(state, ['block-entry', ...BEHIND_EMPTY]));
  }
  return { kind: 'sequence', items, isFlow: false, starts, ...properties, start, end: items.at(-1)?.end ?? start };
}

function parseItem(state: ParseState, behindEmpty: readonly Token['kind'][]): SyntaxNode {
  const dash = advance(state);
  return is(state, ...behindEmpty) ? emptyScalar(dash.end) : parseNode(state, 'block');
}

/** Reads a value that cannot stand here and drops it; goes on by one token at least. */
function skipNode(state: ParseState): void {
  const { at } = state;
  if (is(state, 'key', 'value')) parsePair(state);
  else if (!is(state, 'block-entry', 'flow-entry', 'flow-sequence-end', 'flow-mapping-end')) parseNode(state, 'block');
  if (state.at === at) advance(state);
}
