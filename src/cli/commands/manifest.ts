import { type Arguments, UsageError } from '../arguments';
import { onlyJob } from '../checking/only-job';
import type { Host } from '../host';
import { humanManifest } from '../manifest/human-manifest';
import { shownManifest } from '../manifest/shown-manifest';
import { nodeHash } from '../node/hash';
import { SHOWN_FORMAT, writeShown } from '../options/format';
import { SITES_OPTION, sitesPath } from '../options/sites';
import { TARGET_OPTION } from '../options/target';
import type { Command, ExitCode } from './command';

/** Shows what is sent when a job is submitted. */
export const manifest: Command = {
  name: 'manifest',
  operands: 'JOB',
  summary: 'list what would be uploaded, what to look at first, and who may submit it',
  options: [
    SITES_OPTION,
    { name: 'role', value: 'ROLE', help: 'the role of the person who submits; without it, all roles of the sites' },
    { name: 'org', value: 'ORG', help: 'the organisation of the person who submits' },
    { name: 'largest', value: 'MB', help: 'files of more megabytes are large (10)' },
    SHOWN_FORMAT,
    TARGET_OPTION,
  ],
  notes: [
    'JOB is the folder of a job, or a file in it. Who may submit it is read from the files authorization.json below --sites.',
    'Exit code: 0 listed, 1 something should be looked at first, 2 there is no such job.',
  ],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const largest = largestOf(given);
  const checked = await onlyJob(host, 'manifest', given);
  if (!checked) return 2;
  const words = await import('../../core/manifest/index');
  const { findPolicies, manifestOf, readPack } = words;
  const { job, wiring } = checked.analysis;
  const pack = await readPack(host.fs, checked.folder, { name: job.sources.name, hash: await nodeHash() });
  const path = sitesPath(host, given);
  const policies = path === undefined ? [] : await findPolicies(host.fs, path, checked.formats);
  const role = given.values.get('role');
  const org = given.values.get('org');
  const made = manifestOf(job, pack, {
    wiring,
    policies,
    who: { ...(role !== undefined && { role }), ...(org !== undefined && { org }) },
    ...(largest !== undefined && { largest }),
  });
  const shown = shownManifest(checked, made);
  writeShown(host, given, shown, (styles) => humanManifest(shown, styles, words));
  return made.concerns.some(({ kind }) => words.CONCERN_SEVERITIES[kind] !== 'info') ? 1 : 0;
}

function largestOf({ values }: Arguments): number | undefined {
  const text = values.get('largest');
  if (text === undefined) return undefined;
  const megabytes = Number(text);
  if (!(megabytes >= 0)) throw new UsageError(`--largest cannot be "${text}"; it is a number of megabytes such as 10`);
  return megabytes * 1024 * 1024;
}
