import { type Arguments, UsageError } from './arguments';
import { type CheckedJob, checkJobs } from './check-jobs';
import { type FormatLoader, formatLoader } from './format-loader';
import type { Host } from './host';
import { targetOf } from './target-option';
import { notify } from './terminal';

/** The one job that a command was given, checked; `undefined` where there is none, which the user was told. */
export async function onlyJob(
  host: Host,
  command: string,
  given: Arguments,
  formats: FormatLoader = formatLoader(),
): Promise<CheckedJob | undefined> {
  const [path, second] = given.paths;
  if (path === undefined) throw new UsageError(`${command} needs the folder of a job`);
  if (second !== undefined) throw new UsageError(`${command} takes one job`);
  const onTrouble = (message: string) => notify(host, message);
  let only: CheckedJob | undefined;
  for await (const found of checkJobs(host, [path], { target: targetOf(host, given), formats, onTrouble })) {
    if (only) throw new UsageError(`${path} holds several jobs, ${only.folder} and ${found.folder} among them; name one of them`);
    only = found;
  }
  return only;
}
