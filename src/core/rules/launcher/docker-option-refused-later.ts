import { isSince } from '../../job/release';
import { DOCKER_RESERVED, launcherOption } from '../../job/site-blocks-options';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { optionsOf } from './_modes';

export const rule: Rule = {
  code: 'launcher/docker-option-refused-later',
  severity: 'info',
  stage: 'never',
  summary: 'a Docker option works in 2.8, but is refused by 2.9',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.8') || isSince(job.target, '2.9')) return;
    for (const { options } of optionsOf(job, 'docker')) {
      for (const entry of options.value.list) {
        if (launcherOption('docker', entry.key) || DOCKER_RESERVED.includes(entry.key)) continue;
        yield {
          at: keyRange(entry),
          message: `NVFLARE 2.9 refuses a job that sets the Docker option "${entry.key}"`,
          fixes: [removeKey(metaFile(job), options, entry)],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'In 2.8 the launcher for Docker hands nearly every option of a job on to Docker. A server of 2.9 refuses a job with other options than `image`, `python_path`, `entrypoint`, `num_of_gpus` and `shm_size`.',
  remedy: 'Ask the sites to set the option, before the federation moves to 2.9.',
  sources: ['nvflare/app_opt/job_launcher/docker_launcher.py', 'nvflare/utils/job_launcher_utils.py'],
  covers: ['MIS-34'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "docker": { "image": "nvflare:2.8", <|"ipc_mode"|>: "host" } } } }`,
  ],
  good: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "docker": { "image": "nvflare:2.8", "shm_size": "8g" } } } }`,
  ],
};
