import type { Change } from './change';

/** A client that could take part, and what that takes. */
export interface Choice {
  readonly site: string;
  /** What must be changed until it can; `undefined` where it cannot. */
  readonly needed: readonly Change[] | undefined;
  /** It is mandatory; this is the change that makes it an ordinary client. */
  readonly drop: { readonly change: Change; readonly allowed: boolean } | undefined;
  /** It is mandatory more than once, which NVFLARE cannot fulfil before 2.9. */
  readonly once: Change | undefined;
}

/** What is asked of the choice. */
export interface Demand {
  /** `min_clients`; `undefined` where it is nothing that can be compared, so that it must be changed. */
  readonly least: number | undefined;
  readonly mayLower: boolean;
  /** Whether further clients may come up that nobody named. */
  readonly hasOthers: boolean;
}

/** A further client, and what it costs beyond what is chosen anyway. */
interface Step {
  readonly cost: number;
  /** Orders steps of equal cost. */
  readonly weight: number;
  readonly apply: (chosen: Chosen) => void;
  /** Name of a site that only has to come up. */
  readonly justUp: string | undefined;
}

interface Chosen {
  readonly changes: Change[];
  /** Changes among them that a later step made needless. */
  readonly undone: Set<Change>;
  readonly up: string[];
  others: number;
}

/**
 * The fewest changes by which enough clients take part, all mandatory ones among them. Every client counts as one, and what it
 * costs does not depend on the others; so the cheapest ones are the best, either for `min_clients` as it is or for a lower one.
 */
export function cheapest(choices: readonly Choice[], demand: Demand): readonly Change[] | undefined {
  const chosen: Chosen = { changes: [], undone: new Set(), up: [], others: 0 };
  const steps: Step[] = [];
  let count = 0;
  for (const { site, needed, drop, once } of choices) {
    const keep = needed && [...(once ? [once] : []), ...needed];
    if (!drop) {
      if (needed?.length === 0) count++;
      else if (needed) steps.push(stepOf(site, needed, []));
    } else if (keep && (keep.length <= 1 || !drop.allowed)) {
      take(chosen, site, keep);
      count++;
    } else {
      if (!drop.allowed) return undefined;
      chosen.changes.push(drop.change);
      if (keep) steps.push(stepOf(site, keep, [drop.change]));
    }
  }
  steps.sort((a, b) => a.cost - b.cost || a.weight - b.weight);
  const ways = [
    ...(demand.least === undefined ? [] : [reach(chosen, steps, Math.max(demand.least, 1) - count, demand.hasOthers)]),
    ...(demand.mayLower ? [lowered(chosen, steps, count, demand.hasOthers)] : []),
  ].filter((way) => way !== undefined);
  const [first, second] = ways.map((way) => grouped(way, steps));
  return second && (!first || weight(second) < weight(first)) ? second : first;
}

/** How many changes; of equally many those are better that are easier to make, and that leave a site what it is asked for. */
function weight(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + ('count' in change ? change.count : 1) + hardship(change), 0);
}

function hardship(change: Change): number {
  if (change.kind === 'do-not-ask' || (change.kind === 'ask' && change.to === 0)) return 0.01;
  return change.kind === 'offer' ? 0.005 : 0;
}

function take(chosen: Chosen, site: string, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind === 'bring-up') chosen.up.push(site);
    else chosen.changes.push(change);
  }
}

/** To take a client in; what it was dropped by is taken back. */
function stepOf(site: string, changes: readonly Change[], undone: readonly Change[]): Step {
  return {
    cost: changes.length - undone.length,
    weight: weight(changes),
    justUp: undone.length === 0 && changes.length === 1 && changes[0]?.kind === 'bring-up' ? site : undefined,
    apply: (chosen) => {
      for (const change of undone) chosen.undone.add(change);
      take(chosen, site, changes);
    },
  };
}

/** No federation has so many further clients; who asks for more has to ask for less. */
const MOST_OTHERS = 10_000;

/** The cheapest so many steps; clients that nobody named cost one each. `undefined` where there are not enough. */
function reach(from: Chosen, steps: readonly Step[], missing: number, hasOthers: boolean): Chosen | undefined {
  const chosen = { changes: [...from.changes], undone: new Set(from.undone), up: [...from.up], others: from.others };
  const worthwhile = hasOthers ? steps.filter(({ cost }) => cost <= 1) : steps;
  const taken = worthwhile.slice(0, Math.max(missing, 0));
  for (const step of taken) step.apply(chosen);
  chosen.others = Math.max(missing - taken.length, 0);
  return chosen.others > (hasOthers ? MOST_OTHERS : 0) ? undefined : chosen;
}

/** `min_clients` is lowered to the clients that are there, one at least. */
function lowered(from: Chosen, steps: readonly Step[], count: number, hasOthers: boolean): Chosen | undefined {
  const chosen = reach(from, steps, 1 - count, hasOthers);
  chosen?.changes.unshift({ kind: 'lower-least', to: Math.max(count, 1) });
  return chosen;
}

/** Sites that only have to come up are as good as one another, so it is said how many of them must. */
function grouped({ changes, undone, up, others: unnamed }: Chosen, steps: readonly Step[]): readonly Change[] {
  const alike = steps.flatMap(({ justUp }) => justUp ?? []);
  const isAlike = new Set(alike);
  const free = up.filter((site) => isAlike.has(site));
  const fixed = up.filter((site) => !isAlike.has(site));
  const pool = [...new Set([...free, ...alike])];
  return [
    ...changes.filter((change) => !undone.has(change)),
    ...(fixed.length > 0 ? [{ kind: 'bring-up' as const, count: fixed.length, sites: fixed }] : []),
    ...(free.length > 0 ? [{ kind: 'bring-up' as const, count: free.length, sites: pool }] : []),
    ...(unnamed > 0 ? [{ kind: 'bring-up-others' as const, count: unnamed }] : []),
  ];
}
