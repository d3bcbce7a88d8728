import type { Checked } from '../assist/checked';
import { sitePlaces, sitesOf } from '../assist/site/view';
import type { Place } from '../text/range';
import { keyRange, rangeOf } from '../tree/node';

/** Something of a job that goes by a name, for a search over all jobs. */
export interface JobName extends Place {
  readonly kind: 'job' | 'app' | 'site' | 'task' | 'component';
  readonly name: string;
}

/** The names of a job that a query may mean: the job, its apps, sites, tasks and components, each at the place that makes it. */
export function* jobNames({ job, wiring }: Checked, query: string): Generator<JobName> {
  const isMeant = matcher(query);
  const meta = job.meta?.file;
  if (meta !== undefined) {
    if (isMeant(job.sources.name)) yield { kind: 'job', name: job.sources.name, file: meta, range: { start: 0, end: 0 } };
    for (const { name, entry } of job.deployment.apps) {
      if (isMeant(name)) yield { kind: 'app', name, file: meta, range: keyRange(entry) };
    }
    const { deployed, withoutApp } = sitesOf(job);
    const placesOf = sitePlaces(job);
    for (const name of [...deployed, ...withoutApp]) {
      const place = isMeant(name) ? placesOf(name)[0] : undefined;
      if (place) yield { kind: 'site', name, file: place.file, range: rangeOf(place.range) };
    }
  }
  for (const { config, components, workflows, executors } of wiring?.configs ?? []) {
    for (const { id } of [...components, ...workflows]) {
      if (id && isMeant(id.value)) yield { kind: 'component', name: id.value, file: config.file, range: rangeOf(id) };
    }
    for (const { tasks } of executors) {
      for (const task of tasks.names)
        if (isMeant(task.value)) yield { kind: 'task', name: task.value, file: config.file, range: rangeOf(task) };
    }
  }
}

/** As editors look for symbols: the letters of the query in their order, in any case. */
function matcher(query: string): (name: string) => boolean {
  const letters = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
  return (name) => {
    const lower = name.toLowerCase();
    let at = 0;
    for (const letter of letters) {
      at = lower.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };
}
