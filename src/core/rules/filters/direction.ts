import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { nearest } from '../../text/nearest';
import { EXECUTORS } from '../config/_healthy';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

const DIRECTIONS = ['in', 'out', 'inout'];

export const rule: WiringRule = {
  code: 'filters/direction',
  severity: 'error',
  stage: 'run',
  summary: 'the direction of a filter is none that NVFLARE knows',
  *check({ job, wiring }) {
    if (!isSince(job.target, '2.4')) return;
    for (const { config, chains } of wiring.configs) {
      for (const { directionEntry, direction } of chains) {
        const value = directionEntry?.value;
        if (!value || direction !== undefined || value.kind === 'unknown') continue;
        const near = value.kind === 'string' ? nearest(value.value, DIRECTIONS) : undefined;
        const fixes = near ? [treeFix(`Change to "${near}"`, config.file, { kind: 'replace', node: value, value: near })] : [];
        const what = value.kind === 'string' ? `"${value.value}"` : describe(value);
        yield { file: config.file, at: value, message: `the direction must be "in", "out" or "inout", not ${what}`, fixes };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.4 a filter may say for which direction it is: `in`, `out` or `inout`, in any letter case. Anything else ends the job with a configuration error.',
  remedy:
    'Write one of the three, or leave the key out: data then goes out of the server and into clients, results the other way.',
  sources: ['nvflare/private/fed_json_config.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": ["train"], "direction": <|"uot"|>, "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": ["train"], "direction": <|"outgoing"|>, "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": ["train"], "direction": "OUT", "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
  ],
};
