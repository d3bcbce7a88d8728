import type { JobStore } from '../job-store';
import type { JobPreviews } from '../preview/previews';
import type { SectionId } from '../webview/section-types';
import { jobOf } from './job-of';

/** Opens a section of the preview of a job. */
export async function showSection(store: JobStore, previews: JobPreviews, target: unknown, section: SectionId): Promise<void> {
  const job = await jobOf(store, target);
  if (job) previews.open(job, section);
}
