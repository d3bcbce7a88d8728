import { CLIENT_CONFIG, SERVER_CONFIG } from '../../job/files';
import { isJobName } from '../../job/job-def';
import type { App, Job } from '../../job/model';
import { isListed } from '../../job/sources';
import { nearest } from '../../text/nearest';
import { keyRange } from '../../tree/node';
import type { Change, Fix } from '../finding';
import { fixOf, renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { minimalConfig } from './_minimal-config';

export const rule: Rule = {
  code: 'apps/missing',
  severity: 'error',
  stage: 'submit',
  summary: 'the deploy map names an app that has no folder with a config folder in it',
  *check({ job }) {
    for (const { name, entry } of job.deployment.apps) {
      const app = job.apps.get(name);
      if (app?.hasConfigFolder || entry.keyKind !== undefined || !isListed(job.sources, name)) continue;
      yield { at: keyRange(entry), message: message(job, name, app), fixes: fixes(job, name, app) };
    }
  },
};

export const about: RuleAbout = {
  why: 'Each key of the deploy map is a folder directly in the job folder, with a folder `config` in it. The server refuses the job otherwise, also when the app goes to no site. Links to folders are not packed.',
  remedy: 'Create the folder, or write the name of the folder that is meant.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/fuel/utils/zip_utils.py'],
  covers: ['MIS-42'],
};

function message(job: Job, name: string, app: App | undefined): string {
  const link = [name, `${name}/config`].find((folder) => job.sources.folders.get(folder)?.link);
  if (link !== undefined)
    return `"${link}" is a link to a folder, which is not packed into the job; the server will miss app "${name}"`;
  if (app?.exists) return `app "${name}" has no folder "config"`;
  return `there is no folder "${name}" in the job folder`;
}

function fixes(job: Job, name: string, app: App | undefined): readonly Fix[] {
  const entry = app?.deployed?.entry;
  const file = job.meta?.file;
  if (!isJobName(name) || !app || !entry || !file) return [];
  const free = [...job.apps.values()].filter((other) => !other.deployed && other.hasConfigFolder).map((other) => other.name);
  const near = nearest(name, free) ?? (free.length === 1 ? free[0] : undefined);
  const rename = near === undefined ? [] : [renameKey(file, entry, near)];
  const create: Change[] = [{ kind: 'create-folder', folder: `${name}/config` }];
  if (app.goesToServer)
    create.push({ kind: 'create-file', file: `${name}/config/${SERVER_CONFIG}.json`, text: minimalConfig('server') });
  if (app.goesToClients)
    create.push({ kind: 'create-file', file: `${name}/config/${CLIENT_CONFIG}.json`, text: minimalConfig('client') });
  return [...rename, fixOf(`Create app "${name}"`, create)];
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
