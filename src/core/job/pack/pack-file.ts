import { type ConfigDocument, refusalOf } from '../../formats/document';
import type { ArrayNode, Entry, ObjectNode } from '../../tree/node';
import { isSince, type Release } from '../release';
import { failuresIn, type PackFailure, writingFailures } from './failures';
import { keptOf } from './first-entry';
import { type ChangedKey, type NestedKeys, nestKeys } from './nest-keys';

/** What `nvflare job submit` does to a file. */
export type Packing =
  /** It ends in an internal error, and nothing is submitted. */
  | { readonly kind: 'fails'; readonly failures: readonly PackFailure[] }
  /** What it does depends on what this text does not show. */
  | { readonly kind: 'unknown' }
  | PackedFile;

/** What it writes in place of a file. */
export interface PackedFile {
  readonly kind: 'packed';
  /** The value that is written; its places are those of the file. */
  readonly value: ObjectNode | ArrayNode;
  /** The only entry that is kept; its value is all that is written. */
  readonly kept: Entry | undefined;
  readonly changedKeys: readonly ChangedKey[];
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
  const keys: NestedKeys = { changed: [], nameless: [] };
  const root = document.format === 'hocon' ? document.root : nestKeys(document.root, keys);
  const failures = [...failuresIn(document, root, keys)];
  const kept = root.kind === 'object' ? keptOf(root) : 'unknown';
  if (kept === 'nothing' && failures.length === 0) failures.push({ reason: 'empty', at: root });
  if (document.format === 'yaml' && !canWriteYaml(release)) failures.push({ reason: 'yaml', at: root });
  if (typeof kept === 'object') failures.push(...writingFailures(kept.value));
  else if (kept === 'all') failures.push(...writingFailures(root));
  if (failures.length > 0) return { kind: 'fails', failures };
  if (kept === 'unknown' || root.kind !== 'object') return { kind: 'unknown' };
  if (typeof kept !== 'object') return { kind: 'packed', value: root, kept: undefined, changedKeys: keys.changed };
  const { value } = kept;
  if (value.kind !== 'object' && value.kind !== 'array')
    throw new Error('packing keeps one entry only where it has others in it');
  return { kind: 'packed', value, kept, changedKeys: keys.changed };
}
