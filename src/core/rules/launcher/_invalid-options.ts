import type { Job } from '../../job/model';
import { type LauncherMode, textEntry } from '../../job/site-blocks-layers';
import { launcherOptions } from '../../job/site-blocks-options';
import { portableMemoryLike } from '../../job/site-blocks-values';
import type { ConfigNode } from '../../tree/node';
import type { Fix, Report } from '../finding';
import { treeFix } from '../fixes';
import { metaFile, shown } from '../resources/_shown';
import { optionsOf } from './_modes';

/** The options of a mode whose values its launcher, or what it starts, does not take. */
export function* invalidOptions(job: Job, mode: LauncherMode, title: string): Generator<Report> {
  const known = launcherOptions(mode, job.target);
  const text = job.meta?.document.text ?? '';
  for (const { options } of optionsOf(job, mode)) {
    for (const option of known) {
      const value = textEntry(options, option.name)?.value;
      if (!value || option.accepts(value, text)) continue;
      yield {
        at: value,
        message: `the ${title} option "${option.name}" must be ${option.expected}, not ${shown(job, value)}`,
        fixes: fixesFor(metaFile(job), option.name, value),
      };
    }
  }
}

function fixesFor(file: string, option: string, node: ConfigNode): readonly Fix[] {
  if (node.kind !== 'string') return [];
  if (/^(memory|memory_request|ephemeral_storage)$/.test(option)) {
    const meant = portableMemoryLike(node.value);
    return meant ? [treeFix(`Change to "${meant}"`, file, { kind: 'replace', node, value: meant }, true)] : [];
  }
  if (!/^(num_of_gpus|nodes|.*_per_node|pending_timeout)$/.test(option) || !/^\s*[1-9][0-9]{0,8}\s*$/.test(node.value)) return [];
  const value = Number(node.value);
  return [treeFix(`Change to ${value}`, file, { kind: 'replace', node, value }, true)];
}
