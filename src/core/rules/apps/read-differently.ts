import { differences, LOADERS } from '../read-differently';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'apps/read-differently',
  severity: 'warning',
  stage: 'never',
  summary:
    'something in a configuration of an app is read otherwise than it looks, or not by every version of the library that reads it',
  needs: 'unsound-apps',
  *check({ job }) {
    for (const app of job.unsoundApps) {
      if (!app.deployed) continue;
      if (app.server && app.goesToServer) yield* differences(app.server);
      if (app.client && app.goesToClients) yield* differences(app.client);
    }
  },
};

export const about: RuleAbout = {
  why: 'HOCON and YAML have rules of their own for strings without quotes, and the libraries that NVFLARE reads them with differ from their definitions in places. NVFLARE does not say which OmegaConf a site installs, and 2.4 refuses a colon without a space behind it in brackets.',
  remedy: 'Put strings in quotes, and spaces between values.',
  sources: LOADERS,
  covers: ['MIS-44'],
};

const client = (args: string) => `
--- !app/config/config_fed_client.json
--- app/config/config_fed_client.yml
format_version: 2
executors:
  - tasks: [train]
    executor: { path: nvflare.app_common.np.np_trainer.NPTrainer${args} }`;

export const examples: RuleExamples = {
  bad: [client(', args: { model_dir<|:|>}')],
  good: [client('')],
};
