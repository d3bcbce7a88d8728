import { CLIENT_CONFIG, SERVER_CONFIG } from '../../job/files';
import { isJobName } from '../../job/job-def';
import type { App, Job } from '../../job/model';
import { isListed } from '../../job/sources';
import { type Entry, keyRange } from '../../tree/node';
import { COMPONENTS, EXECUTORS, WORKFLOWS } from '../config/_healthy';
import type { Change, Fix } from '../finding';
import { fixOf, renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { meantFolders } from './_meant-folder';
import { minimalConfig } from './_minimal-config';
import { moveConfigs, strayConfigs } from './_stray-configs';

export const rule: Rule = {
  code: 'apps/missing',
  severity: 'error',
  stage: 'submit',
  summary: 'the deploy map names an app that has no folder with a config folder in it',
  needs: 'unsound-apps',
  *check({ job }) {
    const meantBy = meantFolders(job);
    for (const { name, entry } of job.deployment.apps) {
      const app = job.apps.get(name);
      if (app?.hasConfigFolder || entry.keyKind !== undefined || !isListed(job.sources, name)) continue;
      const meant = meantBy(name);
      yield { at: keyRange(entry), message: message(job, name, app, meant), fixes: fixes(job, entry, app, meant) };
    }
  },
};

export const about: RuleAbout = {
  why: 'Each key of the deploy map is a folder directly in the job folder, with a folder `config` in it. The server refuses the job otherwise, also when the app goes to no site. Links to folders are not packed.',
  remedy: 'Create the folder, or write the name of the folder that is meant.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/fuel/utils/zip_utils.py'],
  covers: ['MIS-42'],
};

function message(job: Job, name: string, app: App | undefined, meant: string | undefined): string {
  const link = [name, `${name}/config`].find((folder) => job.sources.folders.get(folder)?.link);
  if (link !== undefined)
    return `"${link}" is a link to a folder, which is not packed into the job; put a copy of the folder in its place`;
  if (app?.exists) return `app "${name}" has no folder "config"; put its configurations into one`;
  return `there is no folder "${name}" in the job folder; ${meant === undefined ? 'create it, or correct the name' : `is "${meant}" meant?`}`;
}

function fixes(job: Job, entry: Entry, app: App | undefined, meant: string | undefined): readonly Fix[] {
  const file = job.meta?.file;
  if (!file) return [];
  if (meant !== undefined) return [renameKey(file, entry, meant)];
  if (!isJobName(entry.key) || !app) return [];
  const moves = app.exists ? strayConfigs(job, app.name) : [];
  if (moves.length > 0) return [moveConfigs(app.name, moves)];
  const create: Change[] = [{ kind: 'create-folder', folder: `${app.name}/config` }];
  if (app.goesToServer)
    create.push({ kind: 'create-file', file: `${app.name}/config/${SERVER_CONFIG}.json`, text: minimalConfig('server') });
  if (app.goesToClients)
    create.push({ kind: 'create-file', file: `${app.name}/config/${CLIENT_CONFIG}.json`, text: minimalConfig('client') });
  return [fixOf(`Create app "${app.name}"`, create)];
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { <|"ap"|>: ["@ALL"] } }`,
    `
--- !app/config
--- app/notes.txt
nothing yet
--- meta.json
{ "name": "demo", "deploy_map": { <|"app"|>: ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { <|"jobs/app"|>: ["@ALL"] } }`,
    `
--- !app/config
--- app/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, ${COMPONENTS} }
--- app/configs/config_fed_client.json
{ "format_version": 2, ${EXECUTORS} }
--- meta.json
{ "name": "demo", "deploy_map": { <|"app"|>: ["@ALL"] } }`,
    `
--- link linked/
--- meta.json
{ "name": "demo", "deploy_map": { <|"linked"|>: ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
