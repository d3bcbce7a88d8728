import { counted } from '../text/counted';
import type { Place } from '../text/range';
import type { Payload } from './payload';
import type { FilterPrivacy } from './privacy-filters';

/** A filter on the way of a message. */
export interface PathFilter extends Place {
  /** The bare name of its class. */
  readonly name: string;
  readonly className: string | undefined;
  readonly privacy: FilterPrivacy;
  /** Whether it changes what comes along here; a filter of NVFLARE passes on kinds of data that it is not for. */
  readonly acts: 'yes' | 'no' | 'unknown';
}

/** A message that leaves a client, with the filters that it passes on its way out. */
export interface OutgoingPath extends Place {
  readonly task: string;
  /** `result`: what the client answers to the task; `request`: what it sends along with the task to other clients. */
  readonly message: 'result' | 'request';
  readonly to: 'server' | 'clients';
  /** The executor that makes the result, or the component that sends the request. */
  readonly by: string | undefined;
  readonly payload: Payload;
  /** At the client, in the order in which they are applied. */
  readonly filters: readonly PathFilter[];
  /** Where it arrives, in order. */
  readonly onArrival: readonly PathFilter[];
  /** How the task came here: the server's filters on the way out, then the client's on the way in; of a result only. */
  readonly incoming: readonly PathFilter[];
  readonly privacy: PathPrivacy;
}

/** Whether a privacy filter stands on the way, and acts on what goes along. `open` where one may, but that cannot be known. */
export type PathPrivacy =
  | { readonly kind: 'filtered'; readonly means: readonly string[] }
  | { readonly kind: 'open'; readonly why: string }
  | { readonly kind: 'none' }
  /** Nothing but an answer leaves, so there is nothing to filter. */
  | { readonly kind: 'nothing-to-filter' };

/** Whether there is a privacy filter among those that a message passes. */
export function pathPrivacy(filters: readonly PathFilter[], payload: Payload): PathPrivacy {
  if (payload.how === 'answer') return { kind: 'nothing-to-filter' };
  const acting = filters.filter(({ privacy, acts }) => privacy.kind === 'privacy' && acts === 'yes');
  const means = acting.flatMap(({ privacy }) => (privacy.kind === 'privacy' ? [privacy.means] : []));
  if (means.length > 0) return { kind: 'filtered', means: [...new Set(means)] };
  const unsure = filters.find(({ privacy, acts }) => privacy.kind === 'privacy' && acts === 'unknown');
  if (unsure) return { kind: 'open', why: `whether ${unsure.name} acts on it is not known` };
  const own = filters.find(({ privacy }) => privacy.kind === 'unknown');
  if (own) return { kind: 'open', why: `what ${own.name} does is not known` };
  return { kind: 'none' };
}

/** Whether a filter acts on a payload. */
export function actsOn(privacy: FilterPrivacy, payload: Payload): PathFilter['acts'] {
  if (privacy.kind !== 'privacy' || !privacy.actsOn) return privacy.kind === 'unknown' ? 'unknown' : 'yes';
  if (payload.how === 'model') return 'no';
  if (payload.how === 'unknown') return 'unknown';
  const acting = payload.kinds.filter((kind) => privacy.actsOn?.includes(kind));
  if (acting.length === payload.kinds.length) return 'yes';
  if (acting.length === 0) return payload.how === 'sure' ? 'no' : 'unknown';
  return 'unknown';
}

/** `3 filters · no privacy filter`, as lenses and lists say it. */
export function pathSummary({ filters, privacy }: Pick<OutgoingPath, 'filters' | 'privacy'>): string {
  const count = filters.length === 0 ? 'no filter' : counted(filters.length, 'filter');
  switch (privacy.kind) {
    case 'filtered':
      return `${count} · ${privacy.means.join(', ')}`;
    case 'open':
      return `${count} · ${privacy.why}`;
    case 'none':
      return filters.length === 0 ? count : `${count} · no privacy filter`;
    case 'nothing-to-filter':
      return filters.length === 0 ? 'only an answer' : count;
  }
}
