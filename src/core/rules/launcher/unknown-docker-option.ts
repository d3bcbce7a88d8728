import { isSince } from '../../job/release';
import { launcherOptions } from '../../job/site-blocks-options';
import { nearest } from '../../text/nearest';
import { entry, keyRange } from '../../tree/node';
import { removeKey, renameKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { optionsOf } from './_modes';

export const rule: Rule = {
  code: 'launcher/unknown-docker-option',
  severity: 'error',
  stage: 'submit',
  summary: 'a Docker option is not among those that a job may set',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    const known = launcherOptions('docker', job.target).map((option) => option.name);
    for (const { options } of optionsOf(job, 'docker')) {
      for (const found of options.value.list) {
        if (!found.keyKind && known.includes(found.key)) continue;
        const near = nearest(found.key, known);
        const fixes = [removeKey(metaFile(job), options, found)];
        if (near && !entry(options, near)) fixes.unshift(renameKey(metaFile(job), found, near));
        yield {
          at: keyRange(found),
          message: near
            ? `a job may not set the Docker option "${found.key}"; did you mean "${near}"?`
            : `a job may not set the Docker option "${found.key}", only ${known.join(', ')}`,
          fixes,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 a job may set only `image`, `python_path`, `entrypoint`, `num_of_gpus` and `shm_size` for Docker; all else belongs to the site. The server refuses a job with any other option. In 2.8 options such as `ipc_mode` were handed on to Docker.',
  remedy: 'Take the option out, and ask the site to set it if the job needs it.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
  covers: ['MIS-34'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { "docker": { "image": "nvflare:2.9", <|"ipc_mode"|>: "host", <|"shmsize"|>: "8g" } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "docker": { "image": "nvflare:2.9", <|"device_requests"|>: [] } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "docker": { "image": "nvflare:2.9", "shm_size": "8g" } } } }`,
  ],
};
