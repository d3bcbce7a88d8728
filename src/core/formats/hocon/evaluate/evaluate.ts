import type { ReadProblem } from '../../document';
import { type KeyPart, requotedRest } from '../key-path';
import type { Syntax, SyntaxEntry, SyntaxList, SyntaxObject, SyntaxPiece, SyntaxSequence, SyntaxValue } from '../parse/syntax';
import type { Budget } from './budget';
import { type Joining, newJoin, textToken, transform } from './joins';
import { type List, newList, newTree, PythonError, type Token, type Tree, type Value } from './model';
import { lookUp, put } from './trees';

/** What the evaluation of one text needs to know everywhere. */
export interface Evaluation extends Joining {
  /** References are to be followed, so that it matters which values are copies. */
  readonly hasReferences: boolean;
  readonly hasIncludes: boolean;
  report(problem: ReadProblem): void;
}

/**
 * Merges and joins what the text says, as pyhocon does while it parses (`ConfigTreeParser`, `ListParser` and
 * `ConcatenatedValueParser` in `pyhocon/config_parser.py`). References are left as they are.
 */
export function evaluate(root: Syntax['root'], evaluation: Evaluation): Tree | List {
  return root.kind === 'braces' ? evaluateObject(root, evaluation, true) : evaluateList(root, evaluation);
}

function evaluateObject(syntax: SyntaxObject, evaluation: Evaluation, isRoot = false): Tree {
  const tree = newTree(syntax.start, syntax.end);
  tree.incomplete = syntax.incomplete;
  if (isRoot && evaluation.hasReferences) tree.history = new Map();
  for (const entry of syntax.entries) {
    try {
      putEntry(tree, entry, evaluation);
    } catch (error) {
      reportError(evaluation, { start: entry.keyStart, end: entry.keyEnd }, error);
    }
  }
  return tree;
}

/** What Python raises becomes a problem at the place. */
function reportError(evaluation: Evaluation, range: ReadProblem['range'], error: unknown): void {
  if (!(error instanceof PythonError)) throw error;
  evaluation.report({ message: error.message, range, refusal: error.refusal, kind: 'loader' });
}

function putEntry(tree: Tree, entry: SyntaxEntry, evaluation: Evaluation): void {
  const { path, operator } = entry;
  const { budget } = evaluation;
  const value =
    entry.value.kind === 'braces' && operator === '{'
      ? evaluateObject(entry.value, evaluation)
      : evaluateValue(entry.value, evaluation);
  const added = operator === '+=' ? adding(entry, value) : undefined;
  if (added) put(tree, path, added, false, budget);
  else if (value.kind === 'list') put(tree, path, value, false, budget);
  else {
    if (operator === '+=') noticeReplacing(entry, value, evaluation);
    putPlain(tree, path, value, budget);
  }
}

/** Puts what is no list: pyhocon wraps it in objects for the steps of its key, and merges those. */
function putPlain(tree: Tree, path: readonly KeyPart[], value: Value, budget: Budget): void {
  const first = path[0] as KeyPart;
  const existing = value.kind === 'tree' || value.kind === 'join' ? lookUp(tree, path) : 'missing';
  const isList = typeof existing !== 'string' && existing.kind === 'list';
  if (path.length > 1) {
    const rest = requotedRest(path);
    const wrapper = newTree(path[1]?.start ?? first.end, value.end);
    put(wrapper, rest, value, false, budget);
    put(tree, [first], wrapper, !isList, budget);
  } else if (value.kind === 'tree') put(tree, [first], value, !isList, budget);
  else if (value.kind === 'join')
    put(tree, [first], value, isList || (typeof existing !== 'string' && existing.kind === 'tree'), budget);
  else put(tree, [first], value, false, budget);
}

/**
 * `+=` looks at the whole file for what to add to, by the key as it is written here (sic); only lists and texts are added.
 */
function adding(entry: SyntaxEntry, value: Value): Value | undefined {
  let added: Token;
  if (value.kind === 'list') added = value;
  else if (value.kind === 'string') added = { kind: 'text', value: { ...value, value: ` ${value.value}` }, tail: '' };
  else if (value.kind === 'unknown' && entry.value.kind === 'sequence') added = { kind: 'text', value, tail: '' };
  else return undefined;
  return newJoin(value.start, value.end, [
    {
      kind: 'reference',
      start: entry.operatorStart,
      end: entry.operatorStart + 2,
      variable: entry.key,
      optional: true,
      tail: '',
      parent: undefined,
      index: 0,
    },
    added,
  ]);
}

