import { lineOf } from '../core/index';
import type { InstalledClasses } from '../core/installed/classes/index';
import type { JobSettings } from '../core/settings/index';
import type { Catalog } from '../core/wiring/index';
import type { Host } from './host';

const opened = new WeakMap<Host, Map<string, Promise<InstalledClasses | undefined>>>();

/**
 * The classes of the NVFLARE that is installed, where a job is checked for that and no catalogue knows it: they are read from its code.
 * Opened once for a host.
 */
export function installedClasses(
  host: Host,
  { targetFrom }: JobSettings,
  catalogOf: (line: string) => Promise<Catalog | undefined>,
): Promise<InstalledClasses | undefined> {
  if (targetFrom.kind !== 'installed') return Promise.resolve(undefined);
  const { folder, version, release, isOwnBuild } = targetFrom.installed;
  const known = opened.get(host) ?? new Map<string, Promise<InstalledClasses | undefined>>();
  opened.set(host, known);
  const open = async () => {
    const nearest = await catalogOf(lineOf(release));
    if (!nearest || (!isOwnBuild && version === nearest.data.release)) return undefined;
    const { openClasses } = await import('../core/installed/classes/index');
    return openClasses({ fs: host.fs, folder, version, nearest, pause: () => Promise.resolve() });
  };
  const classes = known.get(folder) ?? open();
  known.set(folder, classes);
  return classes;
}
