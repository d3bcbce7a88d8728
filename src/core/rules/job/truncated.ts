import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'job/truncated',
  severity: 'info',
  stage: 'never',
  summary: 'the job folder holds so many files that not all were looked at',
  kinds: ['job', 'legacy-app', 'template'],
  *check({ job }) {
    const { files, folders, truncated } = job.sources;
    if (!truncated) return;
    yield {
      at: { start: 0, end: 0 },
      message: `the folder holds more than the ${files.size + folders.size} files and folders that were looked at; all of it is packed and sent; move what no app needs out of it`,
    };
  },
};

export const about: RuleAbout = {
  why: 'Every file below the folder is packed, sent to the server and from there to each site. A folder with many thousand files usually carries data, environments or results that do not belong in a job.',
  remedy: 'Move what the apps do not need out of the job folder.',
  sources: ['nvflare/fuel/utils/zip_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- truncated`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
