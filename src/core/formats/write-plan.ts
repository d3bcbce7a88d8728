import { type Draft, draftOf } from '../tree/draft';
import type { TreeEdit } from '../tree/edit';

/** The kinds of edits that change what is in an object or array, rather than one value or key. */
export type ContainerEdit = Exclude<TreeEdit, { readonly kind: 'replace' | 'rename-key' }>;

/** What is planned: the members of an object or a list, in file order. */
export interface Planned {
  readonly members: readonly { readonly key: string | undefined; readonly start: number }[];
}

/** Which members of a container go, and what comes in front of which. */
export interface Plan {
  readonly gone: ReadonlyMap<number, 'removed' | 'moved'>;
  /** By the index of the member that they come in front of, whether that one stays or not. */
  readonly fresh: ReadonlyMap<number, readonly Fresh[]>;
}

/** A member that was not at this place: a new one, or one that is moved here. */
export type Fresh =
  | { readonly kind: 'new'; readonly key: string | undefined; readonly value: Draft }
  | { readonly kind: 'moved'; readonly key: string | undefined; readonly index: number };

interface OpenPlan {
  readonly container: Planned;
  readonly gone: Map<number, 'removed' | 'moved'>;
  readonly fresh: Map<number, Fresh[]>;
}

/** The edits one after the other, with indexes as the tree has them. `undefined` if a member is not in the container. */
export function planEdits(container: Planned, edits: readonly ContainerEdit[]): Plan | undefined {
  const plan: OpenPlan = { container, gone: new Map(), fresh: new Map() };
  const { members } = container;
  const byStart = once(() => new Map(members.map(({ start }, index) => [start, index])));
  const byKey = once(() => new Map(members.map(({ key }, index) => [key, index])));
  for (const edit of edits) {
    switch (edit.kind) {
      case 'remove-entry':
      case 'remove-item': {
        const index = byStart().get(edit.kind === 'remove-entry' ? edit.entry.keyStart : edit.item.start);
        if (index === undefined) return undefined;
        plan.gone.set(index, 'removed');
        break;
      }
      case 'add-entry':
        addEntry(plan, edit, byKey);
        break;
      case 'add-item':
        addAt(plan, Math.min(edit.index ?? members.length, members.length), {
          kind: 'new',
          key: undefined,
          value: draftOf(edit.value),
        });
        break;
      case 'move-to-front':
        moveToFront(plan, edit.keys);
    }
  }
  return plan;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function addAt({ fresh }: OpenPlan, index: number, item: Fresh): void {
  const there = fresh.get(index);
  if (there) there.push(item);
  else fresh.set(index, [item]);
}

function addEntry(
  plan: OpenPlan,
  { key, value, after }: ContainerEdit & { kind: 'add-entry' },
  byKey: () => ReadonlyMap<string | undefined, number>,
): void {
  const item: Fresh = { kind: 'new', key, value: draftOf(value) };
  const anchor = typeof after === 'string' ? byKey().get(after) : undefined;
  const amongFresh = typeof after === 'string' && anchor === undefined ? freshWith(plan, after) : undefined;
  if (amongFresh) amongFresh.splice(amongFresh.findIndex((other) => other.key === after) + 1, 0, item);
  else if (anchor !== undefined) addAt(plan, anchor + 1, item);
  else addAt(plan, after === null ? 0 : plan.container.members.length, item);
}

function freshWith({ fresh }: OpenPlan, key: string): Fresh[] | undefined {
  return [...fresh.values()].find((there) => there.some((item) => item.key === key));
}

/** Keys that already stand in front in the right order stay where they are. */
function moveToFront({ container: { members }, gone, fresh }: OpenPlan, keys: readonly string[]): void {
  const moving = keys.flatMap((key) =>
    members.flatMap((member, index) => (member.key === key && !gone.has(index) ? [index] : [])),
  );
  let inPlace = 0;
  while (inPlace < moving.length && moving[inPlace] === inPlace && !fresh.has(inPlace)) inPlace++;
  const moved = moving.slice(inPlace).map((index): Fresh => {
    gone.set(index, 'moved');
    return { kind: 'moved', key: members[index]?.key, index };
  });
  if (moved.length > 0) fresh.set(inPlace, [...moved, ...(fresh.get(inPlace) ?? [])]);
}
