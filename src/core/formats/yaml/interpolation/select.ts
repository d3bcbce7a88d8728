import type { ConfigNode, ObjectNode } from '../../../tree/node';
import { walk } from '../../../tree/query';

/** The object or array that a node lies in; none for the root. */
export type Parents = ReadonlyMap<ConfigNode, ConfigNode>;

/** The parents of all nodes of a tree. */
export function parentsOf(root: ConfigNode): Parents {
  const parents = new Map<ConfigNode, ConfigNode>();
  for (const node of walk(root)) {
    if (node.kind === 'array') for (const item of node.value) parents.set(item, node);
    if (node.kind === 'object') for (const { value } of node.value.list) parents.set(value, node);
  }
  return parents;
}

/** The node, or why there is none. */
export type Found = ConfigNode | 'missing' | 'unknown';

/** The child of a key or index as `_select_one` of `omegaconf/omegaconf.py` finds it: only keys that are text can be named. */
export function selectOne(container: ConfigNode, key: string): Found {
  if (container.kind === 'object') return selectKey(container, key);
  if (container.kind !== 'array') return container.kind === 'unknown' ? 'unknown' : 'missing';
  const index = /^\s*[-+]?[0-9]+(?:_[0-9]+)*\s*$/.test(key) ? Number(key.replaceAll('_', '')) : -1;
  return container.value[index] ?? 'missing';
}

function selectKey({ value: { index, list, incomplete } }: ObjectNode, key: string): Found {
  const found = index ? index.get(key) : list.find((entry) => entry.key === key && entry.keyKind === undefined);
  return found?.value ?? (incomplete ? 'unknown' : 'missing');
}

/** Where a path starts, and its steps: a leading dot is the object around, each further dot the one around that. */
export function startOf(root: ConfigNode, parent: ConfigNode, parents: Parents, path: string): Start | undefined {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0;
  if (dots === 0) return { container: root, steps: splitPath(path) };
  let container: ConfigNode | undefined = parent;
  for (let i = 1; i < dots && container; i++) container = parents.get(container);
  return container && { container, steps: splitPath(path.slice(dots)) };
}

/** Where a path begins, and the steps from there. */
export interface Start {
  readonly container: ConfigNode;
  /** None: the container itself. */
  readonly steps: readonly string[];
}

/** `a.b[c]` as `split_key` of `omegaconf/_utils.py` cuts it. */
function splitPath(path: string): readonly string[] {
  if (path === '') return [];
  const head = /^[^.[]*/.exec(path)?.[0] ?? '';
  const rest = path.slice(head.length);
  const others = [...rest.matchAll(/\.([^.[]*)|\[(.*?)\]/g)].map(([, dotted, bracketed]) => dotted || (bracketed ?? ''));
  return head === '' && rest.startsWith('[') ? others : [head, ...others];
}

/** Whether the node is the other one or lies in it. */
export function isInside(node: ConfigNode, other: ConfigNode, parents: Parents): boolean {
  for (let at: ConfigNode | undefined = node; at; at = parents.get(at)) if (at === other) return true;
  return false;
}
