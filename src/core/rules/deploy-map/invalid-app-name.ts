import { isJobName } from '../../job/job-def';
import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { type Entry, keyRange } from '../../tree/node';
import type { Change, Fix } from '../finding';
import { fixOf, renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/invalid-app-name',
  severity: 'error',
  stage: 'submit',
  summary: 'an app has a name that the server refuses',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    for (const { entry, name } of job.deployment.apps) {
      if (entry.keyKind !== undefined) {
        yield {
          at: keyRange(entry),
          message: `an app's name must be a string; ${name} is read as another type here. Put it in quotes`,
          fixes: job.meta && job.sources.folders.has(name) ? [renameKey(job.meta.file, entry, name, true)] : [],
        };
      } else if (!isJobName(name)) {
        const text = name === '' ? 'an app has an empty name' : `"${name}" cannot be the name of an app`;
        yield {
          at: keyRange(entry),
          message: `${text}; a name starts with a letter or digit and goes on with letters, digits, ".", "_" and "-"`,
          fixes: renameApp(job, entry),
        };
      }
    }
  },
};

/** The name without blanks around it, with underscores for what else is not allowed, for the key and for its folder. */
function renameApp({ meta, apps, sources, deployment }: Job, entry: Entry): readonly Fix[] {
  // The folder that the key means is told by `apps/missing`.
  if (!apps.get(entry.key)?.exists && sources.folders.has(entry.key.trim())) return [];
  const name = entry.key
    .trim()
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '');
  const isTaken = sources.folders.has(name) || sources.files.has(name) || deployment.apps.some((app) => app.name === name);
  if (!meta || entry.key === '' || !isJobName(name) || isTaken || entry.key.includes('/')) return [];
  const rename: Change = { kind: 'tree', file: meta.file, edit: { kind: 'rename-key', entry, key: name } };
  const folder: readonly Change[] = apps.get(entry.key)?.exists ? [{ kind: 'rename', from: entry.key, to: name }] : [];
  return [fixOf(`Rename to "${name}"${folder.length > 0 ? ', with its folder' : ''}`, [rename, ...folder])];
}

export const about: RuleAbout = {
  why: 'Since 2.8 the name of an app starts with a letter or digit and goes on with letters, digits, dots, underscores and hyphens. The name is also the name of its folder, directly in the job folder.',
  remedy: 'Rename the key and the folder.',
  sources: ['nvflare/apis/utils/format_check.py', 'nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { <|"my app"|>: ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server"], <|"apps/client"|>: ["site-1"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
