import { ALL_SITES } from '../../job/job-def';
import type { Job } from '../../job/model';
import { describe } from '../../job/participants';
import type { ConfigNode } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { isWhole } from './_deploy-to-all';

export const rule: Rule = {
  code: 'deploy-map/not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'deploy_map is not an object of apps',
  check({ job }) {
    const value = job.deployment.entry?.value;
    if (!value || value.kind === 'object' || value.kind === 'unknown' || isFalsy(value) !== false) return [];
    return [
      {
        at: value,
        message: `deploy_map must be an object of apps and their sites, not ${describe(value)}`,
        fixes: asMap(job, value),
      },
    ];
  },
};

/** Where just one folder is an app with all that it needs, that is the one that is meant. */
function asMap({ meta, apps }: Job, node: ConfigNode): readonly Fix[] {
  const [only, ...others] = [...apps.values()].filter(({ server, client }) => server ?? client);
  if (!meta || !isWhole(only) || others.length > 0) return [];
  const edit = { kind: 'replace', node, value: { [only.name]: [ALL_SITES] } } as const;
  return [treeFix(`Deploy "${only.name}" to all sites`, meta.file, edit)];
}

export const about: RuleAbout = {
  why: 'The server expects an object whose keys are app folders and whose values are their sites. Any other value is refused; before 2.8 the server answered with an internal error.',
  remedy: 'Write `{ "app": ["server", "site-1"] }` with the name of your app folder.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": <|["server", "site-1"]|> }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": <|"app"|> }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
