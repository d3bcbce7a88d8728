import type { Budget } from './budget';
import { deepCopy } from './deep-copy';
import type { Evaluation } from './evaluate';
import { referencesOf, transform } from './joins';
import { type KeyPart, parseKey } from './key-path';
import {
  addMember,
  deleteMember,
  isFalsyValue,
  type Join,
  type Leaf,
  type List,
  lookedUp,
  memberOf,
  PythonError,
  type Reference,
  type Text,
  type Tree,
  type Value,
} from './model';
import { pythonText } from './python-text';
import { lookUp } from './trees';

/** `${…}` of this form is meant for the environment. */
const ENVIRONMENT_NAME = /^[A-Z][A-Z0-9_]+$/;

/**
 * Follows all references of a tree, in pyhocon's order, with its outcome (`ConfigParser.resolve_substitutions` in
 * `pyhocon/config_parser.py`; the steps there have an odd order and odd exceptions, all of which count). What cannot be followed
 * stays a join.
 */
export function resolve(root: Tree | List, evaluation: Evaluation): void {
  const resolver = new Resolver(root, evaluation);
  try {
    resolver.run();
  } catch (error) {
    resolver.reportFailure(error);
  }
}

class Resolver {
  readonly #root: Tree | List;
  readonly #evaluation: Evaluation;
  readonly #budget: Budget;
  /** Where the references start that were said to be undefined. */
  readonly #reported = new Set<number>();
  /** The reference at work, to which an error is reported. */
  #at: Reference | undefined;

  constructor(root: Tree | List, evaluation: Evaluation) {
    this.#root = root;
    this.#evaluation = evaluation;
    this.#budget = evaluation.budget;
  }

  reportFailure(error: unknown): void {
    const { start, end } = this.#at ?? this.#root;
    if (!(error instanceof PythonError)) throw error;
    this.#evaluation.report({ message: error.message, range: { start, end }, refusal: error.refusal, kind: 'loader' });
  }

  run(): void {
    if (this.#root.kind === 'tree') this.#resolveSelfReferences(this.#root);
    const pending = this.#find(this.#root);
    if (pending.length > 0) {
      const isUnresolved = this.#resolveAll(pending);
      this.#finish(this.#root);
      if (isUnresolved) {
        const first = pending[0];
        this.#at = first ?? this.#at;
        throw new PythonError(`pyhocon cannot resolve ${first ? written(first) : 'a reference'}; it may lead back to itself`);
      }
    }
    this.#finish(this.#root);
  }

  /** `_fixup_self_references`: what a key of the root says of its own earlier value. */
  #resolveSelfReferences(root: Tree): void {
    const members = [...root.members];
    for (const [position, { key }] of members.entries()) {
      const version = root.version;
      const history = root.history?.get(key) ?? [];
      let previous: Value | undefined = history[0];
      for (const current of history.slice(1)) previous = this.#resolveAgainst(root, key, previous, current);
      if (history.length === 1) this.#resolveWithoutPast(root, key, previous);
      if (root.version !== version && position < members.length - 1) {
        throw new PythonError('pyhocon fails here: a key that refers to itself goes while it walks over the keys');
      }
    }
  }

