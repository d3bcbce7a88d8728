import { isAllSites, SERVER_SITE } from '../job/job-def';
import { misreadSites } from '../job/misread-sites';
import type { DeployedApp, Job } from '../job/model';
import { isSince, type Release } from '../job/release';
import type { Range } from '../text/range';
import { type ConfigNode, keyRange, rangeOf } from '../tree/node';

/** The connected clients that the deploy map means, as the scheduler counts them. */
export type ApplicableSites =
  | {
      readonly kind: 'sites';
      /** In NVFLARE's order; a site twice where the deploy map names it twice. */
      readonly sites: readonly string[];
      /** The app of each of them, and of the server. */
      readonly appOf: ReadonlyMap<string, string>;
    }
  /** There is no deploy map. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'crash'; readonly at: Range }
  | { readonly kind: 'unknown' };

/** The first half of `_try_job` in `nvflare/app_common/job_schedulers/job_scheduler.py`: unknown and absent names just fall out. */
export function applicableSites({ deployment, metaObject, target }: Job, up: readonly string[]): ApplicableSites {
  const { entry, apps, certain } = deployment;
  if (!metaObject || !certain) return { kind: 'unknown' };
  if (!entry || (apps.length === 0 && isEmpty(entry.value))) return { kind: 'empty' };
  if (entry.value.kind !== 'object') return { kind: 'crash', at: rangeOf(entry.value) };
  const online = [...up];
  const isOnline = new Set(up);
  let sites: string[] = [];
  let appOf = new Map<string, string>();
  for (const app of apps) {
    const named = namesOf(app, target);
    if (!named.names) return { kind: 'crash', at: named.at };
    for (const name of named.names) {
      if (isAllSites(name)) {
        // From here on the two are one list, so that names which follow are added to both.
        sites = online;
        appOf = new Map(online.map((site) => [site, app.name]));
        appOf.set(SERVER_SITE, app.name);
      } else if (isOnline.has(name)) {
        sites.push(name);
        appOf.set(name, app.name);
      } else if (name === SERVER_SITE) appOf.set(SERVER_SITE, app.name);
    }
  }
  return { kind: 'sites', sites, appOf };
}

type Names =
  | { readonly names: readonly string[] }
  /** The place that the scheduler fails over. */
  | { readonly names?: undefined; readonly at: Range };

/** The names in the sites of an app. */
function namesOf({ entry, participants }: DeployedApp, release: Release): Names {
  if (participants.form === 'invalid' && participants.fault) {
    const misread = isSince(release, '2.7.2') ? undefined : misreadSites(entry.value);
    return misread ? { names: misread.map(({ value }) => value) } : { at: keyRange(entry) };
  }
  if (participants.fault) return { at: rangeOf(participants.fault.node) };
  const odd = participants.items.find(({ kind }) => kind !== 'string');
  return odd ? { at: rangeOf(odd) } : { names: participants.items.map(({ value }) => String(value)) };
}

function isEmpty(node: ConfigNode): boolean {
  switch (node.kind) {
    case 'object':
      return node.value.list.length === 0;
    case 'array':
    case 'string':
      return node.value.length === 0;
    default:
      return !node.value;
  }
}
