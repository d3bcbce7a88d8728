import { refusalOf } from '../../formats/document';
import { describe } from '../../job/participants';
import { isFalsy } from '../../tree/query';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'the meta file holds something else than keys and values',
  needs: 'unsound-meta',
  check({ job }) {
    if (!job.meta) return [];
    const { document, file } = job.meta;
    const { root } = document;
    if (root.kind === 'object' || root.kind === 'unknown' || isFalsy(root) !== false || refusalOf(document)) return [];
    return [
      { at: root, message: `${file} must hold an object, not ${describe(root)}; the server answers with an internal error` },
    ];
  },
};

export const about: RuleAbout = {
  why: 'The server asks the value of the file for its keys. It answers a list or a single value with an internal error.',
  remedy: 'Write an object: `{ "name": "my-job", "deploy_map": { "app": ["@ALL"] } }`.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
<|[{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }]|>`,
    `
--- meta.json
<|"demo"|>`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
