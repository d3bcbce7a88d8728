// Through the first door, as new-job.ts.
import { releaseName } from '../index';
import type { NewJob } from './new-job';
import { shellWord } from './shell-word';

/** What somebody is told who has made a job: what it can do as it is, and what to put into it. */
export function nextSteps({ template, release }: Pick<NewJob, 'template' | 'release'>): string {
  return `The job is made for NVFLARE ${releaseName(release)} and runs as it is. ${template.next}`;
}

/** The command of NVFLARE that runs a job on this machine, with clients that are as many as it needs or have the names that it names. */
export function simulatorCommand({ clients }: Pick<NewJob, 'clients'>, folder: string): string {
  return `nvflare simulator ${shellWord(folder)} ${clients === 'all' ? '-n 2' : `-c ${clients.join(',')}`}`;
}
