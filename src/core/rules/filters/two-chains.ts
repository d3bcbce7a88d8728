import type { FilterChain } from '../../job/config/app-config';
import type { TreeEdit } from '../../tree/edit';
import { type ConfigNode, get, type StringNode } from '../../tree/node';
import { knownValue } from '../as-kind';
import { EXECUTORS } from '../config/_healthy';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'filters/two-chains',
  severity: 'error',
  stage: 'run',
  summary: 'two filter lists of one section are for the same task and direction',
  *check({ wiring }) {
    for (const { config, root, chains } of wiring.configs) {
      const seen = new Map<string, { readonly task: StringNode; readonly chain: FilterChain }>();
      for (const chain of chains) {
        const { section, direction, tasks } = chain;
        if (!direction) continue;
        for (const task of tasks.names) {
          for (const way of direction === 'inout' ? ['in', 'out'] : [direction]) {
            const key = `${section} ${way} ${task.value}`;
            const first = seen.get(key);
            if (!first) seen.set(key, { task, chain });
            else {
              yield {
                file: config.file,
                at: task,
                message: `${section} has filters for task "${task.value}", direction "${way}", already; put all of them into one list`,
                related: [{ file: config.file, range: first.task, message: `task "${task.value}" stands here first` }],
                fixes: intoOne(config.file, root && get(root, section), first.chain, chain),
              };
              break;
            }
          }
        }
      }
    }
  },
};

/** Where both lists are for the same tasks and direction and nothing else, they are one list in two parts. */
function intoOne(file: string, section: ConfigNode | undefined, first: FilterChain, second: FilterChain): readonly Fix[] {
  const names = ({ tasks }: FilterChain) => tasks.names.map(({ value }) => value).join();
  const target = get(first.node, 'filters');
  const filters = get(second.node, 'filters');
  const isSame = first !== second && first.direction === second.direction && names(first) === names(second);
  if (!isSame || section?.kind !== 'array' || target?.kind !== 'array' || filters?.kind !== 'array') return [];
  const values = filters.value.map(knownValue);
  if (values.includes(undefined)) return [];
  const edits: readonly TreeEdit[] = [
    ...values.map((value): TreeEdit => ({ kind: 'add-item', array: target, value })),
    { kind: 'remove-item', array: section, item: second.node },
  ];
  return [
    fixOf(
      'Put its filters into the first list',
      edits.map((edit) => ({ kind: 'tree', file, edit })),
    ),
  ];
}

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
