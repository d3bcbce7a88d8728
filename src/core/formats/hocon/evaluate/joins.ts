import type { SyntaxPiece } from '../parse/syntax';
import { trimBlanks } from '../parse/values';
import { pythonText } from '../python-text';
import type { Budget } from './budget';
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
import { indexTokens, mergeInto } from './trees';

/** What it takes to join values. */
export interface Joining {
  /** The text that they come from. */
  readonly text: string;
  /** Values that come from an included file or the environment: nothing is known of them, not even their kind. */
  readonly elsewhere: Set<Value>;
  readonly budget: Budget;
}

/** A new join of these pieces (`ConfigValues.__init__` in `pyhocon/config_tree.py`). */
export function newJoin(start: number, end: number, tokens: Token[]): Join {
  const join: Join = {
    kind: 'join',
    start,
    end,
    tokens,
    parent: undefined,
    key: undefined,
    overridden: undefined,
    overriders: undefined,
  };
  indexTokens(join);
  return join;
}

/** The piece as a token; a text without quotes loses the blanks at its end where it comes last. */
export function textToken(value: Leaf, { tail, unquoted }: Pick<SyntaxPiece, 'tail' | 'unquoted'>, isLast: boolean): Text {
  if (!unquoted || value.kind !== 'string') return { kind: 'text', value, tail };
  return { kind: 'text', value: isLast ? { ...value, value: trimBlanks(value.value) } : value, tail: '' };
}

/** The references that must be known first: of what the join overrides, then its own (`ConfigValues.get_substitutions`). */
export function referencesOf(join: Join, budget: Budget): Reference[] {
  const result: Reference[][] = [];
  for (const each of overrideChain(join, budget)) {
    result.push(each.tokens.filter((token): token is Reference => token?.kind === 'reference'));
  }
  return result.reverse().flat();
}

function hasReferences(join: Join, budget: Budget): boolean {
  for (const each of overrideChain(join, budget)) {
    if (each.tokens.some((token) => token?.kind === 'reference')) return true;
  }
  return false;
}

/** Walks of more joins than this look out for one that they have met before. */
const UNSUSPICIOUS = 50;

/** The join, and the joins that it overrides. pyhocon walks for ever where that leads back to the first. */
function* overrideChain(join: Join, budget: Budget): Generator<Join> {
  let steps = 0;
  const met = new Set<Join>();
  for (let at: Value | undefined = join; at?.kind === 'join'; at = at.overridden) {
    if (++steps > 1) budget.spend(1);
    if (steps > UNSUSPICIOUS) {
      if (met.has(at)) throw new PythonError('pyhocon does not come to an end with these references');
      met.add(at);
    }
    yield at;
  }
}

/**
 * What the pieces make together (`ConfigValues.transform`): the join itself while a reference is unknown, `undefined` where
 * nothing is left of it.
 */
export function transform(join: Join, joining: Joining): Value | undefined {
  if (hasReferences(join, joining.budget)) return join;
  const tokens = join.tokens.filter((token) => token !== null);
  const first = tokens[0];
  if (!first) return undefined;
  if (tokens.some((token) => token.kind === 'text' && token.isElsewhere)) {
    const unknown: Leaf = { kind: 'unknown', start: join.start, end: join.end, value: undefined };
    joining.elsewhere.add(unknown);
    return unknown;
  }
  for (const token of tokens) {
    if (token.kind !== first.kind) {
      throw new PythonError(`pyhocon cannot join ${NAMES[first.kind]} and ${NAMES[token.kind]}`);
    }
  }
  if (first.kind === 'tree') return mergeAll(join, tokens as Tree[], joining);
  if (first.kind === 'list') return chain(join, tokens as List[]);
  return joinTexts(join, tokens as Text[], joining);
}

const NAMES = { tree: 'an object', list: 'a list', text: 'a string or number', reference: 'a reference' } as const;

function mergeAll(join: Join, trees: readonly Tree[], joining: Joining): Tree {
  const below: Tree[] = [];
  let at = join.overridden;
  while (at) {
    const value: Value | undefined = at.kind === 'join' ? transform(at, joining) : at;
    // An empty object stops pyhocon's walk, as Python takes it for false.
    if (value?.kind !== 'tree' || (at.kind === 'tree' && at.members.length === 0)) break;
    below.push(value);
    at = at.kind === 'join' ? at.overridden : undefined;
  }
  const result = newTree(join.start, join.end);
  result.origin = trees.length === 1 ? trees[0]?.origin : undefined;
  for (const tree of below.reverse()) mergeInto(result, tree, true, joining.budget);
  for (const tree of trees) mergeInto(result, tree, true, joining.budget);
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

function joinTexts(join: Join, texts: readonly Text[], joining: Joining): Value {
  const { start, end } = join;
  const only = texts.length === 1 ? texts[0] : undefined;
  if (only) return only.value;
  let value = '';
  for (const [index, text] of texts.entries()) {
    const written = pythonText(text.value, joining.text);
    if (written === undefined) return { kind: 'unknown', start, end, value: undefined };
    value += index === texts.length - 1 ? written : written + text.tail;
  }
  return { kind: 'string', start, end, value };
}
