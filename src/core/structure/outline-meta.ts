import type { DeployedApp, Job } from '../job/model';
import { counted } from '../text/counted';
import { type ConfigNode, type Entry, rangeOf } from '../tree/node';
import type { OutlineNode } from './outline-node';
import { outlineNode, placeOf, settingNode, shortText } from './outline-node';

/** More sites than these make no outline. */
const MOST_SITES = 1000;

/** The keys of a meta file in file order: apps with their sites, and what is said of sites elsewhere. */
export function metaOutline(job: Job): readonly OutlineNode[] {
  return (job.metaObject?.value.list ?? []).map((entry) => {
    switch (entry.key) {
      case 'deploy_map':
        return section(entry, 'Apps', job.deployment.apps.map(appNode));
      case 'mandatory_clients':
        return section(entry, 'Mandatory sites', siteNodes(entry.value));
      case 'resource_spec':
        return section(entry, 'Resources', blockNodes(entry.value));
      case 'launcher_spec':
        return section(entry, 'Launchers', blockNodes(entry.value));
      default:
        return settingNode('setting', entry);
    }
  });
}

/** Named in words, with the key beside. */
function section(entry: Entry, name: string, children: readonly OutlineNode[]): OutlineNode {
  return outlineNode('section', name, entry.key, placeOf(entry), children.slice(0, MOST_SITES));
}

function appNode({ name, entry, sites }: DeployedApp): OutlineNode {
  const children = sites
    .slice(0, MOST_SITES)
    .map(({ value, range }) => outlineNode('site', value, '', { range: rangeOf(range), selection: rangeOf(range) }));
  return outlineNode('app', name, counted(sites.length, 'site'), placeOf(entry), children);
}

function siteNodes(list: ConfigNode): readonly OutlineNode[] {
  if (list.kind !== 'array') return [];
  return list.value.flatMap((item) =>
    item.kind === 'string' ? [outlineNode('site', item.value, '', { range: item, selection: item })] : [],
  );
}

function blockNodes(map: ConfigNode): readonly OutlineNode[] {
  if (map.kind !== 'object') return [];
  return map.value.list.map((entry) => {
    const settings = entry.value.kind === 'object' ? entry.value.value.list.map((one) => settingNode('setting', one)) : [];
    return outlineNode('site', entry.key, shortText(entry.value), placeOf(entry), settings);
  });
}
