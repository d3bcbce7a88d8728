import { isAllSites, isJobName, isSince, isSiteName, type Release, releaseName, SERVER_SITE } from '../index';
import type { JobTemplate } from './template';

/** The first release that templates are for: the oldest whose classes are known here. */
const TEMPLATES_SINCE = '2.3';
/** The first release that reads jobs in HOCON (`ConfigFormat` in `nvflare/fuel/utils/config.py`). */
export const HOCON_SINCE = '2.4';

/** Why a job cannot have this name, as a sentence; `undefined` where it can. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'A job needs a name.';
  // A name at the end of a line is one to NVFLARE, but no folder that anybody wants.
  if (!isJobName(name) || name.endsWith('\n')) return NAME_RULE;
  return undefined;
}

const NAME_RULE = 'The name of a job has only letters, digits, ".", "-" and "_", and begins with a letter or digit.';

/** The names in what somebody typed, with commas or spaces between them. */
export function siteNamesIn(text: string): readonly string[] {
  return text.split(/[,\s]+/).filter((name) => name !== '');
}

/** Why a job of the template cannot go to these clients, as a sentence; `undefined` where it can. */
export function clientsProblem(names: readonly string[], template: JobTemplate): string | undefined {
  const least = template.leastClients ?? 1;
  const all = names.find(isAllSites);
  if (all !== undefined) return `${all} stands for all sites and cannot be among names; name the clients, or choose all sites.`;
  const odd = names.find((name) => !isSiteName(name));
  if (odd !== undefined) return `"${odd}" is no name of a site: only letters, digits, "-" and "_".`;
  if (names.some((name) => name.toLowerCase() === SERVER_SITE)) return 'The server takes part without being named.';
  const twice = names.find((name, index) => names.findIndex((other) => isSameFolder(name, other)) !== index);
  if (twice !== undefined) return `"${twice}" is there twice.`;
  if (names.length < least) return least === 1 ? 'A job needs a client.' : `This job needs ${least} clients or more.`;
  return names.map((name) => template.siteProblem?.(name)).find((problem) => problem !== undefined);
}

/** Whether the template can go to all sites that are connected; where each client has its own app, they must be named. */
export function canGoToAll(template: JobTemplate): boolean {
  return template.apps.every(({ goesTo }) => goesTo !== 'each client');
}

/** Why there is no template for a release, as a sentence; `undefined` where there are. */
export function releaseProblem(release: Release): string | undefined {
  if (isSince(release, TEMPLATES_SINCE)) return undefined;
  return `There are templates for NVFLARE ${TEMPLATES_SINCE} and later, not for ${releaseName(release)}.`;
}

/** Some disks tell names apart that differ in nothing but their case, and some do not. */
function isSameFolder(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
