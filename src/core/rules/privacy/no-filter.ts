import { leaving } from '../../leaving/leaving';
import type { OutgoingPath } from '../../leaving/path';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'privacy/no-filter',
  severity: 'warning',
  stage: 'never',
  byDefault: 'off',
  summary: 'what a client sends passes no privacy filter',
  *check({ job, wiring }) {
    for (const { paths } of leaving(job, wiring).apps) {
      for (const path of paths) {
        if (path.privacy.kind === 'none') yield { file: path.file, at: path.range, message: messageFor(path) };
      }
    }
  },
};

function messageFor({ task, message, filters }: OutgoingPath): string {
  const [what, section, remedy] =
    message === 'result'
      ? ['the result of', 'task_result_filters', '']
      : ['what goes to other clients with', 'task_data_filters', ' with the direction "out"'];
  const passes = filters.length === 0 ? 'no filter' : 'no privacy filter';
  return `${what} the task "${task}" passes ${passes}; add one for this task to ${section}${remedy}`;
}

export const about: RuleAbout = {
  why: 'NVFLARE sends the results of tasks as they are unless filters change them. A project may want every job to have a privacy filter of its own: differential privacy (SVTPrivacy), PercentilePrivacy, ExcludeVars, homomorphic encryption (HEModelEncryptor), StatisticsPrivacyFilter, DXOBlocker, or a class that inherits from one of them. A filter counts only where it acts on the kind of data that leaves. Filters that a site adds by its own privacy policy are not in the job and do not count. Nothing is said where it cannot be known what a filter does.',
  remedy:
    'Put a privacy filter into `task_result_filters` of the client for this task; for what clients send one another, into `task_data_filters` with the direction `out`. To be told of it, give the rule a severity in the settings.',
  sources: ['nvflare/private/fed/client/client_runner.py', 'nvflare/apis/utils/task_utils.py', 'nvflare/apis/dxo_filter.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": [<|"train"|>], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": [<|"train"|>], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy", "args": { "data_kinds": ["WEIGHT_DIFF"] } }] }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.percentile_privacy.PercentilePrivacy" }] }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "guard.Guard" }] }] }
--- app/custom/guard.py
from nvflare.apis.filter import Filter


class Guard(Filter):
    def process(self, shareable, fl_ctx):
        return shareable`,
  ],
};
