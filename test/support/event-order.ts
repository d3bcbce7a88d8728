import type { DryRun } from '../../src/core/dry-run/dry-run';
import { DOING, EVENT } from '../../src/core/dry-run/events';
import { happens, type Party, type Step } from '../../src/core/dry-run/step';

/** An event in the order in which one site sees it. */
export interface Seen {
  readonly event: string;
  /** The task that is gone about; left out for events of the whole workflow. */
  readonly task?: string;
  /** Of events that tell of a round. */
  readonly round?: number;
}

/** What is seen, in order; a list inside is seen once or more often, as only the run shows. */
export type Order = readonly (Seen | { readonly again: Order })[];

/** Whether a client is meant by a party; only asked for parties of which the names are not known. */
export type IsMeant = (party: Party) => boolean;

/**
 * The events at the server that have to do with a client: those of the whole workflow, and those for the tasks of this client. The
 * order between two clients is only known when the job runs.
 */
export function eventsAtServer({ workflows }: DryRun, client: string, isMeant: IsMeant): Order {
  const all = workflows.flatMap(({ steps }) => order(steps ?? [], { client, isMeant, at: 'server' }));
  return [{ event: EVENT.startRun }, ...all, { event: EVENT.aboutToEndRun }, { event: EVENT.endRun }];
}

/** The events at a client for the tasks that the server sends it. */
export function eventsAtClient({ workflows }: DryRun, client: string, isMeant: IsMeant): Order {
  const all = workflows.flatMap(({ steps }) => order(steps ?? [], { client, isMeant, at: 'client' }));
  return [{ event: EVENT.startRun }, ...all, { event: EVENT.aboutToEndRun }, { event: EVENT.endRun }];
}

interface Viewpoint {
  readonly client: string;
  readonly isMeant: IsMeant;
  readonly at: 'server' | 'client';
}

interface Round {
  readonly number: number;
  readonly isLast: boolean;
}

function order(steps: readonly Step[], view: Viewpoint, round?: Round): Order {
  return steps.flatMap((step) => orderOf(step, view, round));
}

function orderOf(step: Step, view: Viewpoint, round: Round | undefined): Order {
  if (step.kind === 'event') {
    if (step.at.kind !== 'server' || view.at !== 'server') return [];
    if (round && !happens(step.when, round.number, round.isLast)) return [];
    return [{ event: step.event, ...(step.event === EVENT.roundStarted && round && { round: round.number }) }];
  }
  if (step.kind === 'task') {
    if (step.from.kind !== 'server' || !includes(step.to, view)) return [];
    const { task, onSend, onResult, times } = step;
    const events = view.at === 'server' ? [...onSend, ...onResult] : DOING;
    const once = events.map((event): Seen => ({ event, task }));
    return times === undefined ? [{ again: once }] : Array.from({ length: times }, () => once).flat();
  }
  if (step.kind === 'rounds') {
    const { first, count } = step;
    if (first === undefined || count === undefined) return [{ again: order(step.steps, view) }];
    const rounds = Array.from({ length: count }, (_, i) => ({ number: first + i, isLast: i === count - 1 }));
    return rounds.flatMap((each) => order(step.steps, view, each));
  }
  return [];
}

function includes(party: Party, { client, isMeant }: Viewpoint): boolean {
  if (party.kind === 'server') return false;
  return party.names ? party.names.includes(client) : isMeant(party);
}

/** Whether a list of events is in an order; if not, the place that no way of reading the order comes beyond. */
export function disagreement(order: Order, seen: readonly Seen[]): string | undefined {
  const furthest = { at: 0, expected: undefined as Seen | undefined };
  const ends = follow(order, seen, 0, furthest);
  if (ends.has(seen.length)) return undefined;
  const { at, expected } = furthest;
  return `event ${at + 1} is ${seenText(seen[at])}, not ${seenText(expected)}`;
}

interface Furthest {
  at: number;
  expected: Seen | undefined;
}

/** All places where the order may be at its end. */
function follow(order: Order, seen: readonly Seen[], from: number, furthest: Furthest): ReadonlySet<number> {
  let places: ReadonlySet<number> = new Set([from]);
  for (const expected of order) {
    const next = new Set<number>();
    for (const at of places) for (const end of endsOf(expected, seen, at, furthest)) next.add(end);
    places = next;
  }
  for (const at of places) if (at >= furthest.at) Object.assign(furthest, { at, expected: undefined });
  return places;
}

function endsOf(expected: Order[number], seen: readonly Seen[], at: number, furthest: Furthest): readonly number[] {
  if (!('again' in expected)) {
    if (isSame(expected, seen[at])) return [at + 1];
    if (at >= furthest.at) Object.assign(furthest, { at, expected });
    return [];
  }
  const ends = new Set<number>();
  const waiting = [at];
  for (let start = waiting.pop(); start !== undefined; start = waiting.pop()) {
    for (const end of follow(expected.again, seen, start, furthest)) {
      if (end === start || ends.has(end)) continue;
      ends.add(end);
      waiting.push(end);
    }
  }
  return [...ends];
}

/** Before a task is sent, its name is not told yet. */
function isSame(expected: Seen, seen: Seen | undefined): boolean {
  return (
    seen?.event === expected.event &&
    (expected.task === undefined || seen.task === undefined || seen.task === expected.task) &&
    (expected.round === undefined || seen.round === expected.round)
  );
}

function seenText(seen: Seen | undefined): string {
  return seen ? [seen.event, seen.task, seen.round].filter((part) => part !== undefined).join(' ') : 'the end';
}
