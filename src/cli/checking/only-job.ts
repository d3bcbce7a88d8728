import type { JobKind } from '../../core/index';
import { type Arguments, UsageError } from '../arguments';
import type { Host } from '../host';
import { targetOf } from '../options/target';
import { notify } from '../terminal';
import { checkJobs } from './check-jobs';
import { type CheckedJob, jobChecker } from './job-checker';
import { type LoadedParts, loadedParts } from './loaded-parts';

/** The one job that a command was given, checked; `undefined` where there is none, which the user was told. */
export async function onlyJob(
  host: Host,
  command: string,
  given: Arguments,
  parts: LoadedParts = loadedParts(host),
): Promise<CheckedJob | undefined> {
  const [path, second] = given.paths;
  if (path === undefined) throw new UsageError(`${command} needs the folder of a job`);
  if (second !== undefined) throw new UsageError(`${command} takes one job`);
  const onTrouble = (message: string) => notify(host, message);
  const checker = jobChecker(host, { target: targetOf(host, given), parts, onTrouble });
  let only: CheckedJob | undefined;
  for await (const found of checkJobs(checker, [path])) {
    if (only) throw new UsageError(`${path} holds several jobs, ${only.folder} and ${found.folder} among them; name one of them`);
    only = found;
  }
  return only;
}

/**
 * As `onlyJob`, for commands that tell what becomes of a job: of an app without a meta file, and of a template, nothing goes anywhere,
 * so that they are none.
 */
export async function onlyWholeJob(
  host: Host,
  command: string,
  given: Arguments,
  parts?: LoadedParts,
): Promise<CheckedJob | undefined> {
  const found = await onlyJob(host, command, given, parts);
  const none = found && NO_JOBS[found.analysis.job.kind];
  if (none === undefined) return found;
  notify(host, `${found?.folder || '.'} ${none}`);
  return undefined;
}

const NO_JOBS: { readonly [kind in JobKind]: string | undefined } = {
  job: undefined,
  'legacy-app': 'is an app in the form of before 2.1, with no meta file that says where it goes; make it a job first',
  template: 'is a template; "nvflare job create" makes a job of it',
};
