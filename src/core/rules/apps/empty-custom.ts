import type { Job } from '../../job/model';
import { isListed, namesIn } from '../../job/sources';
import { keyRange } from '../../tree/node';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'apps/empty-custom',
  severity: 'info',
  stage: 'deploy',
  summary: 'an app has a folder for custom code with nothing in it',
  needs: 'unsound-apps',
  *check({ job }) {
    for (const app of job.unsoundApps) {
      if (!app.deployed || !app.hasCustomFolder || app.customFiles.length > 0) continue;
      if (!isListed(job.sources, `${app.name}/custom`)) continue;
      yield {
        at: keyRange(app.deployed.entry),
        message: `${app.name}/custom is empty, but makes sites ask for the right to bring own code (BYOC)`,
        fixes: removeFolder(job, `${app.name}/custom`),
      };
    }
  },
};

/** What lies in it would keep the folder from going. */
function removeFolder({ sources }: Job, folder: string): readonly Fix[] {
  const { files, folders } = namesIn(sources, folder);
  if (files.length + folders.length > 0) return [];
  return [fixOf(`Remove the empty folder ${folder}`, [{ kind: 'delete-folder', folder }], true)];
}

export const about: RuleAbout = {
  why: 'The folder `custom` alone makes the job one that brings its own code (BYOC), even when it is empty. Each site then refuses the app unless the submitter may bring code there.',
  remedy: 'Remove the folder when the app needs no code of its own.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/private/fed/utils/app_authz.py'],
  covers: ['MIS-27'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/custom/
--- meta.json
{ "name": "demo", "deploy_map": { <|"app"|>: ["@ALL"] } }`,
  ],
  good: [
    `
--- app/custom/net.py
class Net: pass`,
  ],
};
