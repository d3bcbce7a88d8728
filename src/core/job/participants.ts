import type { ConfigNode, Entry } from '../tree/node';
import { get } from '../tree/node';
import { isSince, type Release } from './release';

/** How the sites of an app are written. */
export type SitesForm = 'list' | 'text' | 'object' | 'list-with-objects' | 'invalid';

/** Something in the sites of an app that the server does not accept. */
export interface ParticipantsFault {
  readonly node: ConfigNode;
  readonly message: string;
  /** Whether the server answers with a reason (`reject`) or with an internal error. */
  readonly refusal: 'reject' | 'crash';
}

/**
 * The elements that NVFLARE takes for sites, in its order; those that are not strings end in a crash later. Where the form is invalid
 * and there is no fault, these are letters of a text or keys of an object (`misread-sites.ts`).
 */
export interface Participants {
  readonly form: SitesForm;
  readonly items: readonly ConfigNode[];
  readonly fault: ParticipantsFault | undefined;
  /** False where a part could not be read, so that more sites may be meant. */
  readonly certain: boolean;
}

/** The keys under which an object lists its sites. */
export const SITE_LIST_KEYS = ['targets', 'sites'] as const;

/**
 * The sites that a value in `deploy_map` names: `extract_participants` of `nvflare/private/fed/utils/fed_utils.py`, with
 * the forms that the release accepts.
 */
export function participantsOf(value: ConfigNode, release: Release): Participants {
  if (value.kind === 'unknown') return { form: 'list', items: [], fault: undefined, certain: false };
  if (value.kind === 'array') return listParticipants(value.value, 'list', release);
  if (!isSince(release, '2.7.2')) {
    const refusal = value.kind === 'string' || value.kind === 'object' ? 'reject' : 'crash';
    return invalid(value, `before NVFLARE 2.7.2 the sites of an app must be a list, not ${describe(value)}`, refusal);
  }
  if (value.kind === 'string') return { form: 'text', items: [value], fault: undefined, certain: true };
  if (value.kind !== 'object')
    return invalid(value, `the sites of an app must be a list, a string or an object, not ${describe(value)}`);
  const inner = get(value, 'targets') ?? get(value, 'sites');
  if (inner === undefined) {
    if (value.value.incomplete) return { form: 'object', items: [], fault: undefined, certain: false };
    return invalid(value, 'an object that names sites needs the key "targets" or "sites"');
  }
  if (inner.kind === 'unknown') return { form: 'object', items: [], fault: undefined, certain: false };
  if (inner.kind !== 'array') return invalid(inner, `the sites must be a list, not ${describe(inner)}`);
  return listParticipants(inner.value, 'object', release);
}

function listParticipants(list: readonly ConfigNode[], form: 'list' | 'object', release: Release): Participants {
  if (list.every((item) => item.kind === 'string')) return { form, items: list, fault: undefined, certain: true };
  const items: ConfigNode[] = [];
  let fault: ParticipantsFault | undefined;
  let certain = true;
  let hasObjects = false;
  for (const item of list) {
    if (item.kind === 'string') items.push(item);
    else if (item.kind === 'unknown') certain = false;
    else if (item.kind === 'object' && isSince(release, '2.6')) {
      hasObjects = true;
      const sites = sitesOfItem(item, release);
      if (sites === undefined || sites.kind === 'unknown') certain = certain && sites === undefined && !item.value.incomplete;
      if (sites?.kind === 'array') for (const site of sites.value) items.push(site);
      else if (sites?.kind !== 'unknown' && !item.value.incomplete) {
        fault ??= {
          node: sites ?? item,
          message: 'an object in the list needs a list of sites under "sites" or "targets"',
          refusal: 'reject',
        };
      }
    } else {
      fault ??= {
        node: item,
        message: `a site must be a string${isSince(release, '2.6') ? ' or an object with a list of sites' : ''}, not ${describe(item)}`,
        refusal: isSince(release, '2.6') ? 'reject' : 'crash',
      };
    }
  }
  return { form: hasObjects ? 'list-with-objects' : form, items, fault, certain };
}

/** `sites` counts before `targets` here, and a null one is passed over. */
function sitesOfItem(item: ConfigNode & { kind: 'object' }, release: Release): ConfigNode | undefined {
  const sites = get(item, 'sites');
  if (sites !== undefined && sites.kind !== 'null') return sites;
  return isSince(release, '2.7.2') ? (get(item, 'targets') ?? sites) : sites;
}

/** Keys of the objects in a list of sites that the release refuses (2.8). */
export function unknownItemKeys(value: ConfigNode): readonly Entry[] {
  if (value.kind !== 'array') return [];
  return value.value.flatMap((item) =>
    item.kind === 'object' ? item.value.list.filter(({ key }) => key !== 'sites' && key !== 'targets') : [],
  );
}

function invalid(node: ConfigNode, message: string, refusal: 'reject' | 'crash' = 'reject'): Participants {
  return { form: 'invalid', items: [], fault: { node, message, refusal }, certain: true };
}

/** What a value is, in a user's words: `a number`, `a list`. */
export function describe(node: ConfigNode): string {
  return KINDS[node.kind];
}

const KINDS: { readonly [kind in ConfigNode['kind']]: string } = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  integer: 'a number',
  float: 'a number',
  boolean: 'true or false',
  null: 'null',
  unknown: 'something that cannot be read',
};
