import { RESOURCE_DEFAULT } from '../job/job-def';
import type { Job } from '../job/model';
import { launcherLayers } from '../job/site-blocks';
import { isNested, type LauncherMode, optionModes } from '../job/site-blocks-layers';
import type { Change } from '../rules/finding';
import type { TreeEdit } from '../tree/edit';
import { type ConfigNode, type Entry, entry, get, type ObjectNode } from '../tree/node';
import { type Plain, toPlain, walk } from '../tree/query';

/** Options of a launcher that stand at their old place, under a site in `resource_spec`, and count there. */
interface OldOptions {
  readonly block: Entry;
  readonly modes: readonly Entry[];
}

/**
 * The changes that move the options for Docker, Kubernetes and Slurm from `resource_spec`, their place of 2.8, to `launcher_spec`. What applies to a
 * site stays the same; blocks for which that cannot be said are left alone. None where there is nothing to move.
 */
export function toLauncherSpec(job: Job): readonly Change[] {
  const { meta, metaObject, resources, launchers } = job;
  const moved = metaObject && meta ? resources.nested.flatMap((block) => oldOptions(job, block)) : [];
  if (!meta || !metaObject || moved.length === 0 || (launchers.entry && !launchers.object)) return [];
  const edits: TreeEdit[] = moved.flatMap(({ block, modes }) => removal(job, block, modes));
  if (launchers.object) edits.push(...moved.flatMap((old) => addition(launchers.object, old)));
  else {
    const value = Object.fromEntries(moved.map(({ block, modes }) => [block.key, optionsOf(modes)]));
    edits.push({ kind: 'add-entry', object: metaObject, key: 'launcher_spec', value, after: 'resource_spec' });
  }
  return edits.map((edit) => ({ kind: 'tree', file: meta.file, edit }));
}

function oldOptions(job: Job, block: Entry): readonly OldOptions[] {
  if (block.value.kind !== 'object' || block.key === RESOURCE_DEFAULT || block.keyKind) return [];
  if (isNested(block.value, job.target) !== true || block.value.value.superseded.length > 0) return [];
  const modes = optionModes(job.target).flatMap((mode) => inEffect(job, block, block.value as ObjectNode, mode) ?? []);
  const left = block.value.value.list.filter((one) => !modes.includes(one));
  // Without a mode the rest of the block would be read in another way.
  const staysNested = left.length === 0 || left.some(({ key }) => key === 'process');
  const known = job.launchers.object && entry(job.launchers.object, block.key);
  const hasRoom = !known || known.value.kind === 'object';
  return modes.length > 0 && staysNested && hasRoom ? [{ block, modes }] : [];
}

/** The options of a mode where they are those that the site is started with, and wholly known. */
function inEffect(job: Job, block: Entry, object: ObjectNode, mode: LauncherMode): Entry | undefined {
  const found = entry(object, mode);
  if (found?.value.kind !== 'object' || found.keyKind || !isKnown(found.value)) return undefined;
  const layers = launcherLayers(job, block, mode);
  return layers.certain && layers.list.length === 1 && layers.list[0]?.object === found.value ? found : undefined;
}

function isKnown(node: ConfigNode): boolean {
  for (const inner of walk(node)) {
    if (inner.kind === 'unknown' || inner.origin) return false;
    if (inner.kind === 'object' && (inner.value.incomplete || inner.value.list.some(({ keyKind }) => keyKind))) return false;
  }
  return true;
}

function removal(job: Job, block: Entry, modes: readonly Entry[]): readonly TreeEdit[] {
  const { object } = job.resources;
  if (block.value.kind !== 'object' || !object) return [];
  if (modes.length === block.value.value.list.length) return [{ kind: 'remove-entry', object, entry: block }];
  return modes.map((mode) => ({ kind: 'remove-entry', object: block.value as ObjectNode, entry: mode }));
}

function addition(launchers: ObjectNode | undefined, { block, modes }: OldOptions): readonly TreeEdit[] {
  const site = launchers && get(launchers, block.key);
  if (site?.kind === 'object')
    return modes.map(({ key, value }) => ({ kind: 'add-entry', object: site, key, value: toPlain(value) }));
  return launchers ? [{ kind: 'add-entry', object: launchers, key: block.key, value: optionsOf(modes) }] : [];
}

function optionsOf(modes: readonly Entry[]): Plain {
  return Object.fromEntries(modes.map(({ key, value }) => [key, toPlain(value)]));
}