function noticeReplacing(entry: SyntaxEntry, value: Value, evaluation: Evaluation): void {
  if (value.kind === 'tree' || value.kind === 'join') return;
  evaluation.report({
    message: 'pyhocon adds only lists and texts; this replaces the value',
    range: { start: entry.operatorStart, end: entry.operatorStart + 2 },
    refusal: undefined,
    kind: 'loader',
  });
}

function evaluateValue(syntax: SyntaxValue, evaluation: Evaluation): Value {
  switch (syntax.kind) {
    case 'braces': {
      const tree = evaluateObject(syntax, evaluation);
      return evaluation.hasReferences ? (transform(newJoin(tree.start, tree.end, [tree]), evaluation) ?? tree) : tree;
    }
    case 'brackets': {
      const list = evaluateList(syntax, evaluation);
      return evaluation.hasReferences ? (transform(newJoin(list.start, list.end, [list]), evaluation) ?? list) : list;
    }
    case 'sequence':
      return evaluateSequence(syntax, evaluation);
    case 'reference':
      return newJoin(syntax.start, syntax.end, [{ ...syntax, tail: '', parent: undefined, index: 0 }]);
    case 'include':
      notice(evaluation, syntax, 'an include cannot be a value; pyhocon puts an object of its own here');
      return { kind: 'unknown', start: syntax.start, end: syntax.end, value: undefined };
    default:
      return syntax;
  }
}

function evaluateList(syntax: SyntaxList, evaluation: Evaluation): List {
  const items: Value[] = [];
  const list = newList(syntax.start, syntax.end, items);
  for (const item of syntax.items) {
    // What is included here is not there for the server, which reads the text without its folder.
    if (item.kind === 'include') continue;
    const value = evaluateItem(item, evaluation);
    if (value.kind === 'string' && value.value === '') {
      notice(evaluation, value, 'pyhocon leaves an empty text out of a list');
      continue;
    }
    if (value.kind === 'join') {
      value.parent = list;
      value.key = items.length;
    }
    items.push(value);
  }
  if (syntax.damaged) items.push({ kind: 'unknown', start: syntax.end, end: syntax.end, value: undefined });
  return list;
}

function evaluateItem(item: SyntaxValue, evaluation: Evaluation): Value {
  try {
    return evaluateValue(item, evaluation);
  } catch (error) {
    reportError(evaluation, { start: item.start, end: item.end }, error);
    return { kind: 'unknown', start: item.start, end: item.end, value: undefined };
  }
}

function evaluateSequence(syntax: SyntaxSequence, evaluation: Evaluation): Value {
  const last = syntax.pieces.length - 1;
  const tokens = syntax.pieces.map((piece, index) => tokenOf(piece, index === last, evaluation));
  noticePythonWords(syntax, evaluation);
  const joined = transform(newJoin(syntax.start, syntax.end, tokens), evaluation);
  return joined ?? { kind: 'none', start: syntax.start, end: syntax.end };
}

function tokenOf(piece: SyntaxPiece, isLast: boolean, evaluation: Evaluation): Token {
  const { value, tail } = piece;
  switch (value.kind) {
    case 'braces':
      return evaluateObject(value, evaluation);
    case 'brackets':
      return evaluateList(value, evaluation);
    case 'reference':
      return { ...value, tail, parent: undefined, index: 0 };
    case 'include':
      notice(evaluation, value, 'an include cannot be a part of a value; pyhocon puts an object of its own here');
      return textToken({ kind: 'unknown', start: value.start, end: value.end, value: undefined }, piece, isLast);
    default:
      return textToken(value, piece, isLast);
  }
}

function noticePythonWords(syntax: SyntaxSequence, evaluation: Evaluation): void {
  for (const { value } of syntax.pieces) {
    if (value.kind === 'boolean') {
      notice(
        evaluation,
        value,
        `joined to a string, pyhocon writes this as ${value.value ? 'True' : 'False'}, without blanks behind it`,
      );
    } else if (value.kind === 'null')
      notice(evaluation, value, 'joined to a string, pyhocon writes the address of an object for null');
  }
}

function notice(evaluation: Evaluation, { start, end }: ReadProblem['range'], message: string): void {
  evaluation.report({ message, range: { start, end }, refusal: undefined, kind: 'loader' });
}
