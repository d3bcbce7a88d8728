import { isAllSites, LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../job/job-def';
import type { Cursor } from '../tree/query';

/** What a place in a meta file names. */
export type Subject = { readonly kind: 'site' | 'app' | 'all-sites'; readonly name: string };

/** The site or app that a place of a meta file names, if it does. */
export function subjectAt({ path, node, onKey }: Cursor): Subject | undefined {
  const [top, second] = path;
  if (top === 'deploy_map' && path.length === 2 && onKey) return { kind: 'app', name: onKey.key };
  const isSiteList = (top === 'deploy_map' && path.length >= 2) || (top === 'mandatory_clients' && path.length === 2);
  if (isSiteList && !onKey && node.kind === 'string') return siteOrAll(node.value);
  if (path.length !== 2 || !onKey || typeof second !== 'string') return undefined;
  if (top === 'resource_spec' && second !== RESOURCE_DEFAULT) return siteOrAll(second);
  if (top === 'launcher_spec' && second !== LAUNCHER_DEFAULT) return siteOrAll(second);
  return undefined;
}

function siteOrAll(name: string): Subject {
  return { kind: isAllSites(name) ? 'all-sites' : 'site', name };
}
