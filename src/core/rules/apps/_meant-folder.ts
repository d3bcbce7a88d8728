import type { Job } from '../../job/model';
import { baseName } from '../../job/sources';
import { NameFinder } from '../../text/nearest';

/**
 * Tells which app folder a key of the deploy map without one probably means: one that no key names and whose name is near, stands
 * at the end of the path, or is the only such folder. It answers `undefined` where there is something of the name, or a doubt.
 * Make it once for each run of a rule.
 */
export function meantFolders(job: Job): (name: string) => string | undefined {
  const free = [...job.apps.values()].filter((app) => !app.deployed && app.hasConfigFolder).map(({ name }) => name);
  const [only, ...others] = free;
  const finder = new NameFinder(() => free);
  return (name) => {
    if (only === undefined || job.sources.folders.has(name)) return undefined;
    if (others.length === 0) return only;
    const last = baseName(name.replace(/\/+$/, '')).trim();
    return free.find((folder) => folder === last) ?? finder.find(name);
  };
}
