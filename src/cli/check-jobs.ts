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
    const path = given.length > 1 ? given.replace(/\/+$/, '') || '/' : given;
    for await (const found of jobsAt(checker, path)) {
      const place = resolve(checker.host.cwd, found.folder);
      if (done.has(place)) continue;
      done.add(place);
      yield await checker.check(found);
    }
  }
}
