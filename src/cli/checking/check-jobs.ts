import { resolve } from 'node:path';
import { jobsAt } from './find-jobs';
import type { CheckedJob, JobChecker } from './job-checker';

/**
 * Checks every job in and below the paths, each once, as it is found. A path that holds no job is checked as one; a path of a
 * file stands for the job that it belongs to.
 */
export async function* checkJobs(checker: JobChecker, paths: readonly string[]): AsyncGenerator<CheckedJob> {
  const done = new Set<string>();
  for (const given of paths) {
    // A tab completion ends the name of a folder with a slash; the top of a disk has no other name.
    const path = given.replace(/(?<=[^/:])\/+$/, '');
    for await (const found of jobsAt(checker, path)) {
      const place = resolve(checker.host.cwd, found.folder);
      if (done.has(place)) continue;
      done.add(place);
      yield await checker.check(found);
    }
  }
}
