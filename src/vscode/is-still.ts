import type { JobStore } from './job-store';
import type { OpenJob } from './open-job';

/** Whether files of a job have the texts still that the job was read with: a change made for them fits no others. */
export function isStill(store: JobStore, job: OpenJob, files: Iterable<string>): boolean {
  const now = store.jobAt(job.uri);
  if (now === job) return true;
  const known = now?.uri.toString() === job.uri.toString() ? now.analysis.job.sources.texts : undefined;
  for (const file of files) {
    const [before, after] = [job.analysis.job.sources.texts.get(file), known?.get(file)];
    if (before?.kind === 'text' && (after?.kind !== 'text' || after.text !== before.text)) return false;
  }
  return known !== undefined;
}

/** What is said where it is not so. */
export const CHANGED_MEANWHILE = 'The job was changed meanwhile, and the change fits no longer. Do it again.';
