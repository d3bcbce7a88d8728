import { isSince, releaseName } from '../../job/release';
import { launcherModes } from '../../job/site-blocks-layers';
import { nearest } from '../../text/nearest';
import { own } from '../../text/own';
import { entry, keyRange } from '../../tree/node';
import { renameKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/unknown-mode',
  severity: 'error',
  stage: 'submit',
  summary: 'a block of launcher_spec has a launcher mode that the release does not know',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    const modes: readonly string[] = launcherModes(job.target);
    for (const block of job.launchers.object?.value.list ?? []) {
      if (block.value.kind !== 'object') continue;
      for (const found of block.value.value.list) {
        if (modes.includes(found.key)) continue;
        const near = nearest(found.key, modes) ?? own(ALIASES, found.key.toLowerCase());
        const known =
          found.key === 'slurm'
            ? `NVFLARE ${releaseName(job.target)} has no launcher mode "slurm"; remove it, or check for 2.9, which has it`
            : `"${found.key}" is no launcher mode; the modes are ${modes.join(', ')}`;
        const isNew = near !== undefined && near !== found.key && !entry(block.value, near);
        yield {
          at: keyRange(found),
          message: known,
          fixes: isNew && found.key !== 'slurm' ? [renameKey(metaFile(job), found, near, true)] : [],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'A block of `launcher_spec` holds options by launcher mode: `process`, `docker`, `k8s` and since 2.9 `slurm`, in exactly this spelling. The server refuses any other key.',
  remedy: 'Use one of the modes, and put the options under it.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
  covers: ['MIS-34'],
};

const ALIASES: Readonly<Record<string, string>> = { kubernetes: 'k8s', kube: 'k8s', container: 'docker' };

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { <|"kubernetes"|>: { "image": "nvflare:2.9" } }, "site-1": { <|"Docker"|>: { "image": "nvflare:2.9" } } } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { <|"slurm"|>: { "nodes": 2 } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "slurm": { "time": "02:00:00" } } } }`,
  ],
};
