import { isSince } from '../../job/release';
import { DOCKER_RESERVED } from '../../job/site-blocks-options';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { optionsOf } from './_modes';

export const rule: Rule = {
  code: 'launcher/ignored-docker-option',
  severity: 'warning',
  stage: 'never',
  summary: 'a Docker option is one that the launcher sets itself',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.8') || isSince(job.target, '2.9')) return;
    for (const { options } of optionsOf(job, 'docker')) {
      for (const entry of options.value.list) {
        if (!DOCKER_RESERVED.includes(entry.key)) continue;
        yield {
          at: keyRange(entry),
          message: `the launcher for Docker sets "${entry.key}" itself and ignores what the job says`,
          fixes: [removeKey(metaFile(job), options, entry)],
          tag: 'unnecessary',
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'In 2.8 the launcher for Docker hands most options on, but sets folders, network, environment, command, name and user itself. What a job says about them is ignored, with a warning in the log of the site. In 2.9 the server refuses such a job.',
  remedy: 'Take the option out.',
  sources: ['nvflare/app_opt/job_launcher/docker_launcher.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "docker": { "image": "nvflare:2.8", <|"volumes"|>: ["/data:/data"] } } } }`,
  ],
  good: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "docker": { "image": "nvflare:2.8", "ipc_mode": "host" } } } }`,
  ],
};
