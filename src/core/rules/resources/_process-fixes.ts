import type { Job } from '../../job/model';
import { textEntry } from '../../job/site-blocks-layers';
import type { Entry } from '../../tree/node';
import type { Fix } from '../finding';
import { removeKey, treeFix } from '../fixes';
import { metaFile } from './_shown';

/** Fixes of a `process` that is no object: a bare number is one of GPUs; anything else is taken out. */
export function processFixes(job: Job, block: Entry): readonly Fix[] {
  const found = block.value.kind === 'object' ? textEntry(block.value, 'process') : undefined;
  if (!found || block.value.kind !== 'object') return [];
  const file = metaFile(job);
  const { value } = found;
  const isCount = value.kind === 'integer' && value.value >= 0 && Number.isSafeInteger(value.value);
  const object = { num_of_gpus: value.kind === 'integer' ? value.value : 0 };
  const asObject = treeFix(`Change to { "num_of_gpus": ${object.num_of_gpus} }`, file, {
    kind: 'replace',
    node: value,
    value: object,
  });
  return [...(isCount ? [asObject] : []), removeKey(file, block.value, found)];
}
