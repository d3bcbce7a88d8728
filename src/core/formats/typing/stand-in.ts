import type { ConfigNode } from '../../tree/node';
import type { Path } from '../../tree/query';
import type { ConfigDocument } from '../document';
import { STAND_IN, type TypedPlace } from './typed-place';

/** Where the stand-in turned up in a tree. */
export type Found = Pick<TypedPlace, 'kind' | 'path'>;

/** Looks for the stand-in: as a key, or as a whole value. Walks without recursion, so depth is no danger. */
export function findStandIn({ root }: ConfigDocument): Found | undefined {
  const waiting: (readonly [ConfigNode, Path])[] = [[root, []]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, path] = next;
    if (node.kind === 'object') {
      for (const { key, value } of node.value.list) {
        if (key === STAND_IN) return { kind: 'key', path };
        if (isStandIn(value)) return { kind: 'value', path: [...path, key] };
        if (value.kind === 'object' || value.kind === 'array') waiting.push([value, [...path, key]]);
      }
    } else if (node.kind === 'array') {
      for (const [index, item] of node.value.entries()) {
        if (isStandIn(item)) return { kind: 'item', path: [...path, index] };
        if (item.kind === 'object' || item.kind === 'array') waiting.push([item, [...path, index]]);
      }
    }
  }
  return isStandIn(root) ? { kind: 'value', path: [] } : undefined;
}

function isStandIn(node: ConfigNode): boolean {
  return node.kind === 'string' && node.value === STAND_IN;
}
