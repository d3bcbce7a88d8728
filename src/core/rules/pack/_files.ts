import type { ConfigFile, Job } from '../../job/model';
import { canPack, type Packing, packFile } from '../../job/pack/pack-file';

/** A file that `nvflare job submit` writes anew, and what that does to it. */
export interface FileToPack {
  readonly file: string;
  readonly config: ConfigFile;
  /** Which of the two kinds it is: what it must begin with differs. */
  readonly isMeta: boolean;
  readonly packing: Packing;
}

/**
 * The meta file and the configurations of all apps, as far as they were read. Files that are never read are not packed either
 * (`build_config_file_indices` in `nvflare/tool/job/config/configer.py`).
 */
export function* filesToPack(job: Job): Generator<FileToPack> {
  if (!canPack(job.target)) return;
  if (job.meta) yield* fileToPack(job, job.meta, true);
  for (const { server, client, unread } of job.apps.values()) {
    for (const config of [server, client]) {
      if (config && !unread.some(({ file }) => file === config.file)) yield* fileToPack(job, config, false);
    }
  }
}

function* fileToPack(job: Job, config: ConfigFile, isMeta: boolean): Generator<FileToPack> {
  if (config.unreadable !== undefined) return;
  yield { file: config.file, config, isMeta, packing: packFile(config.document, job.target) };
}
