import type { DraftObject } from '../tree/draft';
import type { Beyond } from './beyond';
import type { ListedClass } from './class-lists';

/** A component that can be added for an argument that asks for one. */
export interface Brought {
  readonly parameter: string;
  readonly id: string;
  readonly value: DraftObject;
}

/** An id that an argument may have, with the class of its component. */
export interface IdOffer {
  readonly id: string;
  readonly className: string | undefined;
  /** Whether the component certainly is of what is asked for. */
  readonly fits: boolean;
  /** Where the component stands. */
  readonly at: number;
}

/** An executor that may be chosen for tasks. */
export interface Choice {
  readonly listed: ListedClass;
  /** Whether it does the tasks; `undefined` where that cannot be known. */
  readonly does: boolean | undefined;
  /** How much its author has to give it. */
  readonly gaps: number;
}

/** Elements of `executors` that are added, and the components that they ask for. */
export interface Executors {
  readonly entries: readonly DraftObject[];
  readonly brought: readonly Brought[];
  /** What only their author can see to. */
  readonly needs: readonly string[];
}

/** What was found out for one question, by what it is about: many classes ask for the same. */
export interface Found {
  readonly usual: Map<string, string | undefined>;
  readonly ids: Map<string, readonly IdOffer[]>;
  readonly choices: Map<string, readonly Choice[]>;
  readonly executors: Map<string, Beyond | undefined>;
  /** Whether something can be written at places of other files. */
  readonly writable: Map<string, boolean>;
}

/** Nothing yet. */
export function nothingFound(): Found {
  return { usual: new Map(), ids: new Map(), choices: new Map(), executors: new Map(), writable: new Map() };
}
