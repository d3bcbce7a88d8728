/** How the scheduler reads the keys of a meta file: Python's truth, order and iteration over positioned values. */
import type { Job } from '../job/model';
import { isSince } from '../job/release';
import type { ConfigNode, StringNode } from '../tree/node';
import { get } from '../tree/node';
import { isFalsy } from '../tree/query';
import { isNumeric } from './amount';

/** `min_clients` as the scheduler uses it. */
export type LeastClients =
  | { readonly kind: 'number'; readonly value: number; readonly node: ConfigNode | undefined }
  /** Null, or a falsy value that cannot be compared: it is noticed only after the sites have answered. */
  | { readonly kind: 'fails-late'; readonly node: ConfigNode }
  | { readonly kind: 'fails'; readonly node: ConfigNode }
  | { readonly kind: 'unknown' };

/** Reads `min_clients`; 1 where it is absent (`job_from_meta` in `nvflare/apis/job_def.py`). */
export function leastClients({ metaObject }: Job): LeastClients {
  const node = metaObject && get(metaObject, 'min_clients');
  if (!node) return metaObject?.value.incomplete ? { kind: 'unknown' } : { kind: 'number', value: 1, node: undefined };
  if (isNumeric(node)) return { kind: 'number', value: Number(node.value), node };
  const falsy = isFalsy(node);
  if (falsy === undefined) return { kind: 'unknown' };
  return { kind: falsy ? 'fails-late' : 'fails', node };
}

/** `mandatory_clients` as the scheduler uses it. */
export type RequiredSites =
  /** `undefined` elements are no texts; no site has such a name. */
  | { readonly kind: 'sites'; readonly sites: readonly RequiredSite[]; readonly node: ConfigNode | undefined }
  /** Since 2.9 a value that is no list of texts ends the job at once. */
  | { readonly kind: 'blocked'; readonly node: ConfigNode }
  | { readonly kind: 'fails'; readonly node: ConfigNode }
  | { readonly kind: 'unknown' };

/** An element of `mandatory_clients` with its place. */
export interface RequiredSite {
  readonly name: string | undefined;
  readonly node: ConfigNode;
}

/** Reads `mandatory_clients`: since 2.9 each name once, before everything that Python can go through, as often as it stands there. */
export function requiredSites({ metaObject, target }: Job): RequiredSites {
  const node = metaObject && get(metaObject, 'mandatory_clients');
  if (!node) return metaObject?.value.incomplete ? { kind: 'unknown' } : { kind: 'sites', sites: [], node };
  const falsy = isFalsy(node);
  if (falsy === undefined) return { kind: 'unknown' };
  if (falsy) return { kind: 'sites', sites: [], node };
  if (node.kind === 'array' && node.value.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown' };
  return isSince(target, '2.9') ? strictSites(node) : looseSites(node);
}

function strictSites(node: ConfigNode): RequiredSites {
  if (node.kind !== 'array') return { kind: 'blocked', node };
  const odd = node.value.find(({ kind }) => kind !== 'string');
  if (odd) return { kind: 'blocked', node: odd };
  const byName = new Map<string, StringNode>();
  for (const item of node.value) if (item.kind === 'string' && !byName.has(item.value)) byName.set(item.value, item);
  return { kind: 'sites', sites: [...byName].map(([name, item]) => ({ name, node: item })), node };
}

function looseSites(node: ConfigNode): RequiredSites {
  switch (node.kind) {
    case 'array':
      return {
        kind: 'sites',
        sites: node.value.map((item) => ({ name: item.kind === 'string' ? item.value : undefined, node: item })),
        node,
      };
    case 'string':
      return { kind: 'sites', sites: [...node.value].map((name) => ({ name, node })), node };
    case 'object':
      return { kind: 'sites', sites: node.value.list.map(({ key, value }) => ({ name: key, node: value })), node };
    default:
      return { kind: 'fails', node };
  }
}
