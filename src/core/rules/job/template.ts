import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'job/template',
  severity: 'info',
  stage: 'submit',
  summary: 'the folder is a template for jobs, not a job',
  kinds: ['template'],
  needs: 'another-kind',
  *check({ job }) {
    if (job.sources.truncated) return;
    yield {
      file: job.meta?.file ?? [...job.sources.files.keys()].find((path) => path.startsWith('config_fed_')) ?? 'meta.json',
      at: { start: 0, end: 0 },
      message: 'this folder is a template; "nvflare job create" makes a job of it, and only that can be submitted',
    };
  },
};

export const about: RuleAbout = {
  why: 'In a template the configurations lie beside the meta file, and places are left open in them. `nvflare job create` makes a job of it. The server refuses the template itself, because no app has a folder `config`. Templates are not checked further.',
  remedy: 'Run `nvflare job create` with it.',
  sources: ['nvflare/tool/job/job_cli.py', 'nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- !app
--- info.md
A template
--- config_fed_server.conf
format_version = 2
--- meta.conf
<||>name = "{name}"
deploy_map { app = ["@ALL"] }`,
    `
--- !meta.json
--- !app
--- info.md
A template
--- config_fed_server.conf
<||>format_version = 2`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
