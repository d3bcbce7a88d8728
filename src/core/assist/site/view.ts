import { ALL_SITES, isAllSites, LAUNCHER_DEFAULT, RESOURCE_DEFAULT, SERVER_SITE } from '../../job/job-def';
import { type ApplicationName, applicationName } from '../../job/job-from-meta';
import type { Job } from '../../job/model';
import { type EffectiveSpec, jobLauncherSpec, portableResourceSpec, resourceManagerSpec } from '../../job/site-blocks';
import { type LauncherMode, optionModes } from '../../job/site-blocks-layers';
import type { Place } from '../../text/range';
import { entry, get, keyRange } from '../../tree/node';

/** Everything that a meta file says of one site, as it will apply there. */
export interface SiteView {
  readonly site: string;
  readonly role: 'server' | 'client';
  /** The app that the site gets and why; `undefined` where none goes there. */
  readonly app: ApplicationName | undefined;
  /** Where the site is called mandatory. */
  readonly mandatory: Place | undefined;
  /** What the scheduler asks the site's resource manager for; a server is never asked. */
  readonly resources: EffectiveSpec;
  /** What the site's launcher sets for the job process, in any mode. */
  readonly portable: EffectiveSpec;
  /** The options of each mode that has some; the site itself has one mode. */
  readonly launchers: readonly { readonly mode: LauncherMode; readonly spec: EffectiveSpec }[];
  /** Every place that names the site. */
  readonly places: readonly NamedAt[];
}

/** A place that names a site, and what for. */
export interface NamedAt extends Place {
  readonly as: 'deploy_map' | 'mandatory_clients' | 'resource_spec' | 'launcher_spec';
}

/** What applies to a site. Any name will do: under `@ALL` every client gets the app. */
export function siteView(job: Job, site: string): SiteView {
  return siteViewer(job)(site);
}

/** The same for many sites of a job, whose lists are then gone through once. */
export function siteViewer(job: Job): (site: string) => SiteView {
  const mandatory = mandatoryPlaces(job);
  return (site) => viewOf(job, site, mandatory.get(site) ?? []);
}

/** Every place that names a site, for many sites of a job. */
export function sitePlaces(job: Job): (site: string) => readonly NamedAt[] {
  const mandatory = mandatoryPlaces(job);
  return (site) => placesOf(job, site, mandatory.get(site) ?? []);
}

function viewOf(job: Job, site: string, mandatory: readonly NamedAt[]): SiteView {
  const role = site === SERVER_SITE ? 'server' : 'client';
  const places = placesOf(job, site, mandatory);
  const launchers = optionModes(job.target).map((mode) => ({ mode, spec: jobLauncherSpec(job, site, mode) }));
  return {
    site,
    role,
    app: applicationName(job, site),
    mandatory: mandatory[0],
    resources: role === 'server' ? NONE : resourceManagerSpec(job, site),
    portable: portableResourceSpec(job, site),
    launchers: launchers.filter(({ spec }) => spec.entries.length > 0 || spec.odd !== undefined),
    places,
  };
}

/** The sites that a job names: those that get an app, the server first, and those that get none though something is said of them. */
export interface JobSites {
  readonly deployed: readonly string[];
  readonly withoutApp: readonly string[];
}

/** The names of a job's sites. `@ALL` stays itself; default blocks are no sites. */
export function sitesOf(job: Job): JobSites {
  const { allSites, bySite } = job.deployment;
  const names = [...bySite.keys()].filter((site) => !isAllSites(site));
  const deployed = allSites ? [SERVER_SITE, ALL_SITES, ...names] : [...names].sort(serverFirst);
  const known = new Set(deployed);
  const others = new Set<string>();
  for (const site of mentioned(job)) if (!known.has(site) && !isAllSites(site)) others.add(site);
  if (!allSites) return { deployed, withoutApp: [...others] };
  return { deployed: [...deployed, ...others], withoutApp: [] };
}

function* mentioned(job: Job): Iterable<string> {
  const mandatory = job.metaObject && get(job.metaObject, 'mandatory_clients');
  if (mandatory?.kind === 'array') for (const item of mandatory.value) if (item.kind === 'string') yield item.value;
  for (const { key } of job.resources.object?.value.list ?? []) if (key !== RESOURCE_DEFAULT) yield key;
  for (const { key } of job.launchers.object?.value.list ?? []) if (key !== LAUNCHER_DEFAULT) yield key;
}

function mandatoryPlaces(job: Job): ReadonlyMap<string, readonly NamedAt[]> {
  const file = job.meta?.file ?? '';
  const list = job.metaObject && get(job.metaObject, 'mandatory_clients');
  const places = new Map<string, NamedAt[]>();
  for (const item of list?.kind === 'array' ? list.value : []) {
    if (item.kind !== 'string') continue;
    const place: NamedAt = { as: 'mandatory_clients', file, range: item };
    const known = places.get(item.value);
    if (known) known.push(place);
    else places.set(item.value, [place]);
  }
  return places;
}

function placesOf(job: Job, site: string, mandatory: readonly NamedAt[]): readonly NamedAt[] {
  const file = job.meta?.file ?? '';
  const places: NamedAt[] = (job.deployment.bySite.get(site) ?? []).map(({ range }) => ({ as: 'deploy_map', file, range }));
  places.push(...mandatory);
  const resources = job.resources.object && entry(job.resources.object, site);
  if (resources) places.push({ as: 'resource_spec', file, range: keyRange(resources) });
  const launcher = job.launchers.object && entry(job.launchers.object, site);
  if (launcher) places.push({ as: 'launcher_spec', file, range: keyRange(launcher) });
  return places;
}

function serverFirst(a: string, b: string): number {
  return Number(b === SERVER_SITE) - Number(a === SERVER_SITE);
}

const NONE: EffectiveSpec = { entries: [], odd: undefined, certain: true };
