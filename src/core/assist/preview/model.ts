import { jobFromMeta } from '../../job/job-from-meta';
import type { Job } from '../../job/model';
import type { Finding } from '../../rules/finding';
import { type PreviewApp, previewApps } from './apps';
import { type PreviewFact, previewFacts } from './facts';
import { type PreviewHead, previewHead } from './head';
import { type PreviewProblem, previewProblems } from './problems';
import type { PreviewSetup } from './setups';
import { type PreviewSite, previewSites } from './sites';

/**
 * A job as its preview shows it: plain data that survives JSON. Places of sites and options are not in it, for there may be
 * thousands of equal ones; `previewPlace` finds them when one is asked for.
 */
export interface PreviewModel extends PreviewHead {
  /** The few numbers that say most. */
  readonly facts: readonly PreviewFact[];
  /** The gravest first; long lists are cut. */
  readonly problems: readonly PreviewProblem[];
  /** How many problems there are in all. */
  readonly problemCount: number;
  /** The columns of the matrix. */
  readonly apps: readonly PreviewApp[];
  /** The rows of the matrix: the server, `@ALL`, clients in file order, then sites without an app. */
  readonly sites: readonly PreviewSite[];
  /** Distinct lists of options that apply; sites with equal ones share them. */
  readonly setups: readonly PreviewSetup[];
}

/** What the preview shows of a job. `rejected` says whether the server would refuse it, silenced findings included. */
export function previewModel(job: Job, findings: readonly Finding[], rejected = isRejected(findings)): PreviewModel {
  const apps = previewApps(job, findings);
  const { sites, setups } = previewSites(job, findings, apps);
  const { problems, problemCount } = previewProblems(job, findings);
  return {
    ...previewHead(job, findings, rejected),
    facts: previewFacts(job, jobFromMeta(job), apps, sites, setups),
    problems,
    problemCount,
    apps,
    sites,
    setups,
  };
}

function isRejected(findings: readonly Finding[]): boolean {
  return findings.some(({ stage }) => stage === 'submit');
}
