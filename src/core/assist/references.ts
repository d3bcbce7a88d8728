import { takesTask } from '../job/config/task-pattern';
import type { Job } from '../job/model';
import type { Release } from '../job/release';
import type { Place, Range } from '../text/range';
import { keyRange, rangeOf } from '../tree/node';
import { cursorAt } from '../tree/query';
import type { Checked } from './checked';
import { type ConfigName, configNames, isSameName, nameAt } from './config-names';
import { wiringWith } from './idle-config';
import { siteView } from './site/view';
import { subjectAt } from './subject';

/** A place that names what a caret is on. */
export interface Reference extends Place {
  /** Whether the place brings the thing into being. */
  readonly isDefinition: boolean;
}

/** The places of one thing, the range of the caret's own name first. */
export interface References {
  readonly range: Range;
  readonly places: readonly Reference[];
}

/**
 * Every place that names the same site, app, id, task, variable or class as the place at an offset. A task that an executor takes
 * by a pattern counts for both, because the two belong together.
 */
export function referencesAt({ job, wiring }: Checked, file: string, offset: number): References | undefined {
  if (file === job.meta?.file) return referencesInMeta(job, file, offset);
  const all = wiring && wiringWith(job, wiring, file);
  const name = all && nameAt(all, file, offset);
  if (!all || !name || name.kind === 'argument') return undefined;
  return { range: name.range, places: samePlaces(name, configNames(all), job.target) };
}

function samePlaces(name: ConfigName, among: readonly ConfigName[], release: Release): readonly Reference[] {
  return among
    .filter((other) => isSameName(name, other) || isSameTask(name, other, release))
    .map(({ file, range, isDefinition }) => ({ file, range, isDefinition }));
}

function isSameTask(a: ConfigName, b: ConfigName, release: Release): boolean {
  if (a.kind !== 'task' || b.kind !== 'task') return false;
  return (b.isDefinition && takesTask(b.name, a.name, release)) || (a.isDefinition && takesTask(a.name, b.name, release));
}

function referencesInMeta(job: Job, file: string, offset: number): References | undefined {
  const cursor = cursorAt(job.meta?.document.root, offset);
  const subject = cursor && subjectAt(cursor);
  if (!cursor || !subject) return undefined;
  const range = cursor.onKey ? keyRange(cursor.onKey) : rangeOf(cursor.node);
  const at = ({ range: where }: Place, isDefinition: boolean) => ({ file, range: rangeOf(where), isDefinition });
  if (subject.kind === 'app') {
    const deployed = job.deployment.apps.filter(({ name }) => name === subject.name);
    return { range, places: deployed.map(({ entry }) => at({ file, range: keyRange(entry) }, true)) };
  }
  const { places } = siteView(job, subject.name);
  return { range, places: places.map((place) => at(place, place.as === 'deploy_map')) };
}

/** Where in its own file the thing at an offset is named, for the editor to mark. Asked at every move of the caret. */
export function highlightsAt({ job, wiring }: Checked, file: string, offset: number): readonly Reference[] {
  if (file === job.meta?.file) return referencesInMeta(job, file, offset)?.places ?? [];
  const all = wiring && wiringWith(job, wiring, file);
  const name = all && nameAt(all, file, offset);
  if (!all || !name || name.kind === 'argument') return [];
  return samePlaces(name, configNames(all, name.config), job.target);
}
