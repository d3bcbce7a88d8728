import type { FilterChain } from '../../job/config/app-config';
import { taskFlow } from '../../job/config/task-flow';
import { executorFor, executorsAreKnown } from '../../job/config/task-takers';
import { SearchBudget } from '../../text/nearest';
import { EXECUTORS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { replaceTask } from '../tasks/_task-fixes';

export const rule: WiringRule = {
  code: 'filters/unknown-task',
  severity: 'warning',
  stage: 'never',
  summary: 'a filter is for a task that nothing sends and no executor is for',
  *check({ job, wiring }) {
    const hasChains = wiring.configs.some(({ chains }) => chains.length > 0);
    if (!hasChains || !job.deployment.certain) return;
    const { sent, passedOn, certain } = taskFlow(wiring);
    const names = new Set([...sent, ...passedOn].map(({ name }) => name));
    const budget = new SearchBudget();
    for (const config of wiring.configs) {
      const clients = config.side === 'client' ? [config] : wiring.configs.filter(({ side }) => side === 'client');
      if (clients.length === 0 || !clients.every(executorsAreKnown)) continue;
      const listed = new Set(
        clients.flatMap(({ executors }) => executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value))),
      );
      for (const task of config.chains.flatMap(({ tasks }: FilterChain) => tasks.names)) {
        if (names.has(task.value) || listed.has(task.value) || task.value.includes('*')) continue;
        // A pattern may take in what an unknown workflow sends.
        if (!certain && clients.some((client) => executorFor(client, task.value, job.target))) continue;
        const near = budget.nearest(task.value, () => [...names, ...[...listed].filter((name) => !name.includes('*'))]);
        yield {
          file: config.config.file,
          at: task,
          message: `no task "${task.value}" comes by here, so the filter never runs${near ? `; is "${near}" meant?` : ''}`,
          fixes: near ? replaceTask(config, task, near) : [],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Filters are looked up by the exact name of a task. A misspelt one is off without a word, which matters most for filters that guard privacy.',
  remedy: 'Correct the name of the task.',
  sources: ['nvflare/private/fed_json_config.py', 'nvflare/private/fed/utils/fed_utils.py'],
  covers: ['MIS-10'],
};

const filters = (task: string) =>
  `"task_result_filters": [{ "tasks": [${task}], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }]`;

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, ${filters('<|"trian"|>')} }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, ${filters('"train"')} }`,
  ],
};
