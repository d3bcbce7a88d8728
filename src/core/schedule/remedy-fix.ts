import { RESOURCE_DEFAULT } from '../job/job-def';
import type { Job } from '../job/model';
import { isNested, textEntry } from '../job/site-blocks-layers';
import type { Fix } from '../rules/finding';
import { fixOf } from '../rules/fixes';
import type { TreeEdit } from '../tree/edit';
import { type ConfigNode, entry, get } from '../tree/node';
import type { Change } from './change';
import { requestOf } from './request';
import { changesText } from './words';

/** The edits of the meta file that some of the changes are; `undefined` where none of them is one. */
export function remedyFix(job: Job, changes: readonly Change[]): Fix | undefined {
  const { meta } = job;
  if (!meta) return undefined;
  const itemsOf = mandatoryItems(job);
  const made = changes
    .map((change) => ({ change, edits: editsOf(job, change, itemsOf) }))
    .filter(({ edits }) => edits.length > 0);
  if (made.length === 0) return undefined;
  const title = changesText(made.map(({ change }) => change)).join('; ');
  return fixOf(
    `${title[0]?.toUpperCase()}${title.slice(1)}`,
    made.flatMap(({ edits }) => edits.map((edit) => ({ kind: 'tree', file: meta.file, edit }))),
  );
}

/** The elements of `mandatory_clients` that name a site. */
type MandatoryItems = (site: string) => readonly ConfigNode[];

function mandatoryItems({ metaObject }: Job): MandatoryItems {
  const list = metaObject && get(metaObject, 'mandatory_clients');
  const items = new Map<string, ConfigNode[]>();
  for (const item of list?.kind === 'array' ? list.value : []) {
    if (item.kind !== 'string') continue;
    const there = items.get(item.value);
    if (there) there.push(item);
    else items.set(item.value, [item]);
  }
  return (site) => items.get(site) ?? [];
}

function editsOf(job: Job, change: Change, itemsOf: MandatoryItems): readonly TreeEdit[] {
  const { metaObject } = job;
  if (!metaObject) return [];
  const list = get(metaObject, 'mandatory_clients');
  const removeItems = (items: readonly ConfigNode[]): readonly TreeEdit[] =>
    list?.kind === 'array' ? items.map((item) => ({ kind: 'remove-item', array: list, item })) : [];
  const removeKey = (key: string): readonly TreeEdit[] => {
    const found = entry(metaObject, key);
    return found ? [{ kind: 'remove-entry', object: metaObject, entry: found }] : [];
  };
  switch (change.kind) {
    case 'lower-least': {
      const node = get(metaObject, 'min_clients');
      if (node) return [{ kind: 'replace', node, value: change.to }];
      return [{ kind: 'add-entry', object: metaObject, key: 'min_clients', value: change.to }];
    }
    case 'not-mandatory':
      return removeItems(itemsOf(change.site));
    case 'mandatory-once':
      return removeItems(itemsOf(change.site).slice(1));
    case 'nobody-mandatory':
      return removeKey('mandatory_clients');
    case 'remove-count':
      return removeKey(change.key);
    case 'ask':
      return askEdits(job, change.site, change.key, change.to);
    case 'do-not-ask':
      return removeRequest(job, change.site, change.key);
    default:
      return [];
  }
}

/** A resource of a site's own block is changed, or written into it; one of the default block is changed there. */
function askEdits(job: Job, site: string, key: string, to: number): readonly TreeEdit[] {
  const { object } = job.resources;
  const block = textEntry(object, site)?.value;
  if (!object) return [];
  if (block?.kind !== 'object') {
    if (site === RESOURCE_DEFAULT || block) return [];
    return [{ kind: 'add-entry', object, key: site, value: { [key]: to } }];
  }
  const process = isNested(block, job.target) ? textEntry(block, 'process')?.value : block;
  if (process?.kind !== 'object') return [{ kind: 'add-entry', object: block, key: 'process', value: { [key]: to } }];
  const node = get(process, key);
  return node ? [{ kind: 'replace', node, value: to }] : [{ kind: 'add-entry', object: process, key, value: to }];
}

function removeRequest(job: Job, site: string, key: string | undefined): readonly TreeEdit[] {
  const { object } = job.resources;
  const block = textEntry(object, site);
  if (!object || !block) return [];
  if (key === undefined) return [{ kind: 'remove-entry', object, entry: block }];
  if (site === RESOURCE_DEFAULT) {
    const found = block.value.kind === 'object' ? textEntry(block.value, key) : undefined;
    return found && block.value.kind === 'object' ? [{ kind: 'remove-entry', object: block.value, entry: found }] : [];
  }
  const request = requestOf(job, site);
  const asked = request.kind === 'request' ? request.entries.find((each) => each.key === key)?.entry : undefined;
  return asked ? [{ kind: 'remove-entry', object: asked.layer.object, entry: asked.entry }] : [];
}
