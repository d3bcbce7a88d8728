import type { Checked } from '../assist/checked';
import { sitePlaces } from '../assist/site/view';
import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { DeployedApp, Job } from '../job/model';
import type { Place } from '../text/range';
import type { TreeEdit } from '../tree/edit';
import { get, type ObjectNode } from '../tree/node';
import { isFalsy } from '../tree/query';
import { siteNameProblem } from './new-name';
import { change, type EditPlan, isRefusal, type Refusal, refuse } from './plan';
import { addToApp, takeFromApps } from './site-lists';

type InJob = Pick<Checked, 'job'>;

/** Deploys sites to an app of the job, and to no other; those that get no app so far as well. */
export function moveSites({ job }: InJob, sites: readonly string[], to: string): EditPlan | Refusal {
  const app = deployedApp(job, to);
  if (isRefusal(app)) return app;
  const { bySite, allSites } = job.deployment;
  const chosen = [...new Set(sites)];
  const there = new Set(app.sites.map(({ value }) => value));
  const toAdd = chosen.filter((site) => !there.has(site));
  const all = toAdd.find(isAllSites);
  if (allSites && all === undefined && toAdd.length > 0) {
    return refuse(
      `App "${allSites.app}" goes to "${allSites.value}", which already means every site. Name its sites one by one first.`,
    );
  }
  if (all !== undefined && (toAdd.length > 1 || app.sites.length > 0)) {
    return refuse(`"${all}" means every site and cannot stand beside others. App "${to}" already goes to sites by name.`);
  }
  const added = addToApp(app, toAdd);
  if (isRefusal(added)) return added;
  const uses = chosen.flatMap((site) => (bySite.get(site) ?? []).filter((use) => use.app !== to));
  const edits = [...takeFromApps(job.deployment.apps, uses), ...added];
  return planned(job, `Move ${names(chosen, 'site')} to app "${to}"`, edits);
}

/** Adds a site that the job does not name yet to an app. */
export function addSite({ job }: InJob, site: string, to: string): EditPlan | Refusal {
  const problem = siteNameProblem(job, site);
  const isServer = site === SERVER_SITE && !job.deployment.bySite.has(site);
  if (problem !== undefined && !isServer) return refuse(problem);
  const plan = moveSites({ job }, [site], to);
  return isRefusal(plan) ? plan : { ...plan, title: `Add site "${site}" to app "${to}"` };
}

/** A part of the meta file that names a site beside the deploy map. */
export interface Elsewhere extends Place {
  readonly site: string;
  readonly as: 'mandatory_clients' | 'resource_spec' | 'launcher_spec';
}

/** Where else the meta file names sites that are to be removed. */
export function namedElsewhere({ job }: InJob, sites: readonly string[]): readonly Elsewhere[] {
  const placesOf = sitePlaces(job);
  return sites.flatMap((site) =>
    placesOf(site).flatMap(({ as, file, range }) => (as === 'deploy_map' ? [] : [{ site, as, file, range }])),
  );
}

/** Takes sites out of the deploy map, and where it is wished out of all else that the meta file says of them. */
export function removeSites({ job }: InJob, sites: readonly string[], everywhere: boolean): EditPlan | Refusal {
  const uses = sites.flatMap((site) => job.deployment.bySite.get(site) ?? []);
  const edits = [...takeFromApps(job.deployment.apps, uses), ...(everywhere ? otherRemovals(job, new Set(sites)) : [])];
  return planned(job, `Remove ${names(sites, 'site')}`, edits);
}

function otherRemovals(job: Job, sites: ReadonlySet<string>): readonly TreeEdit[] {
  const removals = [job.resources.object, job.launchers.object].flatMap((object) => (object ? keyRemovals(object, sites) : []));
  return [...removals, ...mandatoryRemovals(job, sites)];
}

function keyRemovals(object: ObjectNode, sites: ReadonlySet<string>): readonly TreeEdit[] {
  const found = [...object.value.list, ...object.value.superseded].filter(({ key }) => sites.has(key));
  return found.map((entry) => ({ kind: 'remove-entry', object, entry }));
}

function mandatoryRemovals(job: Job, sites: ReadonlySet<string>): readonly TreeEdit[] {
  const list = job.metaObject && get(job.metaObject, 'mandatory_clients');
  if (list?.kind !== 'array') return [];
  const found = list.value.filter(({ value }) => typeof value === 'string' && sites.has(value));
  return found.map((item) => ({ kind: 'remove-item', array: list, item }));
}

/** Makes sites mandatory, or no longer so. */
export function setMandatory({ job }: InJob, sites: readonly string[], isMandatory: boolean): EditPlan | Refusal {
  const title = isMandatory ? `Make ${names(sites, 'site')} mandatory` : `Make ${names(sites, 'site')} no longer mandatory`;
  if (!isMandatory) return planned(job, title, mandatoryRemovals(job, new Set(sites)));
  const notAClient = sites.find((site) => site === SERVER_SITE || isAllSites(site));
  if (notAClient !== undefined)
    return refuse(`Only a client can be mandatory, and "${notAClient}" is none. Choose clients only.`);
  const { bySite, allSites } = job.deployment;
  const without = sites.find((site) => !allSites && !bySite.has(site));
  if (without !== undefined) return refuse(`No app goes to "${without}", so it cannot be mandatory. Move it to an app first.`);
  const object = job.metaObject;
  if (!object) return refuse('The job has no meta file that could be changed. Add one first.');
  const list = get(object, 'mandatory_clients');
  if (list === undefined) {
    const after = ['min_clients', 'deploy_map'].find((key) => get(object, key));
    return planned(job, title, [
      { kind: 'add-entry', object, key: 'mandatory_clients', value: sites, ...(after !== undefined && { after }) },
    ]);
  }
  if (list.kind === 'array') {
    const there = new Set(list.value.map(({ value }) => value));
    const added = sites.filter((site) => !there.has(site));
    return planned(
      job,
      title,
      added.map((value) => ({ kind: 'add-item', array: list, value })),
    );
  }
  if (isFalsy(list) === true) return planned(job, title, [{ kind: 'replace', node: list, value: sites }]);
  return refuse('mandatory_clients is no list. Write it as a list of site names first.');
}

function deployedApp(job: Job, name: string): DeployedApp | Refusal {
  const app = job.apps.get(name)?.deployed;
  if (app) return app;
  return refuse(`deploy_map does not name app "${name}". Add it there first.`);
}

function planned(job: Job, title: string, edits: readonly TreeEdit[]): EditPlan {
  const file = job.meta?.file ?? '';
  return { title, changes: edits.map((edit) => change(file, edit)), notes: [] };
}

/** `site "a"`, `sites "a" and "b"`, `4 sites`. */
export function names(all: readonly string[], what: string): string {
  const [first = '', second] = all;
  if (second === undefined) return `${what} "${first}"`;
  return all.length === 2 ? `${what}s "${first}" and "${second}"` : `${all.length} ${what}s`;
}