  #resolveAgainst(root: Tree, key: string, previous: Value | undefined, value: Value): Value | undefined {
    let current: Value | undefined = value;
    for (const reference of this.#find(value)) {
      const path = this.#pathToSelf(root, key, reference);
      if (!path) continue;
      if (previous?.kind === 'join')
        throw new PythonError(`pyhocon cannot resolve ${written(reference)}; it may lead back to itself`);
      const past = path.length === 1 ? previous : pastAt(previous, path.slice(1));
      current = this.#substitute(reference, past?.kind === 'none' ? undefined : past, true).result;
    }
    return current;
  }

  #resolveWithoutPast(root: Tree, key: string, value: Value | undefined): void {
    if (!value) return;
    for (const reference of this.#find(value)) {
      if (!this.#pathToSelf(root, key, reference)) continue;
      if (ENVIRONMENT_NAME.test(key)) this.#substitute(reference, this.#elsewhere(reference), true);
      else if (reference.optional) this.#substitute(reference, undefined, true);
    }
  }

  /** The path of a reference that has to look at an earlier value of the key. */
  #pathToSelf(root: Tree, key: string, reference: Reference): readonly KeyPart[] | undefined {
    this.#at = reference;
    const path = parseKey(reference.variable);
    if (path.length > 1) {
      const now = lookUp(root, path);
      if (typeof now !== 'string' && now.kind !== 'none') return undefined;
    }
    if (path.length === 0) throw new PythonError('pyhocon fails on an empty path');
    return path[0]?.key === key ? path : undefined;
  }

  /** The loop of `resolve_substitutions`. Returns whether something is left over; `pending` then holds it. */
  #resolveAll(pending: Reference[]): boolean {
    const waiting = new Map<Reference, Reference[]>();
    let before: Reference[] = [];
    let isUnresolved = true;
    while (isUnresolved && pending.length > 0 && !sameSet(pending, before)) {
      isUnresolved = false;
      before = [...pending];
      for (const reference of before) isUnresolved = this.#step(reference, pending, waiting, isUnresolved);
    }
    return isUnresolved;
  }

  #step(reference: Reference, pending: Reference[], waiting: Map<Reference, Reference[]>, soFar: boolean): boolean {
    this.#at = reference;
    this.#budget.spend(1 + (pending.length >> 4));
    const parent = parentOf(reference);
    let overridden = parent.overridden;
    if (overridden?.kind === 'join') overridden = transform(overridden, this.#evaluation);
    if (overridden?.kind === 'join' && pending.some((other) => other.parent === overridden)) return soFar;

    const found = this.#lookUp(reference);
    if (found.value?.kind === 'join') {
      const resolved = transform(found.value, this.#evaluation);
      const value = overridden && overridden.kind !== 'join' && !isFalsyValue(overridden) ? overridden : resolved;
      const { isUnresolved } = this.#substitute(reference, value, found.isResolved);
      if (!isUnresolved) removeFrom(pending, reference);
      return isUnresolved || soFar;
    }

    let group: Reference[] = [];
    if (overridden?.kind === 'join') {
      const known = waiting.get(reference);
      if (!known) return soFar;
      group = known;
    }
    group.push(reference);
    const overriding = pending.filter((other) => other.parent?.overridden === parent);
    if (overriding.length > 0) {
      for (const other of overriding) {
        const values = waiting.get(other) ?? [];
        values.push(...group);
        waiting.set(other, values);
      }
      if (!removeFrom(pending, reference)) throw new PythonError('pyhocon fails to follow this reference', 'reject');
      return soFar;
    }
    return this.#substituteGroup(group, pending) || soFar;
  }

  #substituteGroup(group: readonly Reference[], pending: Reference[]): boolean {
    let isUnresolved = false;
    for (const reference of group) {
      this.#at = reference;
      this.#budget.spend(1 + (pending.length >> 4));
      const found = this.#lookUp(reference);
      const value = !found.isResolved && reference.optional ? undefined : found.value;
      const result = this.#substitute(reference, value, found.isResolved);
      isUnresolved = result.isUnresolved;
      removeFrom(pending, reference);
      pending.push(...result.further);
    }
    return isUnresolved;
  }

  /** `_resolve_variable`: in the text, or else in the environment, which cannot be known here. */
  #lookUp(reference: Reference): { readonly isResolved: boolean; readonly value: Value | undefined } {
    if (this.#root.kind === 'list') throw new PythonError('pyhocon fails on references in a text that is a list');
    const found = lookUp(this.#root, parseKey(reference.variable));
    if (found === 'blocked') throw new PythonError(`pyhocon fails on ${written(reference)}: a part of that path is no object`);
    if (found !== 'missing') return { isResolved: true, value: found.kind === 'none' ? undefined : found };
    const mayBeElsewhere = this.#evaluation.hasIncludes || ENVIRONMENT_NAME.test(reference.variable);
    if (reference.optional) return { isResolved: mayBeElsewhere, value: mayBeElsewhere ? this.#elsewhere(reference) : undefined };
    this.#reportUndefined(reference, mayBeElsewhere);
    return { isResolved: true, value: this.#elsewhere(reference) };
  }

  /** What an included file or the environment may define. */
  #elsewhere(reference: Reference): Leaf {
    const value = unknownAt(reference);
    this.#evaluation.elsewhere.add(value);
    return value;
  }

  #reportUndefined(reference: Reference, mayBeElsewhere: boolean): void {
    if (this.#reported.has(reference.start)) return;
    this.#reported.add(reference.start);
    const elsewhere = this.#evaluation.hasIncludes
      ? 'an included file or the environment of the server'
      : 'the environment of the server';
    this.#evaluation.report({
      message: `${reference.variable} is not defined in this text; pyhocon fails unless ${elsewhere} has it`,
      range: { start: reference.start, end: reference.end },
      refusal: mayBeElsewhere ? undefined : 'crash',
      kind: 'loader',
    });
  }

  /** `_do_substitute`: puts the value in the place of the reference, and the join's new value in the place of the join. */
  #substitute(reference: Reference, value: Value | undefined, isResolved: boolean): Substitution {
    if (value?.kind === 'join') return { isUnresolved: true, further: [], result: value };
    const parent = parentOf(reference);
    parent.tokens[reference.index] = value === undefined ? null : this.#tokenFor(reference, value, parent);
    const transformed = transform(parent, this.#evaluation);
    const result = transformed === undefined && !isResolved ? parent.overridden : transformed;
    if (result === undefined) {
      removeKey(parent);
      return { isUnresolved: false, further: [], result };
    }
    setKey(parent, result);
    const further = this.#find(result);
    return { isUnresolved: further.length > 0, further, result };
  }

  #tokenFor(reference: Reference, value: Exclude<Value, Join>, parent: Join): Text | Tree | List {
    const { start, end } = reference;
    if (this.#evaluation.elsewhere.has(value)) return { kind: 'text', value: unknownAt(reference), tail: '', isElsewhere: true };
    const origin = originOf(value);
    if (value.kind === 'tree' || value.kind === 'list') {
      const copy = deepCopy(value, this.#budget);
      copy.start = start;
      copy.end = end;
      copy.origin = origin;
      return copy;
    }
    if (reference.index === parent.tokens.length - 1) return { kind: 'text', value: { ...value, start, end, origin }, tail: '' };
    const text = pythonText(value, this.#evaluation.text);
    const leaf: Leaf =
      text === undefined ? unknownAt(reference) : { kind: 'string', start, end, value: text + reference.tail, origin };
    return { kind: 'text', value: leaf, tail: '' };
  }

  /** `_find_substitutions` */
  #find(value: Value): Reference[] {
    const found: Reference[] = [];
    this.#collect(value, found);
    return found;
  }

  #collect(value: Value, into: Reference[]): void {
    this.#budget.spend(1);
    if (value.kind === 'join') for (const reference of referencesOf(value, this.#budget)) into.push(reference);
    else if (value.kind === 'tree') for (const member of value.members) this.#collect(member.value, into);
    else if (value.kind === 'list') for (const item of value.items) this.#collect(item, into);
  }

  /** `_final_fixup`: puts the values of finished joins in their places. Returns `undefined` for Python's None. */
  #finish(value: Value): Value | undefined {
    this.#budget.spend(1);
    if (value.kind === 'join') return transform(value, this.#evaluation);
    if (value.kind === 'list') {
      const items = value.items.map((item): Value => this.#finish(item) ?? { kind: 'none', start: item.start, end: item.end });
      return { kind: 'list', start: value.start, end: value.end, origin: value.origin, items };
    }
    if (value.kind === 'tree') {
      for (const member of value.members) {
        const held = lookedUp(member.value);
        member.value = this.#finish(held) ?? { kind: 'none', start: held.start, end: held.end };
      }
    }
    return value;
  }
}

interface Substitution {
  readonly isUnresolved: boolean;
  /** References that the new value brings with it. */
  readonly further: readonly Reference[];
  readonly result: Value | undefined;
}

function written(reference: Reference): string {
  return `\${${reference.optional ? '?' : ''}${reference.variable}}`;
}

function unknownAt({ start, end }: Reference): Leaf {
  return { kind: 'unknown', start, end, value: undefined };
}

function originOf(value: Exclude<Value, Join>) {
  if (value.kind !== 'none' && value.origin) return value.origin;
  return { start: value.start, end: value.end };
}

function parentOf(reference: Reference): Join {
  if (!reference.parent) throw new PythonError('pyhocon fails on a reference outside of a value');
  return reference.parent;
}

function pastAt(previous: Value | undefined, path: readonly KeyPart[]): Value {
  const past = previous?.kind === 'tree' ? lookUp(previous, path) : 'blocked';
  if (typeof past === 'string') throw new PythonError('pyhocon fails on this reference: the earlier value has no such path');
  return past;
}

function removeKey({ parent, key }: Join): void {
  if (!parent || key === undefined) throw new PythonError('pyhocon fails on a reference that nothing holds');
  if (parent.kind === 'tree') {
    if (typeof key === 'string' && memberOf(parent, key)) deleteMember(parent, key);
  } else if (typeof key === 'number' && parent.items.some((item) => equalsIndex(item, key))) {
    // Python asks a list for a value, not for an index.
    if (key >= parent.items.length) throw new PythonError('pyhocon fails to leave this out of its list');
    parent.items.splice(key, 1);
  }
}

function equalsIndex(item: Value, index: number): boolean {
  if (item.kind === 'boolean') return Number(item.value) === index;
  return (item.kind === 'integer' || item.kind === 'float') && item.value === index;
}

function setKey(join: Join, value: Value): void {
  const { parent, key } = join;
  if (parent?.kind === 'tree' && typeof key === 'string') {
    const member = memberOf(parent, key);
    if (member) member.value = value;
    else addMember(parent, { key, keyStart: join.start, keyEnd: join.start, value });
  } else if (parent?.kind === 'list' && typeof key === 'number') {
    if (key >= parent.items.length) throw new PythonError('pyhocon fails to put this into its list');
    parent.items[key] = value;
  } else throw new PythonError('pyhocon fails on a reference that nothing holds');
}

function removeFrom(list: Reference[], reference: Reference): boolean {
  const index = list.indexOf(reference);
  if (index === -1) return false;
  list.splice(index, 1);
  return true;
}

function sameSet(a: readonly Reference[], b: readonly Reference[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((each) => right.has(each));
}
