import type { Place } from '../text/range';
import { get, rangeOf, type StringNode } from '../tree/node';
import { isAllSites } from './job-def';
import type { App, Deployment, Job, SiteBlocks, SiteUse } from './model';

/**
 * A job as NVFLARE's scheduler sees it: the class `Job` of `nvflare/apis/job_def.py`, with every value's place in the meta file.
 */
export interface JobDefinition {
  readonly jobId: Setting<string>;
  /** The fewest clients: `min_clients`. */
  readonly minSites: Setting<number>;
  /** Clients without which the job does not start: `mandatory_clients`. */
  readonly requiredSites: Setting<readonly string[]>;
  readonly deployMap: Deployment;
  readonly resourceSpec: SiteBlocks;
}

/** A value with the place where the author wrote it, or NVFLARE's default and no place. */
export interface Setting<T> {
  /** `undefined` where the file holds something that is not of the type, or that cannot be known. */
  readonly value: T | undefined;
  readonly at: Place | undefined;
}

/** The job that the meta file defines, with NVFLARE's defaults for what it leaves out (`job_from_meta`). */
export function jobFromMeta(job: Job): JobDefinition {
  return {
    jobId: setting(job, 'job_id', '', (node) => (node.kind === 'string' ? node.value : undefined)),
    minSites: setting(job, 'min_clients', 1, (node) => (node.kind === 'integer' ? node.value : undefined)),
    requiredSites: setting<readonly string[]>(job, 'mandatory_clients', [], (node) => {
      if (node.kind !== 'array') return undefined;
      const texts = node.value.filter((item): item is StringNode => item.kind === 'string');
      return texts.length === node.value.length ? texts.map(({ value }) => value) : undefined;
    }),
    deployMap: deployment(job),
    resourceSpec: job.resources,
  };
}

function setting<T>(
  job: Job,
  key: string,
  unset: T,
  read: (node: NonNullable<ReturnType<typeof get>>) => T | undefined,
): Setting<T> {
  const node = job.metaObject && get(job.metaObject, key);
  if (node) return { value: read(node), at: { file: job.meta?.file ?? '', range: rangeOf(node) } };
  return { value: job.metaObject?.value.incomplete ? undefined : unset, at: undefined };
}

/** Which app goes to which sites (`Job.get_deployment`). */
export function deployment(job: Job): Deployment {
  return job.deployment;
}

/** The app of a site, and how it came to it. */
export interface ApplicationName {
  readonly app: string;
  /** The place in `deploy_map` that decided. */
  readonly use: SiteUse;
  /** `named`: the site stands there itself; `all-sites`: `@ALL` does, in whatever letter case. */
  readonly how: 'named' | 'all-sites';
}

/**
 * The app that a site gets: that of the first entry in file order which names it or all sites (`Job.get_application_name`,
 * with `@ALL` as the scheduler understands it). `undefined` where no app goes there.
 */
export function applicationName(job: Job, site: string): ApplicationName | undefined {
  const { allSites, apps, bySite } = job.deployment;
  const named = bySite.get(site)?.[0];
  if (named && allSites && named !== allSites) {
    const order = (use: SiteUse) => apps.findIndex(({ sites }) => sites.includes(use));
    return order(allSites) < order(named) ? byAll(allSites) : byName(named);
  }
  // Hosts ask of `@ALL` itself, too, where it stands for the sites that no one knows the names of.
  if (named) return isAllSites(named.value) ? byAll(named) : byName(named);
  return allSites && byAll(allSites);
}

function byName(use: SiteUse): ApplicationName {
  return { app: use.app, use, how: 'named' };
}

function byAll(use: SiteUse): ApplicationName {
  return { app: use.app, use, how: 'all-sites' };
}

/** An app's folder and files (`Job.get_application`), or `undefined` where neither a folder nor `deploy_map` has the name. */
export function application(job: Job, name: string): App | undefined {
  return job.apps.get(name);
}

/** Whether two jobs are one to NVFLARE: it compares job ids and nothing else (`Job.__eq__`). */
export function isSameJob(a: JobDefinition, b: JobDefinition): boolean {
  return a.jobId.value !== undefined && a.jobId.value === b.jobId.value;
}
