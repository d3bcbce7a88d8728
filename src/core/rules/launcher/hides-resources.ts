import { LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../../job/job-def';
import { launcherLayers } from '../../job/site-blocks';
import { isNested, optionModes, textEntry } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/hides-resources',
  severity: 'warning',
  stage: 'never',
  summary: 'launcher options in resource_spec are replaced by launcher_spec',
  needs: 'launcher-options',
  *check({ job }) {
    const { object } = job.launchers;
    if (!object) return;
    const modes = optionModes(job.target);
    for (const block of job.resources.nested) {
      if (
        block.value.kind !== 'object' ||
        block.key === RESOURCE_DEFAULT ||
        block.keyKind ||
        isNested(block.value, job.target) !== true
      )
        continue;
      for (const mode of modes) {
        const entry = textEntry(block.value, mode);
        if (entry?.value.kind !== 'object' || entry.value.value.list.length === 0) continue;
        const [layer] = launcherLayers(job, block, mode).list;
        if (layer?.map !== 'launcher_spec') continue;
        const name = layer.from === 'default' ? LAUNCHER_DEFAULT : block.key;
        yield {
          at: keyRange(entry),
          message: `"${mode}" of "${block.key}" in resource_spec is not read, because launcher_spec has "${mode}" for "${name}"`,
          related: [{ file: metaFile(job), range: keyRange(layer.block), message: 'these options are used instead' }],
          fixes: [removeKey(metaFile(job), block.value, entry)],
          tag: 'unnecessary',
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'The options of a launcher mode under a site in `resource_spec` are the older form. They count only where `launcher_spec` says nothing for the mode, neither for the site nor in `default`; they are not merged with it.',
  remedy: 'Move the options to the block of the site in `launcher_spec`.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { <|"docker"|>: { "image": "nvflare:2.9", "shm_size": "8g" } } },
  "launcher_spec": { "default": { "docker": { "image": "other:1" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "docker": { "image": "nvflare:2.9" } } },
  "launcher_spec": { "default": { "k8s": { "image": "nvflare:2.9" } } } }`,
  ],
};
