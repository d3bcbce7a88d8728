import type { ConfigFile, Job } from '../../job/model';
import { isHarmless, type Packing } from '../../job/pack/pack-file';

/** A file that `nvflare job submit` writes anew, and what that does to it. */
export interface FileToPack {
  readonly file: string;
  readonly config: ConfigFile;
  /** What it must begin with differs. */
  readonly role: 'meta' | 'config' | 'data';
  readonly packing: Packing;
}

/**
 * The meta file, the configurations of all apps and the data files below their folders `custom`, as far as they were read and do
 * not stay as they are. Files that are never read are not packed either (`build_config_file_indices` in
 * `nvflare/tool/job/config/configer.py`).
 */
export function changedByPacking({ meta, unsoundApps }: Job): readonly FileToPack[] {
  const found: FileToPack[] = [];
  const add = (config: ConfigFile | undefined, role: FileToPack['role']) => {
    if (config?.packing && !isHarmless(config.packing)) found.push({ file: config.file, config, role, packing: config.packing });
  };
  add(meta, 'meta');
  for (const { server, client, unread, data } of unsoundApps) {
    for (const config of [server, client]) if (!unread.some(({ file }) => file === config?.file)) add(config, 'config');
    for (const file of data) add(file, 'data');
  }
  return found;
}
