import type { StringNode } from '../../tree/node';
import { EXECUTORS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'filters/two-chains',
  severity: 'error',
  stage: 'run',
  summary: 'two filter lists of one section are for the same task and direction',
  *check({ wiring }) {
    for (const { config, chains } of wiring.configs) {
      const seen = new Map<string, StringNode>();
      for (const { section, direction, tasks } of chains) {
        if (!direction) continue;
        for (const task of tasks.names) {
          for (const way of direction === 'inout' ? ['in', 'out'] : [direction]) {
            const key = `${section} ${way} ${task.value}`;
            const first = seen.get(key);
            if (!first) seen.set(key, task);
            else {
              yield {
                file: config.file,
                at: task,
                message: `${section} has filters for task "${task.value}", direction "${way}", already; put all of them into one list`,
                related: [{ file: config.file, range: first, message: `task "${task.value}" stands here first` }],
              };
              break;
            }
          }
        }
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'For one task and direction there is one list of filters in a section. A second one ends the job with a configuration error.',
  remedy: 'Put the filters into one list, in the order in which they shall run.',
  sources: ['nvflare/private/fed_json_config.py'],
  covers: ['MIS-39'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [
  { "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] },
  { "tasks": [<|"train"|>], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [
  { "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] },
  { "tasks": ["train"], "direction": "in", "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
  ],
};
