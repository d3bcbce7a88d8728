import type { Change } from '../rules/finding';
import type { Place } from '../text/range';
import type { TreeEdit } from '../tree/edit';

/** A change of a job that was asked for, in the words of trees. `resolvePlan` makes text edits of it; nothing is changed before. */
export interface EditPlan {
  /** What it does, as a command would be called: `Rename site "a" to "b"`. */
  readonly title: string;
  readonly changes: readonly PlannedChange[];
  /** What is left as it is although a person may have to change it as well. */
  readonly notes: readonly EditNote[];
}

/** One change, and why a person should look at it before it is made, where that is so. */
export interface PlannedChange {
  readonly change: Change;
  readonly doubt?: string;
}

/** A sentence about a plan, and the places that it is about. */
export interface EditNote {
  readonly message: string;
  readonly places: readonly Place[];
}

/** Why something cannot be done, as a sentence that says what to do instead. */
export interface Refusal {
  readonly refused: string;
}

/** Whether the answer is a refusal. */
export function isRefusal<T extends object>(answer: T | Refusal): answer is Refusal {
  return 'refused' in answer;
}

/** A refusal with its reason. */
export function refuse(reason: string): Refusal {
  return { refused: reason };
}

/** A planned change of one tree. */
export function change(file: string, edit: TreeEdit, doubt?: string): PlannedChange {
  return { change: { kind: 'tree', file, edit }, ...(doubt !== undefined && { doubt }) };
}
