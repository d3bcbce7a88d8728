import { moveSites } from '../edit/edit-sites';
import { isRefusal } from '../edit/plan';
import { takeFromApps } from '../edit/site-lists';
import { isAllSites, isJobName, SERVER_SITE } from '../job/job-def';
import type { App, DeployedApp, Job, SiteUse } from '../job/model';
import { SITE_LIST_KEYS } from '../job/participants';
import { namesIn } from '../job/sources';
import type { TreeEdit } from '../tree/edit';
import { type ConfigNode, get } from '../tree/node';
import type { Plain } from '../tree/query';
import { type JobAction, jobAction } from './job-action';

/** More apps than these are no choice for a menu. */
const MOST_APPS = 8;

/** The actions for a site named in the deploy map: to another app of the job, or into an app of its own. */
export function siteActions(job: Job, site: SiteUse): readonly JobAction[] {
  const from = job.deployment.apps.find(({ name }) => name === site.app);
  // An app that nobody gets any more is left to those who want that.
  if (!job.meta || !from || from.sites.length < 2 || isAllSites(site.value)) return [];
  const others = job.deployment.apps.filter(
    ({ name, sites }) => sites.every(({ value }) => value !== site.value) && canTake(job.apps.get(name), site.value),
  );
  return [...others.slice(0, MOST_APPS).flatMap((app) => moveSite(job, site, app)), ...extractSite(job, site, from)];
}

/** An app that has no configuration for the side of a site would be refused there. */
function canTake(app: App | undefined, site: string): boolean {
  return (site === SERVER_SITE ? app?.server : app?.client) !== undefined;
}

function moveSite(job: Job, site: SiteUse, to: DeployedApp): readonly JobAction[] {
  const plan = moveSites({ job }, [site.value], to.name);
  if (isRefusal(plan)) return [];
  return [
    jobAction(
      'move',
      `Move ${site.value} to app "${to.name}"`,
      plan.changes.map(({ change }) => change),
    ),
  ];
}

/** The app folder is copied, so that nothing changes for the site before somebody edits the copy. */
function extractSite({ meta, metaObject, sources }: Job, site: SiteUse, from: DeployedApp): readonly JobAction[] {
  const map = metaObject && get(metaObject, 'deploy_map');
  const folder = sources.folders.get(from.name);
  if (!meta || map?.kind !== 'object' || !folder || folder.link || from.name.includes('/')) return [];
  const { files, folders } = namesIn(sources, '');
  const taken = new Set([...files, ...folders, ...map.value.list.map(({ key }) => key)]);
  const name = freeName(`${from.name}_${site.value}`, taken);
  if (name === undefined) return [];
  const value = like(from.entry.value, site.value);
  const edits: readonly TreeEdit[] = [
    ...takeFromApps([from], [site]),
    { kind: 'add-entry', object: map, key: name, value, after: from.name },
  ];
  const changes = edits.map((edit) => ({ kind: 'tree' as const, file: meta.file, edit }));
  return [jobAction('extract', `Extract ${site.value} into its own app "${name}"`, changes, [{ from: from.name, to: name }])];
}

function freeName(wanted: string, taken: ReadonlySet<string>): string | undefined {
  const base = wanted.replace(/[^A-Za-z0-9._-]/g, '_');
  if (!isJobName(base)) return undefined;
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}_${i}`;
    if (!taken.has(name)) return name;
  }
}

/** The sites of the new app in the form that the old one has them in. */
function like(value: ConfigNode, site: string): Plain {
  const key = value.kind === 'object' ? SITE_LIST_KEYS.find((candidate) => get(value, candidate)) : undefined;
  return key === undefined ? [site] : { [key]: [site] };
}
