import { isSince, LAUNCHER_DEFAULT, RESOURCE_DEFAULT, type Release } from '../index';
import { NATIVE_RESOURCES } from '../rules/resources/_modes';
import type { ConfigNode } from '../tree/node';
import { at, type Path } from '../tree/query';
import { keysIn } from './from-facts';

/**
 * Whether a key must not be written below a site: since 2.9 a resource is asked for in `resource_spec` or as an option of a launcher,
 * and never in both, neither for one site nor for all.
 */
export function clashes(root: ConfigNode, path: Path, key: string, target: Release): boolean {
  const [map, site, mode] = path;
  if (!isSince(target, '2.9') || typeof site !== 'string') return false;
  if (typeof mode === 'string') {
    const asked = pairs().filter((pair) => pair.mode === mode && pair.native === key);
    return asked.some(({ resource }) => blocks(root, 'resource_spec', site).some((block) => keysIn(block).has(resource)));
  }
  if (map !== 'resource_spec' || path.length !== 2) return false;
  const options = [...blocks(root, 'launcher_spec', site), ...blocks(root, 'resource_spec', site)];
  const asked = pairs().filter(({ resource }) => resource === key);
  return asked.some((pair) => options.some((block) => keysIn(at(block, [pair.mode])).has(pair.native)));
}

interface Pair {
  readonly mode: string;
  readonly resource: string;
  readonly native: string;
}

function pairs(): readonly Pair[] {
  return [...NATIVE_RESOURCES].flatMap(([mode, natives]) =>
    Object.entries(natives).flatMap(([resource, names]) => (names ?? []).map((native) => ({ mode, resource, native }))),
  );
}

/** The blocks that hold for a site; of the block for all sites, those of all. */
function blocks(root: ConfigNode, map: 'resource_spec' | 'launcher_spec', site: string): readonly ConfigNode[] {
  const object = at(root, [map]);
  if (object?.kind !== 'object') return [];
  const isUsual = (name: string) => name === RESOURCE_DEFAULT || name === LAUNCHER_DEFAULT;
  return object.value.list.filter(({ key }) => isUsual(site) || isUsual(key) || key === site).map(({ value }) => value);
}
