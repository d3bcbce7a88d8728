import { isAllSites, LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../job/job-def';
import type { Job } from '../job/model';
import type { Place, Range } from '../text/range';
import { keyRange, rangeOf } from '../tree/node';
import { type Cursor, cursorAt } from '../tree/query';
import { aboutAllSites, aboutApp, aboutSite } from './hover-job';
import { aboutKey, aboutValue } from './hover-key';
import { siteView } from './site-view';

/** What there is to say of a place. */
export interface Hover {
  readonly range: Range;
  /** Markdown paragraphs without links; texts of the user stand in code spans. */
  readonly paragraphs: readonly string[];
  /** Other places of the same thing, for links. */
  readonly places: readonly (Place & { readonly title: string })[];
}

/** What there is to say at an offset of a job's meta file: of keys, sites, apps and values with a unit. */
export function hoverAt(job: Job, file: string, offset: number): Hover | undefined {
  if (file !== job.meta?.file) return undefined;
  const cursor = cursorAt(job.meta.document.root, offset);
  if (!cursor || cursor.path.length === 0) return undefined;
  const range = cursor.onKey ? keyRange(cursor.onKey) : rangeOf(cursor.node);
  const subject = subjectAt(cursor);
  switch (subject?.kind) {
    case 'all-sites':
      return { range, paragraphs: aboutAllSites(job), places: [] };
    case 'site': {
      const view = siteView(job, subject.name);
      const places = view.places.map(({ as, file: at, range: where }) => ({ title: as, file: at, range: where }));
      return { range, paragraphs: aboutSite(job, view), places };
    }
    case 'app':
      return { range, paragraphs: aboutApp(job, subject.name), places: [] };
    case undefined: {
      const paragraphs = cursor.onKey ? aboutKey(cursor.path) : aboutValue(cursor.path, cursor.node);
      return paragraphs.length > 0 ? { range, paragraphs, places: [] } : undefined;
    }
  }
}

/** What a place in a meta file names. */
export type Subject = { readonly kind: 'site' | 'app' | 'all-sites'; readonly name: string };

/** The site or app that a place of a meta file names, if it does. */
export function subjectAt({ path, node, onKey }: Cursor): Subject | undefined {
  const [top, second] = path;
  if (top === 'deploy_map' && path.length === 2 && onKey) return { kind: 'app', name: onKey.key };
  const isSiteList = (top === 'deploy_map' && path.length >= 2) || (top === 'mandatory_clients' && path.length === 2);
  if (isSiteList && !onKey && node.kind === 'string') return siteOrAll(node.value);
  if (path.length !== 2 || !onKey || typeof second !== 'string') return undefined;
  if (top === 'resource_spec' && second !== RESOURCE_DEFAULT) return siteOrAll(second);
  if (top === 'launcher_spec' && second !== LAUNCHER_DEFAULT) return siteOrAll(second);
  return undefined;
}

function siteOrAll(name: string): Subject {
  return { kind: isAllSites(name) ? 'all-sites' : 'site', name };
}
