import type { ArrayNode, ConfigNode, Entry, ObjectNode } from '../../tree/node';

/** An entry, or an item of an array. */
export type Owner = Entry | ConfigNode;

/** An entry of an object or an item of an array, and where it is. */
export interface Member {
  readonly owner: Owner;
  readonly start: number;
  /** The end of the key; the start of the value for an item. */
  readonly keyEnd: number;
  readonly value: ConfigNode;
  readonly holder: ObjectNode | ArrayNode;
  /** The member whose value holds this one. */
  readonly up: Member | undefined;
  readonly depth: number;
  readonly isFirst: boolean;
}

/** All members of a tree in the order in which they begin, outer ones first. */
export function membersOf(root: ConfigNode): readonly Member[] {
  const members: Member[] = [];
  const open: { readonly node: ConfigNode; readonly up: Member | undefined }[] = [{ node: root, up: undefined }];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const member of below(next.node, next.up)) {
      members.push(member);
      open.push({ node: member.value, up: member });
    }
  }
  return members.sort((a, b) => a.start - b.start || a.depth - b.depth);
}

/** The members at places of their own. What a reference stands for has its place for all that is in it. */
function below(node: ConfigNode, up: Member | undefined): readonly Member[] {
  const isWhole = ({ owner, start, keyEnd, value }: Member) =>
    start === node.start && ('key' in owner ? keyEnd : value.end) === node.end;
  return all(node, up).filter((member) => !isWhole(member));
}

function all(node: ConfigNode, up: Member | undefined): readonly Member[] {
  const depth = up ? up.depth + 1 : 0;
  if (node.kind === 'object') {
    return node.value.list.map((owner, index) => {
      const { keyStart, keyEnd, value } = owner;
      return { owner, start: keyStart, keyEnd, value, holder: node, up, depth, isFirst: index === 0 };
    });
  }
  if (node.kind !== 'array') return [];
  return node.value.map((value, index) => {
    const { start } = value;
    return { owner: value, start, keyEnd: start, value, holder: node, up, depth, isFirst: index === 0 };
  });
}

/** The members and, for those who look back, the same by where they end; inner ones last, as they are nearest. */
export function inOrderOfEnd(members: readonly Member[]): readonly Member[] {
  return [...members].sort((a, b) => a.value.end - b.value.end || a.depth - b.depth);
}

/** The last of the sorted things whose offset is not beyond the limit. */
export function lastUpTo<T>(sorted: readonly T[], limit: number, offsetOf: (thing: T) => number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(sorted[middle] as T) <= limit) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** The first of the sorted things whose offset is not before the limit. */
export function firstFrom<T>(sorted: readonly T[], limit: number, offsetOf: (thing: T) => number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(sorted[middle] as T) < limit) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
