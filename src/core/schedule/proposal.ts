import type { Change } from './change';
import { type Network, offerOf } from './offer';
import type { Proposal } from './replay';
import type { RequestEdit } from './request';
import { withOffered } from './site-cost';

/** Names that stand for sites nobody knows yet. */
const otherSite = (index: number) => `\0other ${index}`;

/** What the scheduler would see after the changes. */
export function proposed(
  network: Network,
  changes: readonly Change[],
): { readonly network: Network; readonly proposal: Proposal } {
  const up = new Set(network.up);
  const offers = new Map(network.offers);
  const requests: RequestEdit[] = [];
  const notMandatory = new Set<string>();
  const onceMandatory = new Set<string>();
  const proposal: { -readonly [key in keyof Proposal]: Proposal[key] } = { requests, notMandatory, onceMandatory };
  for (const change of changes) {
    switch (change.kind) {
      case 'lower-least':
        proposal.least = change.to;
        break;
      case 'not-mandatory':
        notMandatory.add(change.site);
        break;
      case 'mandatory-once':
        onceMandatory.add(change.site);
        break;
      case 'nobody-mandatory':
        proposal.nobodyMandatory = true;
        break;
      case 'ask':
        requests.push({ site: change.site, key: change.key, to: change.to });
        break;
      case 'do-not-ask':
        requests.push({ site: change.site, key: change.key, to: 'removed' });
        break;
      case 'remove-count':
        proposal.noCounts = true;
        break;
      case 'bring-up':
        for (const site of change.sites.slice(0, change.count)) up.add(site);
        break;
      case 'bring-up-others':
        for (let i = 0; i < change.count; i++) up.add(otherSite(i));
        break;
      case 'offer':
        offers.set(change.site, withOffered(offers.get(change.site) ?? offerOf(network, change.site), [change]));
        break;
    }
  }
  return { network: { ...network, up: [...up], offers }, proposal };
}
