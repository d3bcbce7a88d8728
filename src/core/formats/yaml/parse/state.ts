import type { ReadProblem } from '../../document';
import type { Mark, Token } from '../scan/token';
import { holeAt, type SyntaxNode } from './syntax';

/** Where a parse stands. */
export interface ParseState {
  readonly tokens: readonly Token[];
  readonly problems: ReadProblem[];
  /** The handles of tags and what they stand for. */
  tagHandles: ReadonlyMap<string, string>;
  /** The nodes that have a name; those that are still being read are holes. PyYAML takes each name once. */
  readonly anchors: Map<string, SyntaxNode>;
  at: number;
  /** How many collections are open. */
  depth: number;
}

const STREAM_END: Token = { kind: 'stream-end', start: 0, end: 0 };

/** The token that is looked at; `stream-end` behind the last one. */
export function current(state: ParseState): Token {
  return state.tokens[state.at] ?? state.tokens.at(-1) ?? STREAM_END;
}

/** Whether the current token is of one of these kinds. */
export function is(state: ParseState, ...kinds: readonly Token['kind'][]): boolean {
  return kinds.includes(current(state).kind);
}

/** Steps over the current token; `stream-end` stays. */
export function advance(state: ParseState): Token {
  const token = current(state);
  if (token.kind !== 'stream-end') state.at++;
  return token;
}

/** Whether nothing of a collection can follow, whatever is still open. */
export function isAtDocumentEnd(state: ParseState): boolean {
  return is(state, 'stream-end', 'document-start', 'document-end', 'directive');
}

/** Notes a mistake that stops PyYAML. */
export function complainAt(state: ParseState, message: string, { start, end }: { start: number; end: number }): void {
  state.problems.push({ message, range: { start, end }, refusal: 'crash', kind: 'syntax' });
}

/** Reports the current token as one that cannot stand here, unless it belongs to a stretch that was reported already. */
export function complainAboutToken(state: ParseState): void {
  const token = current(state);
  if (token.kind === 'hole' || state.tokens[state.at - 1]?.kind === 'hole') return;
  complainAt(state, UNEXPECTED[token.kind] ?? 'this cannot stand here', token);
}

const UNEXPECTED: { readonly [kind in Token['kind']]?: string } = {
  scalar: 'nothing may follow the value here; a comma, a colon or a line end is missing before this',
  'block-mapping-start': 'this line is indented differently from the keys around it',
  'block-sequence-start': 'this list is indented differently from the lines around it',
  'block-entry': "a list item cannot stand here; '- ' begins a line of a list",
  'flow-entry': 'a value is missing before this comma',
  'flow-sequence-end': "this ']' does not close what is open",
  'flow-mapping-end': "this '}' does not close what is open",
  key: 'a key cannot stand here',
  value: "a key is missing before this ':'",
  directive: "a directive stands before the document, which then begins with '---'",
};

const OPENING: readonly Token['kind'][] = [
  'flow-sequence-start',
  'flow-mapping-start',
  'block-sequence-start',
  'block-mapping-start',
];
const CLOSING: readonly Mark[] = ['flow-sequence-end', 'flow-mapping-end', 'block-end'];

/** Steps over a whole collection without reading it. */
export function skipCollection(state: ParseState): SyntaxNode {
  const { start } = current(state);
  let open = 0;
  let { end } = current(state);
  do {
    const token = advance(state);
    end = token.end;
    if (OPENING.includes(token.kind)) open++;
    else if (CLOSING.some((kind) => kind === token.kind)) open--;
  } while (open > 0 && !is(state, 'stream-end'));
  return holeAt(start, end);
}
