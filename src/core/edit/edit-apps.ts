import type { Checked } from '../assist/checked';
import type { ConfigFormat } from '../formats/format';
import { type Formats, formatOf, withoutEnding } from '../formats/index';
import { readJson } from '../formats/json/read';
import { CLIENT_CONFIG, SERVER_CONFIG } from '../job/files';
import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';
import { minimalConfig } from '../rules/apps/_minimal-config';
import { get } from '../tree/node';
import { toPlain } from '../tree/query';
import { names } from './edit-sites';
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
  return sides.map((side) => {
    const { ending, format } = habit(job, formats);
    const file = `${name}/config/${side === 'server' ? SERVER_CONFIG : CLIENT_CONFIG}${ending}`;
    const json = minimalConfig(side);
    const text = format ? format.print(toPlain(readJson(json).root)) : json;
    return { change: { kind: 'create-file', file, text } };
  });
}

/** How the first configuration of the job is written; JSON where there is none. */
function habit(job: Job, formats: Formats): { readonly ending: string; readonly format: ConfigFormat | undefined } {
  const [config] = [...job.apps.values()].flatMap(({ server, client }) => server ?? client ?? []);
  const name = config && formatOf(config.file);
  const format = name && formats[name];
  if (!config || !format || !('print' in format)) return { ending: '.json', format: undefined };
  return { ending: config.file.slice(withoutEnding(config.file).length).replace(/\.default$/, ''), format };
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
