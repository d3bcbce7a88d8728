/**
 * What NVFLARE's `nvflare/apis/job_def.py` defines, release by release: the words that stand in a job's meta and status.
 * What there is to say of the meta keys stands in `schemas/meta.schema.json`.
 */
import { isSince, type Release } from './release';

/** The site name that stands for the server and every client that is connected; NVFLARE accepts it in any letter case. */
export const ALL_SITES = '@ALL';
/** The name of the server in a deploy map, whatever its host is called. Only this spelling counts. */
export const SERVER_SITE = 'server';
/** The study that a job belongs to when it was submitted without one. */
export const DEFAULT_STUDY = 'default';
/** Default resources of all sites, in `resource_spec` (2.9). */
export const RESOURCE_DEFAULT = '@default';
/** Default options of all sites, in `launcher_spec` (2.8). */
export const LAUNCHER_DEFAULT = 'default';
/** The most clients that a job may ask for (`MAX_CLIENTS` in `job_meta_validator.py`). */
export const MOST_CLIENTS = 1_000_000;
/** NVFLARE gives up on a job that it tried to schedule this often (`max_schedule_count` of the scheduler). */
export const MOST_SCHEDULE_ATTEMPTS = 10;

/** The four keys of NVFLARE's job store (`JobDataKey`). They never stand in a meta file. */
export const JOB_DATA_KEYS = ['data', 'meta', 'job_data_', 'workspace_data_'] as const;

/** Whether a release has something that came with `since` and was last seen in `until`. */
export function isKnown(release: Release, since: string | undefined, until: string | undefined): boolean {
  return (since === undefined || isSince(release, since)) && (until === undefined || !isSince(release, next(until)));
}

/** A state of a job, as the server writes it (`RunStatus`). */
export interface RunStatus {
  readonly name: string;
  /** The text in the job's meta and in every listing. */
  readonly value: string;
  readonly meaning: string;
  /** The first release that has it with this value. */
  readonly since: string;
  /** The last release that has it, where it is gone. */
  readonly until?: string;
}

/** Every status of every release. */
export const RUN_STATUSES: readonly RunStatus[] = [
  { name: 'SUBMITTED', value: 'SUBMITTED', meaning: 'stored and waiting for the scheduler', since: '2.1' },
  { name: 'APPROVED', value: 'APPROVED', meaning: 'defined, but set by no release', since: '2.1' },
  { name: 'DISPATCHED', value: 'DISPATCHED', meaning: 'the apps are deployed to the sites', since: '2.1' },
  { name: 'RUNNING', value: 'RUNNING', meaning: 'the processes of the job are started', since: '2.1' },
  { name: 'FINISHED_COMPLETED', value: 'FINISHED:COMPLETED', meaning: 'the workflows came to their end', since: '2.1' },
  {
    name: 'FINISHED_ABORTED',
    value: 'FINISHED:ABORTED',
    meaning: 'stopped by a user, or a component was not authorised',
    since: '2.1',
  },
  {
    name: 'FINISHED_EXECUTION_EXCEPTION',
    value: 'FINISHED:EXECUTION_EXCEPTION',
    meaning: 'a configuration error or a fatal error while running',
    since: '2.1',
  },
  { name: 'FAILED_TO_RUN', value: 'FAILED_TO_RUN', meaning: 'deployment or start failed', since: '2.1', until: '2.2' },
  { name: 'FAILED_TO_RUN', value: 'FINISHED:FAILED_TO_RUN', meaning: 'deployment or start failed', since: '2.3' },
  { name: 'FINISHED_ABNORMAL', value: 'FINISHED:ABNORMAL', meaning: 'a process of the job died', since: '2.3' },
  {
    name: 'FINISHED_CANT_SCHEDULE',
    value: 'FINISHED:CAN_NOT_SCHEDULE',
    meaning: 'the scheduler gave up; the reasons are in schedule_history',
    since: '2.3',
  },
  {
    name: 'ABANDONED',
    value: 'FINISHED:ABANDONED',
    meaning: 'the server was started again while the job was not finished',
    since: '2.3',
  },
];

/** The statuses that a release knows. */
export function runStatuses(release: Release): readonly RunStatus[] {
  return RUN_STATUSES.filter(({ since, until }) => isKnown(release, since, until));
}

/** Whether a job with this status is over; also the spelling of 2.1 and 2.2 counts. */
export function isFinished(status: string): boolean {
  return status.startsWith('FINISHED:') || status === 'FAILED_TO_RUN';
}

/** Whether a site name means all sites. */
export function isAllSites(site: string): boolean {
  return site.length === 4 && site.toLowerCase() === '@all';
}

/** What job ids, app names and, for the FLARE API, job folders must look like (`JOB_NAME_PATTERN`); one line end may follow. */
export function isJobName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*\n?$/.test(name);
}

/** What the names of provisioned sites look like (`format_check.py`). */
export function isSiteName(name: string): boolean {
  return /^[A-Za-z0-9\-_]+$/.test(name);
}

function next(line: string): string {
  const [major = 0, minor = 0] = line.split('.').map(Number);
  return `${major}.${minor + 1}`;
}
