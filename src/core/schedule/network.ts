import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';
import type { KnownSite } from './known-sites';
import { type Network, UNKNOWN_OFFER } from './offer';
import { leastClients, requiredSites } from './python-values';
import { type TypedOffers, typedOffers, typedSites } from './typed-offers';

/** What a person says of the sites. */
export interface Supposition {
  /** Names of the clients that are connected; left out: all that the job or the workspace names. */
  readonly up?: string;
  /** See `typedOffers`. */
  readonly offers?: string;
}

/** The network that is meant, and how much of it is guessed. */
export interface SupposedNetwork {
  readonly network: Network;
  /** Where the names of the connected clients come from. */
  readonly from: 'typed' | 'job' | 'workspace' | 'guessed';
  readonly known: readonly KnownSite[];
  readonly mistakes: readonly string[];
}

/** A job for all sites on a workspace without any is tried on so many clients at most. */
const MOST_GUESSED = 10;

/** The sites that a job is tried on: what was typed wins over what the workspace says. */
export function supposedNetwork(job: Job, known: readonly KnownSite[], { up, offers = '' }: Supposition = {}): SupposedNetwork {
  const typed: TypedOffers = typedOffers(offers);
  const byName = new Map([...known.map(({ site, offer }) => [site, offer] as const), ...typed.offers]);
  const names = [...new Set([...known.map(({ site }) => site), ...typed.offers.keys()])];
  const connected = up === undefined ? connectedClients(job, names) : { up: typedSites(up), from: 'typed' as const };
  return {
    network: {
      up: connected.up.filter((site) => site !== SERVER_SITE),
      known: names,
      offers: byName,
      otherwise: typed.otherwise ?? UNKNOWN_OFFER,
    },
    from: connected.from,
    known,
    mistakes: typed.mistakes,
  };
}

function connectedClients(
  job: Job,
  known: readonly string[],
): Pick<SupposedNetwork, 'from'> & { readonly up: readonly string[] } {
  const { allSites, sites } = job.deployment;
  const named = [...new Set(sites.map(({ value }) => value))].filter((site) => site !== SERVER_SITE && !isAllSites(site));
  if (!allSites) return { up: named, from: 'job' };
  const required = requiredSites(job);
  const mandatory = required.kind === 'sites' ? required.sites.flatMap(({ name }) => name ?? []) : [];
  if (known.length > 0) return { up: known, from: 'workspace' };
  const least = leastClients(job);
  const count = Math.min(Math.max(least.kind === 'number' ? least.value : 2, 2), MOST_GUESSED);
  const blocks = (job.resources.object?.value.list ?? [])
    .map(({ key }) => key)
    .filter((key) => key !== SERVER_SITE && !key.startsWith('@'));
  const guessed = Array.from({ length: count }, (_, i) => `site-${i + 1}`);
  return {
    up: [...new Set([...mandatory, ...blocks, ...guessed])].slice(0, Math.max(count, mandatory.length + blocks.length)),
    from: 'guessed',
  };
}
