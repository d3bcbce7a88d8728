import type { FilterChain } from '../../job/config/app-config';
import { taskFlow } from '../../job/config/task-flow';
import { takesTask } from '../../job/config/task-pattern';
import type { TreeEdit } from '../../tree/edit';
import type { StringNode } from '../../tree/node';
import { EXECUTORS } from '../config/_healthy';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';
import type { RuleAbout, RuleExamples, WiringContext, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'filters/pattern',
  severity: 'warning',
  stage: 'never',
  summary: 'a filter is for a pattern of tasks, so it never runs',
  *check({ job, wiring }) {
    for (const { config, chains } of wiring.configs) {
      for (const chain of chains) {
        const { tasks } = chain;
        for (const task of tasks.names) {
          if (!task.value.includes('*')) continue;
          yield {
            file: config.file,
            at: task,
            message: `filters are found by the exact name of a task, so one for "${task.value}" never runs; name the tasks one by one`,
            fixes: nameTasks({ job, wiring }, config.file, chains, chain, task),
          };
        }
      }
    }
  },
};

/** The tasks that are sent and that the pattern means, where all that are sent are known and no other list is for them. */
function nameTasks(
  { job, wiring }: WiringContext,
  file: string,
  chains: readonly FilterChain[],
  own: FilterChain,
  pattern: StringNode,
): readonly Fix[] {
  const { sent, passedOn, certain } = taskFlow(wiring);
  const list = own.tasks.entry?.value;
  if (!certain || list?.kind !== 'array') return [];
  const taken = new Set(
    chains.filter(({ section }) => section === own.section).flatMap(({ tasks }) => tasks.names.map(({ value }) => value)),
  );
  const names = new Set([...sent, ...passedOn].map(({ name }) => name));
  const meant = [...names].filter((name) => !taken.has(name) && takesTask(pattern.value, name, job.target));
  const [first, ...others] = meant;
  if (first === undefined) return [];
  const index = list.value.indexOf(pattern) + 1;
  const edits: readonly TreeEdit[] = [
    { kind: 'replace', node: pattern, value: first },
    ...others.map((value): TreeEdit => ({ kind: 'add-item', array: list, value, index })),
  ];
  return [
    fixOf(
      `Change to ${meant.map((name) => `"${name}"`).join(', ')}`,
      edits.map((edit) => ({ kind: 'tree', file, edit })),
    ),
  ];
}

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
