import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { changedByPacking } from './_files';

export const rule: Rule = {
  code: 'pack/value-changes',
  severity: 'warning',
  stage: 'pack',
  summary: 'nvflare job submit would change a value',
  needs: 'packing-changes',
  *check({ job }) {
    for (const { file, packing } of changedByPacking(job)) {
      if (packing.kind !== 'packed') continue;
      for (const { what, at } of packing.damage) {
        if (what === 'a key') continue;
        const how = what === 'a number' ? 'by a name that is not read as a number' : 'so that it is read as another';
        yield {
          file,
          at,
          message: `"nvflare job submit" writes this value ${how}; submit by the FLARE API or the admin console`,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.4 the command `nvflare job submit` writes each configuration anew with pyhocon. NaN and the infinities come out as `nan` and `inf`, which JSON cannot read; in HOCON, control characters, and tabs and three quotes in texts of several lines, are not read as they were. The FLARE API and the admin console send files unchanged.',
  remedy: 'Write the value in another way, or submit the job by the FLARE API or the admin console.',
  sources: ['nvflare/utils/cli_utils.py'],
  covers: ['MIS-16'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "limit": <|Infinity|> }`,
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }
notes = <|"\\n say \\"\\"\\"yes"|>`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "limit": 1e300, "notes": "\\n say \\"yes\\"\\u0001" }`,
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }
notes = "say \\"yes\\" \\\\ \\n twice"`,
  ],
};
