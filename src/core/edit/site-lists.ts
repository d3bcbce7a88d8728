import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { DeployedApp, SiteUse } from '../job/model';
import { SITE_LIST_KEYS } from '../job/participants';
import type { TreeEdit } from '../tree/edit';
import { type ArrayNode, type ConfigNode, get, type ObjectNode } from '../tree/node';
import { type Refusal, refuse } from './plan';

/** Adds sites to those of an app, in whatever form they are written. */
export function addToApp(
  { name, entry, participants, sites }: DeployedApp,
  added: readonly string[],
): readonly TreeEdit[] | Refusal {
  if (added.length === 0) return [];
  const all = sites.find(({ value }) => isAllSites(value));
  if (all)
    return refuse(`App "${name}" goes to "${all.value}", which already means every site. Name its sites one by one first.`);
  const edits = participants.fault ? undefined : addToSites(entry.value, added);
  return edits ?? refuse(`The sites of app "${name}" are not written as a list here. Put them right by hand first.`);
}

/** The same for the value that says the sites of an app; `undefined` where it is of no form that sites can be added to. */
export function addToSites(value: ConfigNode, added: readonly string[]): readonly TreeEdit[] | undefined {
  if (value.kind === 'string') return [{ kind: 'replace', node: value, value: inOrder([value.value, ...added]) }];
  const list = value.kind === 'object' ? innerList(value) : value;
  if (list?.kind !== 'array') return undefined;
  const others = added
    .filter((site) => site !== SERVER_SITE)
    .map((value): TreeEdit => ({ kind: 'add-item', array: list, value }));
  if (!added.includes(SERVER_SITE)) return others;
  return [{ kind: 'add-item', array: list, value: SERVER_SITE, index: 0 }, ...others];
}

/** Everybody writes the server first. */
function inOrder(sites: readonly string[]): readonly string[] {
  return sites.includes(SERVER_SITE) ? [SERVER_SITE, ...sites.filter((site) => site !== SERVER_SITE)] : sites;
}

/** Takes uses of sites out of the lists that they stand in. An object that lists nothing else goes as a whole. */
export function takeFromApps(apps: readonly DeployedApp[], uses: readonly SiteUse[]): readonly TreeEdit[] {
  const nodes = new Set<ConfigNode>(uses.map(({ node }) => node));
  return apps.flatMap(({ entry: { value } }) => {
    if (nodes.has(value)) return [{ kind: 'replace', node: value, value: [] } as const];
    const list = value.kind === 'object' ? innerList(value) : value;
    return list?.kind === 'array' ? takeFromList(list, nodes) : [];
  });
}

function takeFromList(list: ArrayNode, nodes: ReadonlySet<ConfigNode>): readonly TreeEdit[] {
  return list.value.flatMap((item): readonly TreeEdit[] => {
    if (nodes.has(item)) return [{ kind: 'remove-item', array: list, item }];
    const inner = item.kind === 'object' ? listOfItem(item) : undefined;
    if (item.kind !== 'object' || inner?.kind !== 'array') return [];
    const gone = inner.value.filter((site) => nodes.has(site));
    if (gone.length === 0) return [];
    const isOnlySites = item.value.list.length === 1;
    if (gone.length === inner.value.length && isOnlySites) return [{ kind: 'remove-item', array: list, item }];
    return gone.map((site) => ({ kind: 'remove-item', array: inner, item: site }));
  });
}

/** Of an object that says the sites of an app, `targets` counts first. */
function innerList(object: ObjectNode): ConfigNode | undefined {
  const [targets, sites] = SITE_LIST_KEYS;
  return get(object, targets) ?? get(object, sites);
}

/** Of an object in a list, `sites` counts first, and a null one is passed over (`participants.ts`). */
function listOfItem(item: ObjectNode): ConfigNode | undefined {
  const sites = get(item, 'sites');
  return sites !== undefined && sites.kind !== 'null' ? sites : get(item, 'targets');
}
