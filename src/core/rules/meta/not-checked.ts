import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/not-checked',
  severity: 'error',
  stage: 'pack',
  summary: 'the meta file could not be opened, or is too large to be checked',
  needs: 'unsound-meta',
  check({ job }) {
    const { meta, sources } = job;
    if (meta?.unreadable === undefined) return [];
    const kind = sources.texts.get(meta.file)?.kind;
    if (kind === 'not-utf8') return [];
    const severity = kind === 'too-large' ? 'warning' : 'error';
    return [
      {
        at: { start: 0, end: 0 },
        severity,
        message: `nothing in ${meta.file} was checked: ${meta.unreadable}; ${kind === 'too-large' ? 'move data out of it' : 'let it be read'}`,
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'Nothing that stands in the file was checked. What the computer does not let us read, the submitting tool cannot pack either.',
  remedy: 'Let the file be read; move data that made it large to where the job reads it at run time.',
  sources: ['nvflare/fuel/utils/zip_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- unreadable meta.json`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
