import { jobFromMeta } from '../../job/job-from-meta';
import type { Job } from '../../job/model';
import type { Finding, Severity } from '../../rules/finding';
import type { Place } from '../../text/range';
import { previewApps } from './apps';
import { type PreviewFact, previewFacts } from './facts';
import { type PreviewHead, previewHead } from './head';
import { previewProblems } from './problems';
import type { PreviewSetup } from './setups';
import { previewSites } from './sites';

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

export interface PreviewProblem extends Place {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** The place for people: `meta.json:12`, lines from 1. */
  readonly where: string;
  /** The site that it is about, where it is about one. */
  readonly site: string | null;
}

export interface PreviewApp {
  readonly name: string;
  /** What there is to know of its folder, as phrases. */
  readonly notes: readonly string[];
  readonly errors: number;
  readonly warnings: number;
}

export interface PreviewSite {
  readonly name: string;
  /** `all` is the row of `@ALL`. */
  readonly role: 'server' | 'client' | 'all';
  /** Indexes of the apps that `deploy_map` sends there: first the one that the site gets, then those that it does not get. */
  readonly apps: readonly number[];
  /** Whether the site is named itself or is one of all; null without an app. */
  readonly how: 'named' | 'all-sites' | null;
  readonly mandatory: boolean;
  /** Index of its setup. */
  readonly setup: number;
  readonly errors: number;
  readonly warnings: number;
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
