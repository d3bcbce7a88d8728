import type { Budget } from './budget';
import type { Evaluation } from './evaluate';
import { referencesOf } from './joins';
import type { Join, Leaf, Reference, Value } from './model';
import { PythonError } from './model';

/** What following the references of one text needs to know everywhere. */
export interface Resolution extends Evaluation {
  /** The reference at work, to which an error is reported. */
  at: Reference | undefined;
  /** Where the references start that were said to be undefined. */
  readonly reported: Set<number>;
}

/** All references of a value that are still to be followed, in pyhocon's order (`_find_substitutions`). */
export function findReferences(value: Value, budget: Budget): Reference[] {
  const found: Reference[] = [];
  collect(value, found, budget);
  return found;
}

function collect(value: Value, into: Reference[], budget: Budget): void {
  budget.spend(1);
  if (value.kind === 'join') for (const reference of referencesOf(value, budget)) into.push(reference);
  else if (value.kind === 'tree') for (const member of value.members) collect(member.value, into, budget);
  else if (value.kind === 'list') for (const item of value.items) collect(item, into, budget);
}

/** The join that the reference is a part of. */
export function parentOf(reference: Reference): Join {
  if (!reference.parent) throw new PythonError('pyhocon fails on a reference outside of a value');
  return reference.parent;
}

/** The reference as it is written in a text. */
export function written(reference: Reference): string {
  return `\${${reference.optional ? '?' : ''}${reference.variable}}`;
}

/** What an included file or the environment may define. */
export function elsewhere({ start, end }: Reference, resolution: Resolution): Leaf {
  const value: Leaf = { kind: 'unknown', start, end, value: undefined };
  resolution.elsewhere.add(value);
  return value;
}
