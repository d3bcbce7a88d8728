import type { JobStore } from '../job-store';
import type { JobPreviews } from '../preview/previews';
import { jobOf } from './job-of';

/** Opens the preview of a job beside the editor. */
export async function previewJob(store: JobStore, previews: JobPreviews, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (job) previews.show(job);
}
