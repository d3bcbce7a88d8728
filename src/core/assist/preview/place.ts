import type { Job } from '../../job/model';
import type { Place } from '../../text/range';
import { entry, keyRange, rangeOf } from '../../tree/node';
import { siteView } from '../site/view';
import { type OptionList, specAt } from './setups';

/** Something in a preview that stands somewhere in the job's files. */
export type PreviewTarget =
  /** The site where it is first named; in the list of one app; or as a mandatory one. */
  | { readonly kind: 'site'; readonly site: string; readonly app?: string }
  | { readonly kind: 'mandatory'; readonly site: string }
  | { readonly kind: 'app'; readonly app: string }
  | {
      readonly kind: 'option';
      readonly site: string;
      readonly role: 'server' | 'client' | 'all';
      readonly list: OptionList;
      readonly key: string;
    }
  /** A key of the meta file. */
  | { readonly kind: 'key'; readonly key: string }
  /** The start of the meta file. */
  | { readonly kind: 'meta' }
  | ({ readonly kind: 'place' } & Place);

/** Where it stands in the job as it is now; `undefined` where an edit has taken it away. */
export function previewPlace(job: Job, target: PreviewTarget): Place | undefined {
  const file = job.meta?.file;
  const start = file === undefined ? undefined : { file, range: { start: 0, end: 0 } };
  switch (target.kind) {
    case 'place':
      return { file: target.file, range: target.range };
    case 'meta':
      return start;
    case 'key': {
      const found = job.metaObject && entry(job.metaObject, target.key);
      return file !== undefined && found ? { file, range: keyRange(found) } : start;
    }
    case 'app': {
      const app = job.apps.get(target.app);
      if (app?.deployed && file !== undefined) return { file, range: keyRange(app.deployed.entry) };
      const config = app?.server ?? app?.client;
      return config && { file: config.file, range: { start: 0, end: 0 } };
    }
    case 'site':
      return placeOf(siteUse(job, target.site, target.app)) ?? placeOf(siteView(job, target.site).places[0]);
    case 'mandatory':
      return placeOf(siteView(job, target.site).mandatory);
    case 'option': {
      const { site, role, list, key } = target;
      const found = specAt(job, site, role, list).entries.find((option) => option.key === key);
      return found && file !== undefined ? { file, range: rangeOf(found.entry.value) } : undefined;
    }
  }
}

function siteUse(job: Job, site: string, app: string | undefined): Place | undefined {
  const uses = job.deployment.bySite.get(site) ?? [];
  if (app === undefined) return uses[0];
  return uses.find((use) => use.app === app) ?? job.deployment.allSites;
}

/** A place as data of its own. */
function placeOf(place: Place | undefined): Place | undefined {
  return place && { file: place.file, range: rangeOf(place.range) };
}
