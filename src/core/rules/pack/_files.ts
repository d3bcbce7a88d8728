import type { ConfigFile, Job } from '../../job/model';
import { isHarmless, type Packing } from '../../job/pack/pack-file';

/** A file that `nvflare job submit` writes anew, and what that does to it. */
export interface FileToPack {
  readonly file: string;
  readonly config: ConfigFile;
  /** What it must begin with differs. */
  readonly role: 'meta' | 'config' | 'data';
  /** Whether the server or a site reads it, too, so that other rules say why it cannot be read. */
  readonly isRead: boolean;
  readonly packing: Packing;
}

/**
 * The meta file, the configurations of all apps and the data files below their folders `custom`, as far as they were read and do
 * not stay as they are. Files that are never read are not packed either (`build_config_file_indices` in
 * `nvflare/tool/job/config/configer.py`).
 */
export function changedByPacking({ meta, unsoundApps }: Job): readonly FileToPack[] {
  const found: FileToPack[] = [];
  const add = (config: ConfigFile | undefined, role: FileToPack['role'], isRead: boolean) => {
    if (config?.packing && !isHarmless(config.packing))
      found.push({ file: config.file, config, role, isRead, packing: config.packing });
  };
  add(meta, 'meta', true);
  for (const { server, client, unread, data, goesToServer, goesToClients } of unsoundApps) {
    const isPacked = (config: ConfigFile | undefined) => !unread.some(({ file }) => file === config?.file);
    if (isPacked(server)) add(server, 'config', goesToServer);
    if (isPacked(client)) add(client, 'config', goesToClients);
    for (const file of data) add(file, 'data', false);
  }
  return found;
}
