import type { ExecutorDef } from '../../job/config/app-config';
import { type ConfigNode, get, type StringNode } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'tasks/two-executors',
  severity: 'error',
  stage: 'run',
  summary: 'two executors of a client are for the same task',
  *check({ wiring }) {
    for (const { config, root, executors } of wiring.configs) {
      const seen = new Map<string, StringNode>();
      for (const executor of executors) {
        const { tasks } = executor;
        for (const task of tasks.names) {
          const first = seen.get(task.value);
          if (!first) seen.set(task.value, task);
          else {
            yield {
              file: config.file,
              at: task,
              message: `another executor is for task "${task.value}" already`,
              related: [{ file: config.file, range: first, message: `task "${task.value}" stands here first` }],
              fixes: takeOut(config.file, root && get(root, 'executors'), executor, task),
            };
          }
        }
      }
    }
  },
};

/** The task goes from the list; where it stands there alone, the executor goes. */
function takeOut(file: string, section: ConfigNode | undefined, { node, tasks }: ExecutorDef, task: StringNode): readonly Fix[] {
  const list = tasks.entry?.value;
  if (list?.kind === 'array' && list.value.length > 1) {
    return [treeFix(`Remove "${task.value}" here`, file, { kind: 'remove-item', array: list, item: task })];
  }
  if (section?.kind !== 'array') return [];
  return [treeFix('Remove this executor', file, { kind: 'remove-item', array: section, item: node })];
}

export const about: RuleAbout = {
  why: 'Each task goes to one executor. The same text in two of them, or twice in one, ends the job with a configuration error. Patterns with `*` may overlap with names: a name wins.',
  remedy: 'Name the task once.',
  sources: ['nvflare/private/fed/client/client_runner.py'],
  covers: ['MIS-39'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [
  { "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } },
  { "tasks": [<|"train"|>], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [
  { "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } },
  { "tasks": ["*"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
