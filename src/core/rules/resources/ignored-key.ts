import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { isNested, launcherModes, textEntry } from '../../job/site-blocks-layers';
import { nearest } from '../../text/nearest';
import { type Entry, keyRange, type ObjectNode } from '../../tree/node';
import { type Plain, toPlain } from '../../tree/query';
import type { Change, Fix } from '../finding';
import { fixOf, renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/ignored-key',
  severity: 'warning',
  stage: 'never',
  summary: 'a resource stands beside a launcher mode, where nobody reads it',
  needs: 'nested-blocks',
  *check({ job }) {
    const defaults = isSince(job.target, '2.9');
    const modes: readonly string[] = launcherModes(job.target);
    if (modes.length === 0) return;
    for (const block of job.resources.nested) {
      const { value } = block;
      if (value.kind !== 'object' || (defaults && block.key === RESOURCE_DEFAULT) || isNested(value, job.target) !== true)
        continue;
      const ignored = value.value.list.filter(({ key }) => !modes.includes(key));
      const mode = value.value.list.find(({ key }) => modes.includes(key));
      for (const entry of ignored) {
        const near = nearest(entry.key, modes);
        const isFree = near !== undefined && !textEntry(value, near);
        yield {
          at: keyRange(entry),
          message: isFree
            ? `"${entry.key}" is no launcher mode and ignored; did you mean "${near}"?`
            : `"${entry.key}" is ignored, because "${mode?.key ?? ''}" beside it divides the block by launcher modes; only what is under "process" is asked for`,
          related: mode ? [{ file: metaFile(job), range: keyRange(mode), message: 'this key divides the block' }] : [],
          fixes: isFree ? [renameKey(metaFile(job), entry, near)] : moveUnderProcess(job, value, ignored),
          tag: 'unnecessary',
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'One key `process`, `docker`, `k8s` or `slurm` makes a block of `resource_spec` one that is divided by modes. Of such a block the resource manager gets only what is under `process`; resources beside the modes are ignored.',
  remedy: 'Move the resource under `process`, or the options of the launcher to `launcher_spec`.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
  covers: ['MIS-18'],
};

/** Puts all ignored keys of the block under `process`, at the place of the first of them where there is no `process` yet. */
function moveUnderProcess(job: Job, block: ObjectNode, ignored: readonly Entry[]): readonly Fix[] {
  const file = metaFile(job);
  const process = textEntry(block, 'process');
  const [first, ...rest] = ignored;
  if (!first || (process && process.value.kind !== 'object')) return [];
  const change = (edit: Extract<Change, { kind: 'tree' }>['edit']): Change => ({ kind: 'tree', file, edit });
  const changes: Change[] = rest.map((entry) => change({ kind: 'remove-entry', object: block, entry }));
  if (process?.value.kind === 'object') {
    const inner = process.value;
    const moved = ignored.filter(({ key }) => !textEntry(inner, key));
    if (moved.length < ignored.length) return [];
    changes.push(change({ kind: 'remove-entry', object: block, entry: first }));
    for (const { key, value } of moved) changes.push(change({ kind: 'add-entry', object: inner, key, value: toPlain(value) }));
  } else {
    const all: Record<string, Plain> = Object.fromEntries(ignored.map(({ key, value }) => [key, toPlain(value)]));
    changes.push(change({ kind: 'rename-key', entry: first, key: 'process' }));
    changes.push(change({ kind: 'replace', node: first.value, value: all }));
  }
  return [fixOf('Move under "process"', changes)];
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { <|"num_of_gpus"|>: 1, <|"mem_per_gpu_in_GiB"|>: 8, "docker": { "image": "nvflare:2.9" } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "process": { "num_of_gpus": 1 }, <|"dokcer"|>: { "image": "nvflare:2.9" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "process": { "num_of_gpus": 1, "mem_per_gpu_in_GiB": 8 }, "docker": { "image": "nvflare:2.9" } } } }`,
    `
--- target 2.7
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 1 } } }`,
  ],
};
