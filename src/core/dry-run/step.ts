/** Who sends or gets something. */
export type Party =
  | { readonly kind: 'server' }
  | {
      readonly kind: 'clients';
      /** `all clients`, `the starting client`, `site-2`. */
      readonly who: string;
      /** The names, where the job says them. */
      readonly names: readonly string[] | undefined;
      /** Whether it is one client at a time. */
      readonly isOne: boolean;
    };

/** The party that runs the workflows. */
export const SERVER: Party = { kind: 'server' };

/** One thing that happens. */
export type Step = EventStep | TaskStep | RoundsStep | NoteStep;

/** Components are told of an event. */
export interface EventStep {
  readonly kind: 'event';
  /** The name that components compare with, such as `_round_started`. */
  readonly event: string;
  readonly at: Party;
  /** Left out where it happens in every round. */
  readonly when?: Every;
}

/** Some rounds of all: each `every`-th one, counted from round 0, and perhaps the last. With 0 no others than that. */
export interface Every {
  readonly every: number;
  readonly andLast: boolean;
}

/** A task goes to clients, and their results come back. */
export interface TaskStep {
  readonly kind: 'task';
  readonly task: string;
  readonly from: Party;
  readonly to: Party;
  /** `together`: to all of them at once; `in turn`: to the next one when the one before has answered. */
  readonly how: 'together' | 'in turn';
  /** How often it is sent to each of them; `undefined` where only the run shows it. */
  readonly times: number | undefined;
  /** Events at the sender for each client, before the data goes to it. */
  readonly onSend: readonly string[];
  /** Events at the sender for each client, while its result is taken. */
  readonly onResult: readonly string[];
  /** More to know, in a clause: `until 2 have answered, then 10 s more`. */
  readonly note?: string;
}

/** Steps that are done again in each round. */
export interface RoundsStep {
  readonly kind: 'rounds';
  /** What is gone through: `round`, `global model`. */
  readonly of: string;
  /** The number of the first one; `undefined` where it cannot be known. */
  readonly first: number | undefined;
  /** `undefined` where it cannot be known. */
  readonly count: number | undefined;
  readonly steps: readonly Step[];
}

/** Something to know that is neither. */
export interface NoteStep {
  readonly kind: 'note';
  readonly text: string;
  readonly at: Party;
}

/** An event at the server. */
export function serverEvent(event: string, when?: Every): EventStep {
  return { kind: 'event', event, at: SERVER, ...(when && { when }) };
}

/** Whether something that happens in some rounds happens in this one. */
export function happens(when: Every | undefined, round: number, isLast: boolean): boolean {
  if (!when) return true;
  return (when.every > 0 && (round + 1) % when.every === 0) || (when.andLast && isLast);
}

/** A group of clients. */
export function clients(who: string, names?: readonly string[], isOne = false): Party {
  return { kind: 'clients', who, names, isOne };
}

/** A party as sentences name it. */
export function partyText(party: Party): string {
  return party.kind === 'server' ? 'the server' : party.who;
}
