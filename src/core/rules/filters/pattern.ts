import { EXECUTORS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'filters/pattern',
  severity: 'warning',
  stage: 'never',
  summary: 'a filter is for a pattern of tasks, so it never runs',
  *check({ wiring }) {
    for (const { config, chains } of wiring.configs) {
      for (const { tasks } of chains) {
        for (const task of tasks.names) {
          if (!task.value.includes('*')) continue;
          yield {
            file: config.file,
            at: task,
            message: `filters are found by the exact name of a task, so one for "${task.value}" never runs; name the tasks one by one`,
          };
        }
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Executors may be for patterns such as `train*`, filters may not: NVFLARE looks for a filter under exactly the name of the task. A privacy filter for `*` is off without a word.',
  remedy: 'Name every task that the filter is for.',
  sources: ['nvflare/private/fed_json_config.py', 'nvflare/private/fed/utils/fed_utils.py'],
  covers: ['MIS-10'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": [<|"*"|>], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
  ],
};
