import type { Job } from '../job/model';
import { isPlainEntry } from '../job/pack/first-entry';
import { META_KEY_LIST } from '../schema/meta-key-list.generated';
import { entry } from '../tree/node';
import { type JobAction, jobAction } from './job-action';

/**
 * Puts the keys that authors write into the order in which the schema tells of them, name and deploy map first; all others follow as
 * they stand. Never moves an object to the front: `nvflare job submit` would then send nothing else. `undefined` where the order is
 * right already.
 */
export function organiseMeta({ meta, metaObject }: Job): JobAction | undefined {
  if (!meta || !metaObject || metaObject.value.superseded.length > 0) return undefined;
  const present = META_KEY_LIST.filter(({ key, setBy }) => setBy === 'author' && entry(metaObject, key)).map(({ key }) => key);
  const first = present.find((key) => isPlainEntry(entry(metaObject, key)?.value ?? metaObject));
  if (first === undefined) return undefined;
  const wanted = [first, ...present.filter((key) => key !== first)];
  const keys = keysToMove(
    wanted,
    metaObject.value.list.map(({ key }) => key),
  );
  if (keys.length === 0) return undefined;
  return jobAction('organise', 'Organise Meta File', [
    { kind: 'tree', file: meta.file, edit: { kind: 'move-to-front', object: metaObject, keys } },
  ]);
}

/** The fewest of the wanted first keys, so that those which are not moved follow as wanted. */
function keysToMove(wanted: readonly string[], now: readonly string[]): readonly string[] {
  const count = wanted.findIndex((_, index) => {
    const moved = wanted.slice(0, index);
    const left = now.filter((key) => !moved.includes(key));
    return wanted.slice(index).every((key, i) => left[i] === key);
  });
  return count < 0 ? wanted : wanted.slice(0, count);
}
