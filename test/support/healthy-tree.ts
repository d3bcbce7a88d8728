import { HEALTHY } from './example-job';
import type { MemoryTree } from './memory-file-system';

/** The files of healthy jobs in these folders; the empty name is the folder that the command line runs in. */
export function healthyJobs(...folders: readonly string[]): MemoryTree {
  return Object.fromEntries(
    folders.flatMap((folder) =>
      Object.entries(HEALTHY).map(([path, text]) => [folder === '' ? path : `${folder}/${path}`, text]),
    ),
  );
}

/** A meta file with one mistake that the server refuses: no app goes to the server. */
export const REFUSED_META = '{ "name": "demo", "min_clients": 1, "deploy_map": { "app": ["site-1"] } }\n';
/** A meta file with one mistake that the preferred fix of its rule mends: a number written as a text. */
export const MENDABLE_META = '{ "name": "demo", "min_clients": "1", "deploy_map": { "app": ["@ALL"] } }\n';
/** A meta file that only a warning is about. */
export const DOUBTFUL_META = '{ "name": "demo", "min_clients": 1, "deploy_map": { "app": ["@ALL"] }, "status": "RUNNING" }\n';
