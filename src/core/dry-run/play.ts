import type { Place } from '../text/range';
import type { Step } from './step';

/** An argument that decides how long something may take, in effect. */
export interface Setting {
  readonly name: string;
  /** In seconds. */
  readonly value: number;
  /** Where the job gives it; `undefined` where the default of the class counts. */
  readonly place: Place | undefined;
}

/** How long a part of a workflow may take. */
export interface Limit {
  /** What is limited, as a noun: `each round`. */
  readonly what: string;
  /** Seconds for once; `undefined` where nothing ends it. */
  readonly seconds: number | undefined;
  /** How often it comes, one after another; `undefined` where that cannot be known. */
  readonly times: number | undefined;
  /** Why it is so, as a clause. */
  readonly why: string;
  readonly settings: readonly Setting[];
}

/** Settings of which one cannot have the effect that it seems to have beside the other. */
export interface Contradiction {
  /** A sentence without a full stop: the two facts, and what follows. */
  readonly message: string;
  /** Where the job gives them; empty where both are defaults. */
  readonly places: readonly Place[];
}

/** What a workflow does, as its arguments say. */
export interface Play {
  readonly steps: readonly Step[];
  readonly limits: readonly Limit[];
  readonly contradictions: readonly Contradiction[];
}

/** The places of settings that the job gives. */
export function placesOf(settings: readonly Setting[]): readonly Place[] {
  return settings.flatMap(({ place }) => place ?? []);
}

/** `train_timeout (60 s)`, or `train_timeout (60 s by default)`. */
export function settingText({ name, value, place }: Setting): string {
  return `${name} (${value} s${place ? '' : ' by default'})`;
}
