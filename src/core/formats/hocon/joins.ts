import {
  type Join,
  type Leaf,
  type List,
  newList,
  newTree,
  PythonError,
  type Reference,
  type Text,
  type Token,
  type Tree,
  type Value,
} from './model';
import { pythonText } from './python-text';
import type { SyntaxPiece } from './syntax';
import { indexTokens, mergeInto } from './trees';
import { trimBlanks } from './values';

/** A new join of these pieces (`ConfigValues.__init__` in `pyhocon/config_tree.py`). */
export function newJoin(start: number, end: number, tokens: Token[]): Join {
  const join: Join = { kind: 'join', start, end, tokens, parent: undefined, key: undefined, overridden: undefined };
  indexTokens(join);
  return join;
}

/** The piece as a token; a text without quotes loses the blanks at its end where it comes last. */
export function textToken(value: Leaf, { tail, unquoted }: Pick<SyntaxPiece, 'tail' | 'unquoted'>, isLast: boolean): Text {
  if (!unquoted || value.kind !== 'string') return { kind: 'text', value, tail };
  return { kind: 'text', value: isLast ? { ...value, value: trimBlanks(value.value) } : value, tail: '' };
}

/** The references that must be known first: of what the join overrides, then its own (`ConfigValues.get_substitutions`). */
export function referencesOf(join: Join): Reference[] {
  let result = ownReferences(join);
  for (let below = join.overridden; below?.kind === 'join'; below = below.overridden) {
    result = [...ownReferences(below), ...result];
  }
  return result;
}

function ownReferences(join: Join): Reference[] {
  return join.tokens.filter((token): token is Reference => token?.kind === 'reference');
}

function hasReferences(join: Join): boolean {
  for (let at: Value | undefined = join; at?.kind === 'join'; at = at.overridden) {
    if (at.tokens.some((token) => token?.kind === 'reference')) return true;
  }
  return false;
}

/**
 * What the pieces make together (`ConfigValues.transform`): the join itself while a reference is unknown, `undefined` where
 * nothing is left of it. `source` is the text that integers beyond 2^53 are looked up in.
 */
export function transform(join: Join, source: string): Value | undefined {
  if (hasReferences(join)) return join;
  const tokens = join.tokens.filter((token) => token !== null);
  const first = tokens[0];
  if (!first) return undefined;
  for (const token of tokens) {
    if (token.kind !== first.kind) {
      throw new PythonError(`pyhocon cannot join ${NAMES[first.kind]} and ${NAMES[token.kind]}`);
    }
  }
  if (first.kind === 'tree') return mergeAll(join, tokens as Tree[], source);
  if (first.kind === 'list') return chain(join, tokens as List[]);
  return joinTexts(join, tokens as Text[], source);
}

const NAMES = { tree: 'an object', list: 'a list', text: 'a text or number', reference: 'a reference' } as const;

function mergeAll(join: Join, trees: readonly Tree[], source: string): Tree {
  const below: Tree[] = [];
  let at = join.overridden;
  while (at) {
    const value: Value | undefined = at.kind === 'join' ? transform(at, source) : at;
    // An empty object stops pyhocon's walk, as Python takes it for false.
    if (value?.kind !== 'tree' || (at.kind === 'tree' && at.members.length === 0)) break;
    below.push(value);
    at = at.kind === 'join' ? at.overridden : undefined;
  }
  const result = newTree(join.start, join.end);
  result.origin = trees.length === 1 ? trees[0]?.origin : undefined;
  for (const tree of below.reverse()) mergeInto(result, tree, true);
  for (const tree of trees) mergeInto(result, tree, true);
  return result;
}

function chain(join: Join, lists: readonly List[]): List {
  const result = newList(join.start, join.end, []);
  result.origin = lists.length === 1 ? lists[0]?.origin : undefined;
  for (const list of lists) {
    for (const item of list.items) {
      if (item.kind === 'join') {
        item.parent = result;
        item.key = result.items.length;
      }
      result.items.push(item);
    }
  }
  return result;
}

function joinTexts(join: Join, texts: readonly Text[], source: string): Value {
  const { start, end } = join;
  const only = texts.length === 1 ? texts[0] : undefined;
  if (only) return only.value;
  let value = '';
  for (const [index, text] of texts.entries()) {
    const written = pythonText(text.value, source);
    if (written === undefined) return { kind: 'unknown', start, end, value: undefined };
    value += index === texts.length - 1 ? written : written + text.tail;
  }
  return { kind: 'string', start, end, value };
}
