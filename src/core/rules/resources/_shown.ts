import type { Job } from '../../job/model';
import { describe } from '../../job/participants';
import type { ConfigNode } from '../../tree/node';

/** The value as it is written where that is short, else what it is. */
export function shown(job: Job, node: ConfigNode): string {
  const text = job.meta?.document.text.slice(node.start, node.end) ?? '';
  return text !== '' && text.length <= 30 && !/[\n\r]/.test(text) ? text : describe(node);
}

/** The file that all findings about the meta are in. */
export function metaFile(job: Job): string {
  return job.meta?.file ?? '';
}
