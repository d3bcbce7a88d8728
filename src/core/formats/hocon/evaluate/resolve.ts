import type { Evaluation } from './evaluate';
import { transform } from './joins';
import { isFalsyValue, type List, lookedUp, PythonError, type Reference, type Tree, type Value } from './model';
import { Pending } from './pending';
import { findReferences, parentOf, type Resolution, written } from './references';
import { resolveSelfReferences } from './self-references';
import { substitute } from './substitute';
import { lookUpVariable } from './variables';

/**
 * Follows all references of a tree, in pyhocon's order, with its outcome (`ConfigParser.resolve_substitutions` in
 * `pyhocon/config_parser.py`; the steps there have an odd order and odd exceptions, all of which count). What cannot be followed
 * stays a join.
 */
export function resolve(root: Tree | List, evaluation: Evaluation): void {
  const resolution: Resolution = { ...evaluation, at: undefined, reported: new Set() };
  try {
    resolveAll(root, resolution);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const { start, end } = resolution.at ?? root;
    evaluation.report({ message: error.message, range: { start, end }, refusal: error.refusal, kind: 'loader' });
  }
}

function resolveAll(root: Tree | List, resolution: Resolution): void {
  if (root.kind === 'tree') resolveSelfReferences(root, resolution);
  const pending = new Pending(findReferences(root, resolution.budget));
  if (pending.size > 0) {
    const isUnresolved = new Rounds(root, resolution, pending).run();
    finish(root, resolution);
    if (isUnresolved) {
      const [first] = pending.all();
      resolution.at = first ?? resolution.at;
      throw new PythonError(`pyhocon cannot resolve ${first ? written(first) : 'a reference'}; it may lead back to itself`);
    }
  }
  finish(root, resolution);
}

/** The loop of `resolve_substitutions`: round after round over the references that are left. */
class Rounds {
  readonly #root: Tree | List;
  readonly #resolution: Resolution;
  readonly #pending: Pending;
  /** The references that one is to be substituted together with, once what it overrides is known. */
  readonly #waiting = new Map<Reference, Reference[]>();

  constructor(root: Tree | List, resolution: Resolution, pending: Pending) {
    this.#root = root;
    this.#resolution = resolution;
    this.#pending = pending;
  }

  /** Returns whether something is left over; `pending` then holds it. */
  run(): boolean {
    let before: readonly Reference[] = [];
    let isUnresolved = true;
    while (isUnresolved && this.#pending.size > 0) {
      const now = this.#pending.all();
      if (sameSet(now, before)) break;
      isUnresolved = false;
      before = now;
      for (const reference of before) isUnresolved = this.#follow(reference) || isUnresolved;
    }
    return isUnresolved;
  }

  /** Follows one reference, as far as that goes in this round. Returns whether that leaves something to be resolved. */
  #follow(reference: Reference): boolean {
    this.#step(reference);
    const parent = parentOf(reference);
    const overridden = this.#valueOf(parent.overridden);
    if (overridden?.kind === 'join' && this.#pending.hasPartOf(overridden)) return false;

    const found = lookUpVariable(this.#root, reference, this.#resolution);
    if (found.value?.kind === 'join') {
      const hasPast = overridden && overridden.kind !== 'join' && !isFalsyValue(overridden);
      const value = hasPast ? overridden : this.#valueOf(found.value);
      const { isUnresolved } = substitute(reference, value, found.isResolved, this.#resolution);
      if (!isUnresolved) this.#pending.remove(reference);
      return isUnresolved;
    }

    const group = overridden?.kind === 'join' ? this.#waiting.get(reference) : [];
    if (!group) return false;
    group.push(reference);
    const overriding = this.#pending.overriding(parent);
    if (overriding.length === 0) return this.#substituteGroup(group);
    for (const other of overriding) this.#waiting.set(other, [...(this.#waiting.get(other) ?? []), ...group]);
    if (!this.#pending.remove(reference)) throw new PythonError('pyhocon fails to follow this reference', 'reject');
    return false;
  }

  #substituteGroup(group: readonly Reference[]): boolean {
    let isUnresolved = false;
    for (const reference of group) {
      this.#step(reference);
      const found = lookUpVariable(this.#root, reference, this.#resolution);
      const value = !found.isResolved && reference.optional ? undefined : found.value;
      const result = substitute(reference, value, found.isResolved, this.#resolution);
      isUnresolved = result.isUnresolved;
      this.#pending.remove(reference);
      for (const each of result.further) this.#pending.add(each);
    }
    return isUnresolved;
  }

  #valueOf(value: Value | undefined): Value | undefined {
    return value?.kind === 'join' ? transform(value, this.#resolution) : value;
  }

  #step(reference: Reference): void {
    this.#resolution.at = reference;
    this.#resolution.budget.spend(1);
  }
}

/** Puts the values of finished joins in their places (`_final_fixup`). Returns `undefined` for Python's None. */
function finish(value: Value, resolution: Resolution): Value | undefined {
  resolution.budget.spend(1);
  if (value.kind === 'join') return transform(value, resolution);
  if (value.kind === 'list') {
    const items = value.items.map(
      (item): Value => finish(item, resolution) ?? { kind: 'none', start: item.start, end: item.end },
    );
    return { kind: 'list', start: value.start, end: value.end, origin: value.origin, items };
  }
  if (value.kind === 'tree') {
    for (const member of value.members) {
      const held = lookedUp(member.value);
      member.value = finish(held, resolution) ?? { kind: 'none', start: held.start, end: held.end };
    }
  }
  return value;
}

function sameSet(a: readonly Reference[], b: readonly Reference[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((each) => right.has(each));
}
