import { isSince } from '../../job/release';
import { textEntry } from '../../job/site-blocks-layers';
import { launcherOptions } from '../../job/site-blocks-options';
import type { ConfigNode } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import { metaFile, shown } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { optionsOf } from './_modes';

export const rule: Rule = {
  code: 'launcher/invalid-docker-option',
  severity: 'error',
  stage: 'submit',
  summary: 'a Docker option has a value that the server refuses',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    const known = launcherOptions('docker', job.target);
    const text = job.meta?.document.text ?? '';
    for (const { options } of optionsOf(job, 'docker')) {
      for (const option of known) {
        const value = textEntry(options, option.name)?.value;
        if (!value || option.accepts(value, text)) continue;
        yield {
          at: value,
          message: `the Docker option "${option.name}" must be ${option.expected}, not ${shown(job, value)}`,
          fixes: fixesFor(metaFile(job), option.name, value),
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 the server checks the Docker options of a job: strings must say something, `num_of_gpus` is a whole number, and `shm_size` a number of bytes or a string with the unit b, k, m or g.',
  remedy: 'Correct the value, or take the option out.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

function fixesFor(file: string, option: string, node: ConfigNode): readonly Fix[] {
  if (node.kind !== 'string') return [];
  if (option === 'num_of_gpus' && /^\s*[0-9]{1,9}\s*$/.test(node.value)) {
    const count = Number(node.value);
    return [treeFix(`Change to ${count}`, file, { kind: 'replace', node, value: count }, true)];
  }
  const size = option === 'shm_size' ? /^\s*([0-9]{1,6}(?:\.[0-9]{1,3})?)\s*([kmg])i?b?\s*$/i.exec(node.value) : null;
  if (!size) return [];
  const meant = `${size[1]}${size[2]?.toLowerCase()}`;
  return [treeFix(`Change to "${meant}"`, file, { kind: 'replace', node, value: meant }, true)];
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": {
    "default": { "docker": { "image": <|7|>, "python_path": <|" "|>, "entrypoint": <|[]|> } },
    "site-1": { "docker": { "num_of_gpus": <|"1"|>, "shm_size": <|"8 GB"|> } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "docker": { "num_of_gpus": <|true|> } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "site-1": { "docker": { "image": "nvflare:2.9", "entrypoint": ["sh", "-c"], "num_of_gpus": 0, "shm_size": "1.5gb" } } } }`,
  ],
};
