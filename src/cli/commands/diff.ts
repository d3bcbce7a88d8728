import { type Job, joinPath, loadTexts, refusalOf, releaseName } from '../../core/index';
import type { JobVersion } from '../../core/review/index';
import { type Arguments, UsageError } from '../arguments';
import { type CheckedJob, jobChecker } from '../checking/job-checker';
import { loadedParts } from '../checking/loaded-parts';
import { onlyJob } from '../checking/only-job';
import type { Host } from '../host';
import { writeJson } from '../options/format';
import { TARGET_OPTION } from '../options/target';
import { locator } from '../report';
import { fileSystemAt } from '../review/git-file-system';
import { humanDiff, markdownDiff } from '../review/human-diff';
import { shownDiff } from '../review/shown-diff';
import { notify, stylesFor } from '../terminal';
import type { Command, ExitCode } from './command';

/** Tells what is otherwise in the second of two jobs. */
export const diff: Command = {
  name: 'diff',
  operands: 'A B',
  summary: 'tell what changed, removed protection first',
  options: [
    { name: 'git', help: 'compare with a commit, for which the program git is asked: diff JOB --git [REV]' },
    { name: 'format', short: 'f', value: 'FORMAT', choices: ['human', 'json', 'md'], help: 'how to tell it (human)' },
    TARGET_OPTION,
  ],
  notes: [
    'A and B are folders of jobs; with --git, B is the commit that A is compared with (HEAD where it is left out).',
    'Values are compared, not how they are written: a job in another format is the same job.',
    'Exit code: 0 no difference, 1 differences, 2 a job or a commit is not there.',
  ],
  run,
};

/** One of the two jobs. */
interface Side extends JobVersion {
  readonly folder: string;
  /** What it is called: the folder, or the folder at a commit. */
  readonly title: string;
}

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const sides = given.switches.has('git') ? await jobAndCommit(host, given) : await twoJobs(host, given);
  if (!sides) return 2;
  const review = await import('../../core/review/index');
  const [before, after] = sides;
  const differences = review.compareJobs(before, after);
  for (const { job, folder, title } of sides) {
    if (job.sources.truncated)
      notify(host, `${title} has more files than are looked at, so some may be told to be added or removed that are not`);
    for (const file of notWholeIn(job))
      notify(
        host,
        `${joinPath(folder, file)} cannot be read whole, so differences in it may be missing; "flare-jobs check" says why`,
      );
  }
  const format = given.values.get('format');
  const page = {
    before: { title: before.title, locate: locator(before.job, before.folder) },
    after: { title: after.title, locate: locator(after.job, after.folder) },
  };
  if (format === 'json') writeJson(host, shownDiff(differences, page));
  else host.write(format === 'md' ? markdownDiff(differences, page) : humanDiff(differences, page, stylesFor(host)));
  return differences.length > 0 ? 1 : 0;
}

/** The configurations of a job that NVFLARE could not read. */
function notWholeIn({ meta, apps }: Job): readonly string[] {
  const configs = [meta, ...[...apps.values()].flatMap(({ server, client }) => [server, client])];
  return configs.flatMap((config) =>
    config && (config.unreadable !== undefined || refusalOf(config.document)) ? [config.file] : [],
  );
}

async function twoJobs(host: Host, given: Arguments): Promise<readonly [Side, Side] | undefined> {
  const [first, second, third] = given.paths;
  if (first === undefined || second === undefined) throw new UsageError('diff needs two jobs, or one with --git');
  if (third !== undefined) throw new UsageError('diff takes two jobs');
  const parts = loadedParts(host);
  const after = await onlyJob(host, 'diff', { ...given, paths: [second] }, parts);
  // Both are read for the release of the second one, so that only the job itself makes a difference.
  const before = after && (await onlyJob(host, 'diff', { ...given, paths: [first], values: withTarget(given, after) }, parts));
  if (!before || !after) return undefined;
  return complete({ checked: before, host, title: before.folder || '.' }, { checked: after, host, title: after.folder || '.' });
}

function withTarget({ values }: Arguments, { settings }: CheckedJob): ReadonlyMap<string, string> {
  return new Map([...values, [TARGET_OPTION.name, releaseName(settings.target)]]);
}

async function jobAndCommit(host: Host, given: Arguments): Promise<readonly [Side, Side] | undefined> {
  const [path, revision = 'HEAD', third] = given.paths;
  if (path === undefined) throw new UsageError('diff --git needs the folder of a job');
  if (third !== undefined) throw new UsageError('diff --git takes one job and one commit');
  const after = await onlyJob(host, 'diff', { ...given, paths: [path] });
  if (!after) return undefined;
  const fs = await fileSystemAt(host, after.folder, revision);
  if (typeof fs === 'string') {
    notify(host, `${after.folder || '.'} cannot be compared with ${revision}: ${fs}`);
    return undefined;
  }
  const then = { ...host, fs };
  const { check } = jobChecker(then, {
    target: after.settings.target,
    parts: loadedParts(host),
    onTrouble: (message) => notify(host, message),
  });
  const before = await check({ folder: after.folder });
  const title = `${after.folder || '.'} at ${revision}`;
  return complete({ checked: before, host: then, title }, { checked: after, host, title: after.folder || '.' });
}

interface Found {
  readonly checked: CheckedJob;
  /** Where its files are read. */
  readonly host: Host;
  readonly title: string;
}

/** Reads the files besides the configurations, too, so that changes in them are seen. */
async function complete(a: Found, b: Found): Promise<readonly [Side, Side]> {
  const { comparedFiles } = await import('../../core/review/index');
  const inBoth = comparedFiles(a.checked.analysis.job).filter((file) => b.checked.analysis.job.sources.files.has(file));
  const side = async ({ checked, host: at, title }: Found): Promise<Side> => {
    const { job, wiring } = checked.analysis;
    const unread = inBoth.filter((file) => !job.sources.texts.has(file));
    const read: Job = { ...job, sources: await loadTexts(at.fs, job.sources, unread) };
    return { job: read, wiring, folder: checked.folder, title };
  };
  return [await side(a), await side(b)];
}
