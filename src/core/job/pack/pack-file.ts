import { type ConfigDocument, refusalOf } from '../../formats/document';
import type { ArrayNode, Entry, ObjectNode } from '../../tree/node';
import { isSince, type Release } from '../release';
import { type Damage, damageIn } from './damage';
import { addWritingFailures, componentFailures, indexingFailures, type PackFailure } from './failures';
import { keptOf } from './first-entry';
import { type ChangedKey, type NestedKeys, nestKeys } from './nest-keys';
import { isOrdinary } from './ordinary';

/** What `nvflare job submit` does to a file. */
export type Packing =
  /** It ends in an internal error, and nothing is submitted. */
  | { readonly kind: 'fails'; readonly failures: readonly PackFailure[] }
  /** What it does depends on what this text does not show. */
  | { readonly kind: 'unknown' }
  | PackedFile;

/** What it writes in place of a file. Values that are not known here are taken for such as it can write. */
export interface PackedFile {
  readonly kind: 'packed';
  /** The value that is written; its places are those of the file. */
  readonly value: ObjectNode | ArrayNode;
  /** The only entry that is kept; its value is all that is written. */
  readonly kept: Entry | undefined;
  readonly changedKeys: readonly ChangedKey[];
  /** What else is not read as it was written. */
  readonly damage: readonly Damage[];
}

/** Whether a file is written so that it is read as before. */
export function isHarmless(packing: Packing): boolean {
  return packing.kind === 'packed' && !packing.kept && packing.changedKeys.length === 0 && packing.damage.length === 0;
}

/** Whether the release has a command that packs: `nvflare job submit` came with 2.4. */
export function canPack(release: Release): boolean {
  return isSince(release, '2.4');
}

/** Since 2.8 the command has lost the name of what it writes YAML with (`hocon_to_string` in `nvflare/utils/cli_utils.py`). */
function canWriteYaml(release: Release): boolean {
  return !isSince(release, '2.8');
}

/**
 * What `nvflare job submit` does to the value of one file: it reads the file with pyhocon, indexes every value, and writes what
 * the index calls the root of the first one (`prepare_job_config` in `nvflare/tool/job/job_cli.py`). The texts that it writes are
 * made by `packedText`.
 */
export function packFile(document: ConfigDocument, release: Release): Packing {
  const refusal = refusalOf(document);
  if (refusal) return { kind: 'fails', failures: [{ reason: 'unreadable', at: refusal.range }] };
  const isOrdinaryFile = isOrdinary(document);
  const keys: NestedKeys = { changed: [], nameless: [] };
  const root = isOrdinaryFile || document.format === 'hocon' ? document.root : nestKeys(document.root, keys);
  const failures =
    isOrdinaryFile && root.kind === 'object' ? [...componentFailures(root)] : indexingFailures(document, root, keys);
  const kept = root.kind === 'object' ? keptOf(root) : 'unknown';
  const value = typeof kept === 'object' ? kept.value : root;
  if (document.format === 'yaml' && !canWriteYaml(release)) failures.push({ reason: 'yaml', at: root });
  if (kept === 'nothing' && failures.length === 0) failures.push({ reason: 'empty', at: root });
  if (kept !== 'unknown' && !isOrdinaryFile) addWritingFailures(failures, value);
  if (failures.length > 0) return { kind: 'fails', failures };
  if (kept === 'unknown' || (value.kind !== 'object' && value.kind !== 'array')) return { kind: 'unknown' };
  return {
    kind: 'packed',
    value,
    kept: typeof kept === 'object' ? kept : undefined,
    changedKeys: keys.changed,
    damage: isOrdinaryFile ? [] : damageIn(document.format, value),
  };
}
