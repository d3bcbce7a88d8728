import { type ConfigNode, keyRange, type ObjectNode, type StringNode } from '../tree/node';
import { isAllSites, SERVER_SITE } from './job-def';
import { participantsOf } from './participants';
import type { Release } from './release';

/**
 * What Python goes through where a release before 2.7.2 expects a list of sites: the letters of a text, the keys of an object;
 * `undefined` for what it cannot go through. The letters all have the place of their text.
 */
export function misreadSites(value: ConfigNode): readonly StringNode[] | undefined {
  if (value.kind === 'string') {
    const { start, end } = value;
    return [...value.value].map((letter) => ({ kind: 'string', value: letter, start, end }));
  }
  if (value.kind !== 'object') return undefined;
  return value.value.list.map((entry) => ({ kind: 'string', value: entry.key, ...keyRange(entry) }));
}

/**
 * Whether the deploy map is taken although letters or keys are read as sites of it: `_validate_deploy_map` of
 * `nvflare/private/fed/server/job_meta_validator.py` before 2.7.2.
 */
export function isTakenMisread(map: ObjectNode, release: Release): boolean {
  const names: string[] = [];
  for (const { value } of map.value.list) {
    const { form, items, fault } = participantsOf(value, release);
    const sites = form === 'invalid' ? misreadSites(value) : fault ? undefined : items;
    if (sites === undefined) return false;
    for (const site of sites) names.push(String(site.value));
  }
  if (names.some(isAllSites)) return names.length === 1;
  return names.includes(SERVER_SITE) && new Set(names).size === names.length;
}
