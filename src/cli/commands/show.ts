import { sitesOf } from '../../core/index';
import type { Arguments } from '../arguments';
import { onlyWholeJob } from '../checking/only-job';
import type { Host } from '../host';
import { meantSite } from '../meant-site';
import { SHOWN_FORMAT, writeShown } from '../options/format';
import { TARGET_OPTION } from '../options/target';
import { humanJob } from '../show/human-job';
import { humanSite } from '../show/human-site';
import { type ShownJob, shownJob } from '../show/shown-job';
import { notify, type Styles } from '../terminal';
import type { Command, ExitCode } from './command';

/** Shows which app goes where, and what applies to each site. */
export const show: Command = {
  name: 'show',
  operands: 'JOB',
  summary: 'show the apps, sites and resources of a job',
  options: [
    { name: 'site', short: 's', value: 'NAME', help: 'show everything that will apply to one site' },
    SHOWN_FORMAT,
    TARGET_OPTION,
  ],
  notes: ['JOB is the folder of a job, or a file in it. Exit code: 0 shown, 1 the site gets no app, 2 there is no such job.'],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const checked = await onlyWholeJob(host, 'show', given);
  if (!checked) return 2;
  const site = given.values.get('site');
  const job = await shownJob(checked, site);
  writeShown(host, given, job, (styles) => humanText(job, site, styles));
  if (site === undefined || job.sites.length > 0) return 0;
  notify(host, `no app goes to "${site}"${meantSite(site, sitesOf(checked.analysis.job).deployed)}`);
  return 1;
}

function humanText(job: ShownJob, site: string | undefined, styles: Styles): string {
  const [only] = [...job.sites, ...job.sitesWithoutApp];
  return site !== undefined && only ? humanSite(job, only, styles) : humanJob(job, styles);
}
