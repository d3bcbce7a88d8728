import { isJobName } from '../../job/job-def';
import { keyRange } from '../../tree/node';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { meantFolders } from './_meant-folder';

export const rule: Rule = {
  code: 'apps/not-deployed',
  severity: 'warning',
  stage: 'never',
  summary: 'a folder of the job is an app that the deploy map does not name',
  needs: 'unsound-apps',
  *check({ job }) {
    const { deployment, meta } = job;
    const map = deployment.entry?.value;
    if (!deployment.entry || map?.kind !== 'object' || !deployment.certain || !meta) return;
    // Where a key has no folder and means this one, one finding is enough.
    const meantBy = meantFolders(job);
    const meant = new Set(deployment.apps.map(({ name }) => meantBy(name)));
    for (const app of job.unsoundApps) {
      if (app.deployed || meant.has(app.name)) continue;
      const config = app.server ?? app.client;
      const canAdd = isJobName(app.name) && !deployment.allSites;
      yield {
        at: keyRange(deployment.entry),
        message: `folder "${app.name}" looks like an app, but deploy_map does not name it, so no site gets it; deploy it, or move it out of the job`,
        related: config ? [{ file: config.file, range: { start: 0, end: 0 }, message: `a configuration of "${app.name}"` }] : [],
        fixes: canAdd
          ? [treeFix(`Add "${app.name}" to deploy_map`, meta.file, { kind: 'add-entry', object: map, key: app.name, value: [] })]
          : [],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The folder is packed and uploaded with the job, but no site gets it.',
  remedy: 'Deploy the app to sites, or move the folder out of the job.',
  sources: ['nvflare/private/fed/server/job_runner.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"deploy_map"|>: { "app": ["server", "site-1"] } }
--- app2/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- meta.json
{ "name": "demo", <|"deploy_map"|>: { "app": ["@ALL"] } }
--- app2/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }
--- data/config/readme.txt
not an app`,
  ],
};
