import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { get } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/name-not-a-string',
  severity: 'error',
  stage: 'never',
  summary: 'the name of the job is not a string',
  check({ job }) {
    const { meta, metaObject, target } = job;
    const node = metaObject && get(metaObject, 'name');
    if (!meta || !node || node.kind === 'string' || isFalsy(node) !== false) return [];
    const isScalar = node.kind === 'integer' || node.kind === 'boolean';
    const forAll = isSince(target, '2.8');
    return [
      {
        at: node,
        message: `name must be a string, not ${describe(node)}; ${forAll ? 'while the server holds such a job, nobody can list jobs' : 'jobs can then not be listed by name'}`,
        severity: forAll ? 'error' : 'warning',
        fixes: isScalar
          ? [treeFix(`Change to "${node.value}"`, meta.file, { kind: 'replace', node, value: String(node.value) }, true)]
          : [],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'Nobody checks the name. Since 2.8 the server cannot list any jobs for any user while it holds one whose name is not a string; before, it could not list them by name. In HOCON and YAML a name of digits, or `yes`, is such a value unless it stands in quotes.',
  remedy: 'Put the name in quotes.',
  sources: ['nvflare/private/fed/server/job_cmds.py'],
  covers: ['MIS-09'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": <|2024|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.conf
name = <|2024|>
deploy_map { app = ["@ALL"] }`,
    `
--- meta.yml
name: <|yes|>
deploy_map: { app: ["@ALL"] }`,
    `
--- target 2.7
--- meta.json
{ "name": <|["demo"]|>, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "2024", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": null, "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
