import { isSince } from '../../job/release';
import { COMPONENTS, EXECUTORS, WORKFLOWS } from '../config/_healthy';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { refusals } from '../unreadable-file';

export const rule: Rule = {
  code: 'apps/unreadable-config',
  severity: 'error',
  stage: 'deploy',
  summary: 'a configuration of an app cannot be read',
  needs: 'unsound-apps',
  *check({ job }) {
    const isServerRead = isSince(job.target, '2.9');
    for (const app of job.unsoundApps) {
      if (!app.deployed) continue;
      if (app.server && app.goesToServer && !isServerRead) yield* refusals(app.server, WHAT_THEN);
      if (app.client && app.goesToClients) yield* refusals(app.client, WHAT_THEN);
    }
  },
};

export const about: RuleAbout = {
  why: 'Nobody reads it when the job is submitted. Each site that gets the app refuses it then; the simulator goes on and ends with exit code 0. OmegaConf 2.3 refuses a tab between values, which 2.4 takes; NVFLARE does not say which of them is installed, so that is a warning.',
  remedy: 'Correct the text at the marked place.',
  sources: ['nvflare/private/fed/utils/app_authz.py', 'nvflare/fuel/utils/config_factory.py'],
  covers: ['MIS-25'],
};

const WHAT_THEN = { reject: 'the sites that get the app refuse it', crash: 'the sites that get the app refuse it' };

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS} <|]|>`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer",
  "args": { "sleep_time": <|None|> } } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } <|]|> }`,
    `
--- target 2.8
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, ${COMPONENTS} <|]|>`,
  ],
  good: [
    `
--- app/config/notes.json
{ "not": "read", }`,
  ],
};
