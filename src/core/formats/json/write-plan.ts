import type { TreeEdit } from '../../tree/edit';
import type { Plain } from '../../tree/query';
import type { Container } from './write-gaps';

/** The kinds of edits that change what is in an object or array, rather than one value or key. */
export type ContainerEdit = Exclude<TreeEdit, { readonly kind: 'replace' | 'rename-key' }>;

/** Which members of a container go, and what comes in front of which. */
export interface Plan {
  readonly gone: ReadonlyMap<number, 'removed' | 'moved'>;
  /** By the index of the member that they come in front of, whether that one stays or not. */
  readonly fresh: ReadonlyMap<number, readonly Fresh[]>;
}

/** A member that was not at this place: a new one, or one that is moved here. */
export type Fresh =
  | { readonly kind: 'new'; readonly key: string | undefined; readonly value: Plain }
  | { readonly kind: 'moved'; readonly key: string | undefined; readonly index: number };

/** The edits one after the other, with indexes as the tree has them. `undefined` if a member is not in the container. */
export function planEdits(container: Container, edits: readonly ContainerEdit[]): Plan | undefined {
  const gone = new Map<number, 'removed' | 'moved'>();
  const fresh = new Map<number, Fresh[]>();
  const indexes = new Map(container.members.map((member, index) => [member.start, index]));
  for (const edit of edits) {
    switch (edit.kind) {
      case 'remove-entry':
      case 'remove-item': {
        const index = indexes.get(edit.kind === 'remove-entry' ? edit.entry.keyStart : edit.item.start);
        if (index === undefined) return undefined;
        gone.set(index, 'removed');
        break;
      }
      case 'add-entry':
        if (edit.after === null) addAt(fresh, 0, { kind: 'new', key: edit.key, value: edit.value });
        else addBehind(container, fresh, edit.after, { kind: 'new', key: edit.key, value: edit.value });
        break;
      case 'add-item':
        addAt(fresh, Math.min(edit.index ?? Number.POSITIVE_INFINITY, container.members.length), {
          kind: 'new',
          key: undefined,
          value: edit.value,
        });
        break;
      case 'move-to-front':
        moveToFront(container, gone, fresh, edit.keys);
    }
  }
  return { gone, fresh };
}

function addAt(fresh: Map<number, Fresh[]>, index: number, item: Fresh): void {
  const there = fresh.get(index);
  if (there) there.push(item);
  else fresh.set(index, [item]);
}

function addBehind({ members }: Container, fresh: Map<number, Fresh[]>, after: string | undefined, item: Fresh): void {
  const index = after === undefined ? -1 : members.map(({ key }) => key).lastIndexOf(after);
  const amongFresh = [...fresh.values()].find((there) => after !== undefined && there.some(({ key }) => key === after));
  if (index >= 0) addAt(fresh, index + 1, item);
  else if (amongFresh) amongFresh.splice(amongFresh.findIndex(({ key }) => key === after) + 1, 0, item);
  else addAt(fresh, members.length, item);
}

/** Keys that already stand in front in the right order stay where they are. */
function moveToFront(
  { members }: Container,
  gone: Map<number, 'removed' | 'moved'>,
  fresh: Map<number, Fresh[]>,
  keys: readonly string[],
): void {
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
