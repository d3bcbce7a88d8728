import { entry } from '../tree/node';
import type { Job } from './model';

/**
 * Whether a folder is a job of NVFLARE by content or shape, so that the `meta.json` of another tool is left alone: it has a
 * `deploy_map`, or an app folder, or it is an app of before 2.1 or a template.
 */
export function isRecognised(job: Job): boolean {
  if (job.kind === 'legacy-app') return ['config_fed_server', 'config_fed_client'].some((stem) => hasFile(job, `config/${stem}`));
  if (job.kind === 'template') return true;
  if (job.metaObject && entry(job.metaObject, 'deploy_map')) return true;
  return [...job.apps.values()].some((app) => app.server ?? app.client);
}

function hasFile(job: Job, stem: string): boolean {
  for (const path of job.sources.files.keys()) if (path.startsWith(`${stem}.`)) return true;
  return false;
}
