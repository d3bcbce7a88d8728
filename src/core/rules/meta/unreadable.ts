import { isSince } from '../../job/release';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { refusals } from '../unreadable-file';

export const rule: Rule = {
  code: 'meta/unreadable',
  severity: 'error',
  stage: 'submit',
  summary: 'the meta file cannot be read by NVFLARE',
  needs: 'unsound-meta',
  *check({ job }) {
    const { meta, sources, target } = job;
    if (!meta) return;
    const source = sources.texts.get(meta.file);
    if (source?.kind === 'not-utf8') {
      // Up to 2.3 Python's json found out the encoding of the bytes itself, and a mark at their start may be one of UTF-16.
      if (!isSince(target, '2.4') && source.offset === 0) return;
      yield {
        at: { start: 0, end: 0 },
        message: `${meta.file} is not UTF-8 text (byte ${source.offset}), so the server refuses the job; save it as UTF-8`,
      };
    } else if (meta.unreadable === undefined) {
      const then = { reject: 'the server refuses the job', crash: 'the server answers with an internal error' };
      yield* refusals(meta, then);
    }
  },
};

export const about: RuleAbout = {
  why: 'A mistake in a JSON file, and a file that is not UTF-8, is answered with its reason. A mistake in a HOCON or YAML file is answered with an internal error that says nothing of the place. OmegaConf 2.3 refuses a tab between values, which 2.4 takes; NVFLARE does not say which of them is installed, so that is a warning.',
  remedy: 'Correct the text at the marked place.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/fuel/utils/config_factory.py'],
  covers: ['MIS-44'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo" <|"deploy_map"|>: { "app": ["@ALL"] } }`,
    `
--- meta.conf
name = demo
deploy_map { app = [<|@|>ALL] }`,
    `
--- meta.yml
name:<|\t|>demo
deploy_map: { app: ["@ALL"] }`,
    `
--- not-utf8 meta.json`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.conf
name = demo // a comment
deploy_map { app = ["@ALL"] }`,
  ],
};
