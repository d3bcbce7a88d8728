import { CONFIG_ENDINGS } from '../../formats/index';
import { isJobName } from '../../job/job-def';
import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import type { Change } from '../finding';
import { fixOf } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'job/legacy-app',
  severity: 'warning',
  stage: 'submit',
  summary: 'the folder is an app without a job around it',
  kinds: ['legacy-app'],
  needs: 'another-kind',
  *check({ job }) {
    if (!isSince(job.target, '2.4') || job.sources.truncated) return;
    yield {
      file: firstConfig(job) ?? 'meta.json',
      at: { start: 0, end: 0 },
      message:
        'this folder is an app in the form of before 2.1, with no meta file; the simulator takes it, the server refuses it',
      fixes: [fixOf('Make it a job that deploys the app to all sites', wrapped(job))],
    };
  },
};

export const about: RuleAbout = {
  why: 'Before 2.1 an app with `config` and `custom` was submitted as it is. The simulator still takes such a folder and runs it on all sites; the server refuses it since 2.4, because it has no meta file.',
  remedy: 'Move `config` and `custom` into a folder of their own and add a `meta.json` that deploys it.',
  sources: ['nvflare/apis/utils/job_utils.py', 'nvflare/private/fed/server/job_meta_validator.py'],
};

function firstConfig({ sources }: Job): string | undefined {
  for (const stem of ['config_fed_server', 'config_fed_client']) {
    for (const [ending] of CONFIG_ENDINGS) if (sources.files.has(`config/${stem}${ending}`)) return `config/${stem}${ending}`;
  }
  return [...sources.files.keys()].find((path) => path.startsWith('config/'));
}

function wrapped({ sources }: Job): readonly Change[] {
  const name = isJobName(sources.name) ? sources.name : 'app';
  const meta = { name, min_clients: 1, deploy_map: { app: ['@ALL'] } };
  const moved = ['config', 'custom'].filter((folder) => sources.folders.has(folder));
  return [
    { kind: 'create-folder', folder: 'app' },
    ...moved.map((folder): Change => ({ kind: 'rename', from: folder, to: `app/${folder}` })),
    { kind: 'create-file', file: 'meta.json', text: `${JSON.stringify(meta, null, 2)}\n` },
  ];
}

export const examples: RuleExamples = {
  bad: [
    `
--- !meta.json
--- !app
--- config/config_fed_server.json
<||>{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "persistor_id": "" } }] }
--- config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- target 2.3
--- !meta.json
--- !app
--- config/config_fed_server.json
{ "format_version": 2 }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
