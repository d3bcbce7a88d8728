import type { KnownSite } from '../../core/schedule/index';
import { type Arguments, UsageError } from '../arguments';
import { type LoadedParts, loadedParts } from '../checking/loaded-parts';
import { onlyWholeJob } from '../checking/only-job';
import type { Host } from '../host';
import { SHOWN_FORMAT, writeShown } from '../options/format';
import { SITES_OPTION, sitesPath } from '../options/sites';
import { TARGET_OPTION } from '../options/target';
import { humanSchedule } from '../schedule/human-schedule';
import { shownSchedule } from '../schedule/shown-schedule';
import { notify } from '../terminal';
import type { Command, ExitCode } from './command';

/** Says whether the server would start a job on the sites that are there. */
export const schedule: Command = {
  name: 'schedule',
  operands: 'JOB',
  summary: 'say whether a job would be started, with which sites, and what would let it start',
  options: [
    { name: 'up', short: 'u', value: 'SITES', help: 'the clients that are connected, as site-1,site-2 (all that are named)' },
    { name: 'offer', short: 'o', value: 'OFFERS', help: 'what sites offer, as "site-1: num_of_gpus=2; *: none"' },
    SITES_OPTION,
    SHOWN_FORMAT,
    TARGET_OPTION,
  ],
  notes: [
    'JOB is the folder of a job, or a file in it. An offer is a list of amounts, "any" for a site that takes every request,',
    'or "none" for one that is provisioned without GPUs; * stands for every other site.',
    'Exit code: 0 the job starts or may start, 1 it does not or would be refused, 2 there is no such job.',
  ],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const parts = loadedParts(host);
  const checked = await onlyWholeJob(host, 'schedule', given, parts);
  if (!checked) return 2;
  const { supposedNetwork, scheduleReport } = await import('../../core/schedule/index');
  const up = given.values.get('up');
  const offers = given.values.get('offer');
  const { job } = checked.analysis;
  const network = supposedNetwork(job, await sitesAt(host, given, parts), {
    ...(up !== undefined && { up }),
    ...(offers !== undefined && { offers }),
  });
  if (network.mistakes.length > 0) throw new UsageError(`--offer: ${network.mistakes.join('; ')}`);
  const shown = shownSchedule(checked, scheduleReport(job, network));
  writeShown(host, given, shown, (styles) => humanSchedule(shown, styles));
  const mayStart = shown.decision === 'starts' || shown.decision === 'depends';
  return mayStart && !shown.rejected ? 0 : 1;
}

/** The sites of the folder or file that the user named. */
async function sitesAt(host: Host, given: Arguments, parts: LoadedParts): Promise<readonly KnownSite[]> {
  const path = sitesPath(host, given);
  if (path === undefined) return [];
  const { findSites } = await import('../../core/schedule/index');
  const found = await findSites(host.fs, path, await parts.formatsFor(['project.yml']));
  if (found.length === 0) notify(host, `${path} tells of no clients; startup kits and project.yml do`);
  return found;
}
