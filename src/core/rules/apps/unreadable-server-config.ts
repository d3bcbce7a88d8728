import { isSince } from '../../job/release';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { refusals, submittedServerConfigs } from '../unreadable-file';

export const rule: Rule = {
  code: 'apps/unreadable-server-config',
  severity: 'error',
  stage: 'submit',
  summary: 'the server configuration cannot be read',
  needs: 'unsound-apps',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    for (const config of submittedServerConfigs(job)) {
      yield* refusals(config, {
        reject: 'the server refuses the job without naming this file',
        crash: 'the server answers with an internal error',
      });
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 the server parses `config_fed_server` when a job is submitted. It refuses a JSON mistake without naming the file, and answers with an internal error to a mistake in HOCON or YAML. OmegaConf 2.3 refuses a tab between values, which 2.4 takes; NVFLARE does not say which of them is installed, so that is a warning.',
  remedy: 'Correct the text at the marked place.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "persistor_id": "" } }], <|}|>`,
  ],
  good: [
    `
--- app/config/notes.json
{ "not": "read", }`,
  ],
};
