import type { Checked } from '../assist/checked';
import type { Formats } from '../formats/index';
import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';
import { get } from '../tree/node';
import { names } from './edit-sites';
import { newConfig } from './new-config';
import { appNameProblem } from './new-name';
import { change, type EditPlan, type PlannedChange, type Refusal, refuse } from './plan';
import { renameAppKey } from './rename-app';
import { takeFromApps } from './site-lists';

type InJob = Pick<Checked, 'job'>;

/**
 * Adds an app that goes to these sites and no longer gets them from others: a key of `deploy_map`, and a folder with the least
 * that runs on the sides it goes to, in the format that the job's configurations have. The host has loaded that format.
 */
export function addApp({ job }: InJob, name: string, sites: readonly string[], formats: Formats): EditPlan | Refusal {
  const problem = appNameProblem(job, name);
  if (problem !== undefined) return refuse(problem);
  const { meta, metaObject: object } = job;
  const map = object && get(object, 'deploy_map');
  if (!meta || !object) return refuse('The job has no meta file that could be changed. Add one first.');
  if (map !== undefined && map.kind !== 'object') return refuse('deploy_map is no object here. Put it right by hand first.');
  const all = sites.find(isAllSites);
  if (all !== undefined && sites.length > 1)
    return refuse(`"${all}" means every site and cannot stand beside others. Choose it alone, or sites by name.`);
  const uses = sites.flatMap((site) => job.deployment.bySite.get(site) ?? []);
  const key: PlannedChange = map
    ? change(meta.file, { kind: 'add-entry', object: map, key: name, value: sites })
    : change(meta.file, { kind: 'add-entry', object, key: 'deploy_map', value: { [name]: sites } });
  const taken = takeFromApps(job.deployment.apps, uses).map((edit) => change(meta.file, edit));
  return { title: `Add app "${name}"`, changes: [...taken, key, ...newFiles(job, name, sites, formats)], notes: [] };
}

function newFiles(job: Job, name: string, sites: readonly string[], formats: Formats): readonly PlannedChange[] {
  const toServer = sites.some((site) => site === SERVER_SITE || isAllSites(site));
  const toClients = sites.length === 0 || sites.some((site) => site !== SERVER_SITE);
  const sides = [...(toServer ? (['server'] as const) : []), ...(toClients ? (['client'] as const) : [])];
  return sides.map((side) => ({ change: newConfig(job, name, side, formats) }));
}

/** Takes apps out of the deploy map, where they are in it. Their folders are the host's to keep or delete. */
export function removeApps({ job }: InJob, apps: readonly string[]): EditPlan | Refusal {
  const title = `Remove ${names(apps, 'app')}`;
  const deployed = apps.filter((name) => job.apps.get(name)?.deployed);
  if (deployed.length === 0) return { title, changes: [], notes: [] };
  const map = job.deployment.entry?.value;
  if (map?.kind !== 'object' || !job.meta) return refuse('deploy_map is no object here. Put it right by hand first.');
  const { file } = job.meta;
  const entries = [...map.value.list, ...map.value.superseded].filter(({ key }) => deployed.includes(key));
  return { title, changes: entries.map((entry) => change(file, { kind: 'remove-entry', object: map, entry })), notes: [] };
}

/**
 * The change of `deploy_map` that a folder asks for which somebody renames in the job folder; `undefined` for folders that are no
 * app, for those that leave the job folder, and where the deploy map has the new name already. Paths are below the job folder.
 */
export function followFolder({ job }: InJob, from: string, to: string): EditPlan | undefined {
  const isInPlace = !from.includes('/') && to !== '' && !to.includes('/');
  const { apps } = job.deployment;
  if (!isInPlace || !apps.some(({ name }) => name === from) || apps.some(({ name }) => name === to)) return undefined;
  return { title: `Rename app "${from}" to "${to}" in the deploy map`, changes: renameAppKey({ job }, from, to), notes: [] };
}
