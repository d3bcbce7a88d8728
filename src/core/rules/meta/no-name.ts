import { entry, keyRange } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/no-name',
  severity: 'hint',
  stage: 'pack',
  summary: 'the job has no name',
  check({ job }) {
    const { meta, metaObject, sources } = job;
    if (!meta || !metaObject) return [];
    const found = entry(metaObject, 'name');
    if (isFalsy(found?.value) !== true || (!found && metaObject.value.incomplete)) return [];
    const value = sources.name;
    const fix = found
      ? treeFix(`Name it "${value}"`, meta.file, { kind: 'replace', node: found.value, value })
      : treeFix(`Name it "${value}"`, meta.file, { kind: 'add-entry', object: metaObject, key: 'name', value, after: null });
    return [
      {
        at: found ? keyRange(found) : { start: metaObject.start, end: Math.min(metaObject.start + 1, metaObject.end) },
        message: 'the job has no name; lists will show the name of the submitted folder, which "nvflare job submit" makes up',
        fixes: value === '' ? [] : [fix],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'Lists of jobs then show the name of the submitted folder, and `nvflare job submit` submits a copy of the folder with a random name. A name at the start also keeps that command from losing the rest of a file that starts with an object.',
  remedy: 'Add `name` as the first key.',
  sources: ['nvflare/private/fed/server/cmd_utils.py', 'nvflare/tool/job/job_cli.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
<|{|> "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ <|"name"|>: "", "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
