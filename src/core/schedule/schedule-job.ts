import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';
import { type Network, offerOf } from './offer';
import type { Decision, Outcome, SiteOutcome } from './outcome';
import { requiredSites } from './python-values';
import { type Attempt, askSite, attempt, type Proposal } from './replay';
import { editsBySite } from './request';

/**
 * Whether NVFLARE's scheduler starts a job on a network, with whom, who is left out, and what keeps it from starting. Where it is
 * not known what a site offers, the two extremes are tried, and the decision is `depends` if they differ.
 */
export function scheduleJob(job: Job, network: Network, proposal: Proposal = {}): Outcome {
  const best = attempt(job, network, 'enough', proposal);
  const worst = best.decision === 'starts' ? attempt(job, network, 'short', proposal) : best;
  const decision: Decision = best.decision === worst.decision ? best.decision : 'depends';
  const shown = decision === 'depends' ? worst : best;
  return {
    decision,
    cause: shown.cause,
    at: shown.at && { file: job.meta?.file ?? '', range: shown.at },
    sites: siteOutcomes(job, network, shown, decision, proposal),
    serverApp: shown.appOf.get(SERVER_SITE),
  };
}

/** The clients that the job names, that are connected, or that are known to exist, each once. */
export function clientsOf(job: Job, network: Network): readonly string[] {
  const named = job.deployment.sites.map(({ value }) => value).filter((site) => site !== SERVER_SITE && !isAllSites(site));
  const required = requiredSites(job);
  const mandatory = required.kind === 'sites' ? required.sites.flatMap(({ name }) => name ?? []) : [];
  return [...new Set([...named, ...network.up, ...network.known, ...mandatory])];
}

function siteOutcomes(
  job: Job,
  network: Network,
  { asked, appOf }: Attempt,
  decision: Decision,
  { requests }: Proposal,
): readonly SiteOutcome[] {
  const required = requiredSites(job);
  const mandatory = new Set(required.kind === 'sites' ? required.sites.map(({ name }) => name) : []);
  const up = new Set(network.up);
  const { bySite, allSites } = job.deployment;
  const editsOf = editsBySite(requests ?? []);
  return clientsOf(job, network).map((site) => {
    const app = appOf.get(site) ?? (bySite.get(site)?.[0] ?? allSites)?.app;
    // Where the scheduler ends before it asks anybody, it is still worth knowing what the site would say.
    const { entries, answer } = asked.get(site) ?? askSite(job, network, site, editsOf(site));
    return {
      site,
      app,
      isMandatory: mandatory.has(site),
      isAsked: asked.has(site),
      state: stateOf(up.has(site), app !== undefined, answer.kind, decision),
      asked: entries,
      offer: offerOf(network, site),
      answer,
    };
  });
}

function stateOf(isUp: boolean, hasApp: boolean, answer: string, decision: Decision): SiteOutcome['state'] {
  if (!hasApp) return 'no-app';
  if (!isUp) return 'not-connected';
  if (answer === 'unknown') return 'unclear';
  if (answer !== 'enough') return 'left-out';
  return decision === 'starts' ? 'runs' : 'ready';
}
