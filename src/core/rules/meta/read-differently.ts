import { fixOf } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/read-differently',
  severity: 'warning',
  stage: 'never',
  summary: 'something in the meta file is read otherwise than it looks',
  *check({ job }) {
    if (!job.meta) return;
    const { file, document } = job.meta;
    for (const { refusal, message, range, fix } of document.problems) {
      if (refusal !== undefined) continue;
      const fixes = fix
        ? [
            fixOf(
              fix.title,
              fix.edits.map((edit) => ({ kind: 'text', file, edit })),
            ),
          ]
        : [];
      yield { at: range, message, fixes };
    }
  },
};

export const about: RuleAbout = {
  why: 'HOCON and YAML have rules of their own for texts without quotes, and the libraries that NVFLARE reads them with differ from their definitions in places. The job is accepted with another value than the one that seems to stand there.',
  remedy: 'Put texts in quotes.',
  sources: [
    'nvflare/fuel/utils/config_factory.py',
    'nvflare/fuel_opt/utils/pyhocon_loader.py',
    'nvflare/fuel_opt/utils/omegaconf_loader.py',
  ],
  covers: ['MIS-44'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.conf
name = "demo<|\t|>1"
deploy_map { app = ["@ALL"] }`,
  ],
  good: [
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }`,
  ],
};
