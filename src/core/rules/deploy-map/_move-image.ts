import { isAllSites, LAUNCHER_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import type { TreeEdit } from '../../tree/edit';
import { type Entry, get, type ObjectNode } from '../../tree/node';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';

/** Fixes that move the image of some sites from their list, where 2.6 and 2.7 read it, to `launcher_spec`, for one launcher each. */
export function moveImage({ meta, metaObject, launchers }: Job, item: ObjectNode, image: Entry): readonly Fix[] {
  const sites = sitesOf(item);
  if (!meta || !metaObject || image.key !== 'image' || image.value.kind !== 'string' || sites.length === 0) return [];
  if (launchers.entry && !launchers.object) return [];
  const { value } = image.value;
  return (['docker', 'k8s'] as const).flatMap((mode) => {
    const added = launchers.object
      ? sites.map((site) => inBlock(launchers.object, site, mode, value))
      : [newMap(metaObject, sites, mode, value)];
    const edits = added.filter((edit): edit is TreeEdit => edit !== undefined);
    if (edits.length < added.length) return [];
    const all: readonly TreeEdit[] = [{ kind: 'remove-entry', object: item, entry: image }, ...edits];
    const title = `Move to launcher_spec, for ${mode === 'docker' ? 'Docker' : 'Kubernetes'}`;
    return [
      fixOf(
        title,
        all.map((edit) => ({ kind: 'tree', file: meta.file, edit })),
      ),
    ];
  });
}

function sitesOf(item: ObjectNode): readonly string[] {
  const list = get(item, 'sites') ?? get(item, 'targets');
  if (list?.kind !== 'array') return [];
  const names = list.value.flatMap((site) => (site.kind === 'string' ? [site.value] : []));
  return names.length === list.value.length ? names.map((name) => (isAllSites(name) ? LAUNCHER_DEFAULT : name)) : [];
}

function newMap(meta: ObjectNode, sites: readonly string[], mode: string, image: string): TreeEdit {
  const value = Object.fromEntries(sites.map((site) => [site, { [mode]: { image } }]));
  return { kind: 'add-entry', object: meta, key: 'launcher_spec', value };
}

/** A site that says something of the launcher already is left to its author. */
function inBlock(map: ObjectNode | undefined, site: string, mode: string, image: string): TreeEdit | undefined {
  const block = map && get(map, site);
  if (map && !block) return { kind: 'add-entry', object: map, key: site, value: { [mode]: { image } } };
  if (block?.kind !== 'object' || get(block, mode)) return undefined;
  return { kind: 'add-entry', object: block, key: mode, value: { image } };
}
