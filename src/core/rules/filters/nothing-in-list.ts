import { describe } from '../../job/participants';
import { entry } from '../../tree/node';
import { EXECUTORS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'filters/nothing-in-list',
  severity: 'error',
  stage: 'run',
  summary: 'an entry of a filter section has no list of filters',
  *check({ wiring }) {
    for (const { config, chains } of wiring.configs) {
      for (const { node } of chains) {
        const found = entry(node, 'filters');
        if (found?.value.kind === 'unknown' || (!found && node.value.incomplete)) continue;
        if (found?.value.kind === 'array' && found.value.value.length > 0) continue;
        const at = found?.value ?? { start: node.start, end: Math.min(node.start + 1, node.end) };
        const what = !found ? 'it is missing' : found.value.kind === 'array' ? 'it is empty' : `it is ${describe(found.value)}`;
        yield { file: config.file, at, message: `"filters" must be a list with at least one filter, but ${what}` };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Each entry of `task_data_filters` and `task_result_filters` needs a list of filters with at least one element. The job ends with a configuration error otherwise.',
  remedy: 'Add a filter, or remove the entry.',
  sources: ['nvflare/private/fed_json_config.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": ["train"], "filters": <|[]|> }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [] }`,
  ],
};
