import { META_KEY_LIST } from '../schema/meta-key-list.generated';
import type { ConfigNode, Entry, ObjectNode } from '../tree/node';

/** The keys that authors write in every release. */
const USUAL: ReadonlySet<string> = new Set(
  META_KEY_LIST.filter(({ setBy, since, until }) => setBy === 'author' && since === '2.1' && until === undefined).map(
    ({ key }) => key,
  ),
);

/**
 * The other keys at the top of a meta file: newer ones, those that the server sets, and unknown ones. One without a value is still being
 * typed, and not told to be wrong meanwhile.
 */
export function unusualKeys(meta: ObjectNode | undefined): readonly Entry[] {
  return meta ? meta.value.list.filter(({ key, value }) => !USUAL.has(key) && !isMissing(value)) : [];
}

function isMissing({ kind, start, end }: ConfigNode): boolean {
  return kind === 'unknown' && start === end;
}
