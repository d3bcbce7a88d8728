import { COMPONENTS, WORKFLOWS } from '../config/_healthy';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { missingConfigs } from './_missing-config';

export const rule: Rule = {
  code: 'apps/no-server-config',
  severity: 'error',
  stage: 'submit',
  summary: 'an app goes to the server but has no server configuration',
  needs: 'unsound-apps',
  check({ job }) {
    return missingConfigs(job, 'server');
  },
};

export const about: RuleAbout = {
  why: 'The server refuses a job when an app that goes to the server or to `@ALL` has no `config_fed_server` file directly in its folder `config`.',
  remedy: 'Create the file, or deploy the app to clients only.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- !app/config/config_fed_server.json
--- meta.json
{ "name": "demo", "deploy_map": { <|"app"|>: ["@ALL"] } }`,
    `
--- !app/config/config_fed_server.json
--- app/server/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, ${COMPONENTS} }
--- meta.json
{ "name": "demo", "deploy_map": { <|"app"|>: ["@ALL"] } }`,
    `
--- !app/config/config_fed_server.json
--- app/config/config_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "persistor_id": "" } }] }
--- meta.json
{ "name": "demo", "deploy_map": { <|"app"|>: ["server", "site-1"] } }`,
  ],
  good: [
    `
--- !app/config/config_fed_server.json
--- app/config/config_fed_server.conf
format_version = 2
workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { num_clients = 1 } }]
components = [{ id = persistor, path = "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }]
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
