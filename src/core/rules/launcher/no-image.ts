import { LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../../job/job-def';
import { isSince } from '../../job/release';
import { launcherLayers } from '../../job/site-blocks';
import { lookUp } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { optionsOf } from './_modes';

export const rule: Rule = {
  code: 'launcher/no-image',
  severity: 'warning',
  stage: 'run',
  summary: 'a job has options for a container, but no image',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    const mayComeFromStudy = isSince(job.target, '2.9');
    for (const mode of ['docker', 'k8s'] as const) {
      for (const { block, entry } of optionsOf(job, mode)) {
        if (block.key === LAUNCHER_DEFAULT || block.key === RESOURCE_DEFAULT) continue;
        const layers = launcherLayers(job, block, mode);
        if (!layers.certain || layers.odd || !layers.list.some(({ object }) => object === entry.value)) continue;
        const image = lookUp(layers, 'image');
        if (image && isFalsy(image.entry.value) !== true) continue;
        yield {
          at: image ? image.entry.value : keyRange(entry),
          message: `"${block.key}" has options for "${mode}", but ${image ? 'an empty image' : 'no image'} to start the job in${mayComeFromStudy ? '; it starts only where the study has one' : '; add "image"'}`,
          ...(mayComeFromStudy ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'The launchers for Docker and Kubernetes start a job in the image that it names for the site, in the block of the site or in `default`. Without one the job does not start there, unless, since 2.9, the study of the job has an image at that site.',
  remedy: 'Add `image` to the block of the site, or to `default`.',
  sources: ['nvflare/app_opt/job_launcher/docker_launcher.py', 'nvflare/app_opt/job_launcher/k8s_launcher.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "site-1": { <|"docker"|>: { "shm_size": "8g" } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "site-1": { "docker": { "image": <|""|> }, <|"k8s"|>: { "cpu": "4" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { "docker": { "image": "nvflare:2.9" } }, "site-1": { "docker": { "shm_size": "8g" } } } }`,
  ],
};
