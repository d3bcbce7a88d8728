import type { Job } from '../../job/model';
import { releaseName } from '../../job/release';
import type { Finding } from '../../rules/finding';
import { get } from '../../tree/node';

/** What stands above everything that is shown of a job. */
export interface PreviewHead {
  /** The job's name, or that of its folder where it has none. */
  readonly title: string;
  readonly folder: string;
  /** The meta file below the job folder, if there is one. */
  readonly meta: string | null;
  /** What the folder is, and for which release it is checked, as a phrase. */
  readonly what: string;
  readonly verdict: PreviewVerdict;
}

/** What the problems come to. */
export interface PreviewVerdict {
  readonly level: 'error' | 'warning' | 'ok';
  readonly text: string;
}

/** Names a job and says what its findings come to; `rejected` as for `previewModel`. */
export function previewHead(job: Job, findings: readonly Finding[], rejected: boolean): PreviewHead {
  const name = job.metaObject && get(job.metaObject, 'name');
  return {
    title: name?.kind === 'string' && name.value !== '' ? name.value : job.sources.name,
    folder: job.sources.name,
    meta: job.meta?.file ?? null,
    what: `${WHAT[job.kind]}, checked for NVFLARE ${releaseName(job.target)}`,
    verdict: verdict(findings, rejected),
  };
}

const WHAT: { readonly [kind in Job['kind']]: string } = {
  job: 'Job',
  'legacy-app': 'App without a job, the form of before 2.1',
  template: 'Template of a job, to be filled in before it is submitted',
};

function verdict(findings: readonly Finding[], rejected: boolean): PreviewVerdict {
  if (rejected) return { level: 'error', text: 'The server would refuse this job' };
  const grave = findings.find(({ severity }) => severity === 'error');
  if (grave) return { level: 'error', text: LATER[grave.stage] };
  if (findings.some(({ severity }) => severity === 'warning'))
    return { level: 'warning', text: 'The server would take this job, but not all may be as meant' };
  return { level: 'ok', text: 'No problems found' };
}

const LATER: { readonly [stage in Finding['stage']]: string } = {
  pack: 'This folder could not be submitted as it is',
  submit: 'The server would refuse this job',
  schedule: 'The server would take this job, but it would not start',
  deploy: 'The server would take this job, but a site would refuse its app',
  run: 'This job would start, but end with an error',
  never: 'This job would not do what it says',
};
