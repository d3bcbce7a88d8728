import type { AppConfig } from '../job/config/app-config';
import type { Job } from '../job/model';
import type { Place } from '../text/range';
import { configDifferences } from './config';
import { type Difference, GROUPS, inOrder } from './difference';
import { fileDifferences } from './files';
import { type JobVersion, placeIn } from './job-version';
import { metaDifferences } from './meta';
import { pairs } from './pairs';
import { protectionDifferences } from './protection';
import { siteDifferences } from './sites';

/**
 * What is otherwise in the second of two jobs, removed protection first. Values decide, not how they are written: a job in another
 * format, or with its keys in another order, is the same job.
 */
export function compareJobs(before: JobVersion, after: JobVersion): readonly Difference[] {
  const protection = [...protectionDifferences(before, after), ...codeBrought(before.job, after.job)];
  const sites = siteDifferences(before.job, after.job);
  const told = new Set(protection.flatMap((each) => [keyOf(each.before), keyOf(each.after)]));
  const apps = appDifferences(before, after).filter(
    // The filter itself is told as protection.
    ({ kind, before: a, after: b }) => kind === 'changed' || !told.has(keyOf(kind === 'removed' ? a : b)),
  );
  return inOrder([
    ...protection,
    ...sites,
    ...metaDifferences(before.job, after.job, sites.length > 0),
    ...apps,
    ...fileDifferences(before.job, after.job),
  ]);
}

function keyOf(place: Place | undefined): string {
  return place ? `${place.file} ${place.range.start} ${place.range.end}` : '';
}

/** A job that brings code of its own may do anything at a site. */
function* codeBrought(before: Job, after: Job): Generator<Difference> {
  const apps = (job: Job) => [...job.apps.values()].filter(({ hasCustomFolder, deployed }) => hasCustomFolder && deployed);
  const [a, b] = [apps(before), apps(after)];
  if (a.length > 0 === b.length > 0) return;
  const isNew = b.length > 0;
  const text = isNew ? 'the job now brings code of its own' : 'the job no longer brings code of its own';
  const places = { before: undefined, after: undefined };
  yield { group: GROUPS.protection, kind: isNew ? 'added' : 'removed', protection: isNew ? 'less' : 'more', text, ...places };
}

function appDifferences(before: JobVersion, after: JobVersion): readonly Difference[] {
  const found: Difference[] = [];
  const names = new Set([...before.wiring.configs, ...after.wiring.configs].map(({ app }) => app));
  for (const side of ['server', 'client'] as const) {
    const of = ({ wiring }: JobVersion) => wiring.configs.filter((config) => config.side === side);
    const [first, second] = [of(before), of(after)];
    const { both, gone, added } = pairs(first, second, [
      (a, b) => a.app === b.app,
      // The one app of a side is the same part of the job under whatever name.
      () => first.length === 1 && second.length === 1,
    ]);
    const group = ({ app }: AppConfig) => groupOf(side, names.size > 1 ? app : undefined);
    for (const [a, b] of both) {
      const sides = [
        { config: a, wiring: before.wiring },
        { config: b, wiring: after.wiring },
      ] as const;
      for (const difference of configDifferences(...sides, group(b))) found.push(difference);
    }
    for (const config of gone) found.push(whole('removed', config, group(config)));
    for (const config of added) found.push(whole('added', config, group(config)));
  }
  return found;
}

function groupOf(side: AppConfig['side'], app: string | undefined): string {
  const name = side === 'server' ? 'Server' : 'Clients';
  return app === undefined ? name : `${name}, app ${app}`;
}

function whole(kind: 'added' | 'removed', { config }: AppConfig, group: string): Difference {
  const place = placeIn(config.file, { start: 0, end: 0 });
  const [before, after] = kind === 'removed' ? [place, undefined] : [undefined, place];
  return { group, kind, protection: undefined, text: `configuration ${kind}`, before, after };
}
