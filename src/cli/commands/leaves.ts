import { siteView } from '../../core/index';
import type { Arguments } from '../arguments';
import type { CheckedJob } from '../checking/job-checker';
import { onlyWholeJob } from '../checking/only-job';
import type { Host } from '../host';
import { meantSite } from '../meant-site';
import { SHOWN_FORMAT, writeShown } from '../options/format';
import { TARGET_OPTION } from '../options/target';
import { locator } from '../report';
import { humanLeaves } from '../review/human-leaves';
import { shownLeaves } from '../review/shown-leaves';
import { shownHead } from '../shown-head';
import { notify } from '../terminal';
import type { Command, ExitCode } from './command';

/** Shows what leaves the sites of a job, and what filters it passes. */
export const leaves: Command = {
  name: 'leaves',
  operands: 'JOB',
  summary: 'show what leaves the sites, and through which filters',
  options: [{ name: 'site', short: 's', value: 'NAME', help: 'only what leaves one site' }, SHOWN_FORMAT, TARGET_OPTION],
  notes: [
    'JOB is the folder of a job, or a file in it. Filters that a site adds by its own privacy policy are not in the job.',
    'To demand a privacy filter in every job, give the rule privacy/no-filter a severity.',
    'Exit code: 0 shown, 1 the site gets no app, 2 there is no such job.',
  ],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const checked = await onlyWholeJob(host, 'leaves', given);
  if (!checked) return 2;
  const { job, wiring } = checked.analysis;
  const review = await import('../../core/review/index');
  const site = given.values.get('site');
  const all = review.leaving(job, wiring);
  const app = site === undefined ? undefined : appOf(checked, site);
  if (site !== undefined && app === undefined) {
    notify(
      host,
      `no app for a client goes to "${site}"${meantSite(
        site,
        all.apps.flatMap(({ sites }) => sites),
      )}`,
    );
    return 1;
  }
  const apps = all.apps.filter((each) => app === undefined || each.app === app);
  const shown = site === undefined ? all : { ...all, apps: apps.map((each) => ({ ...each, sites: [site] })) };
  const page = { review, locate: locator(job, checked.folder), head: shownHead(checked) };
  writeShown(host, given, shownLeaves(shown, page), (styles) => humanLeaves(shown, page, styles));
  return 0;
}

function appOf({ analysis }: CheckedJob, site: string): string | undefined {
  const { role, app } = siteView(analysis.job, site);
  return role === 'client' ? app?.app : undefined;
}
