import { keyRange, rangeOf } from '../../tree/node';
import { cursorAt } from '../../tree/query';
import type { Checked } from '../checked';
import { wiringWith } from '../idle-config';
import { siteView } from '../site/view';
import { subjectAt } from '../subject';
import { hoverConfig } from './config';
import type { Hover } from './hover-text';
import { aboutAllSites, aboutApp, aboutSite } from './job';
import { aboutKey, aboutValue } from './key';

/**
 * What there is to say at an offset: in a job's meta file of keys, sites, apps and values with a unit, in the configurations of
 * apps of classes, arguments, ids, tasks and variables.
 */
export function hoverAt({ job, wiring }: Checked, file: string, offset: number): Hover | undefined {
  if (file !== job.meta?.file) return wiring && hoverConfig(wiringWith(job, wiring, file), job.target, file, offset);
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
