import type { Tasks } from '../../job/config/app-config';
import { describe } from '../../job/participants';
import { nearest } from '../../text/nearest';
import type { ObjectNode } from '../../tree/node';
import type { Fix, Report } from '../finding';
import { renameKey, treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'tasks/not-a-list',
  severity: 'error',
  stage: 'run',
  summary: 'the tasks of an executor or filter are not a list of names',
  *check({ wiring }) {
    for (const { config, executors, chains } of wiring.configs) {
      for (const { node, tasks } of [...executors, ...chains]) yield* wrongTasks(config.file, node, tasks);
    }
  },
};

function* wrongTasks(file: string, node: ObjectNode, { entry }: Tasks): Iterable<Report> {
  if (!entry) {
    if (node.value.incomplete) return;
    const meant = node.value.list.find(({ key }) => nearest(key, ['tasks']) !== undefined);
    yield {
      file,
      at: { start: node.start, end: Math.min(node.start + 1, node.end) },
      message: `"tasks" is missing; ${meant ? `is "${meant.key}" meant as it?` : 'name the tasks as a list'}`,
      fixes: meant ? [renameKey(file, meant, 'tasks')] : [],
    };
    return;
  }
  const { value } = entry;
  if (value.kind === 'unknown') return;
  if (value.kind !== 'array') {
    const fixes: Fix[] =
      value.kind === 'string'
        ? [treeFix('Make it a list', file, { kind: 'replace', node: value, value: [value.value] }, true)]
        : [];
    yield { file, at: value, message: `tasks must be a list of names, not ${describe(value)}`, fixes };
  } else if (value.value.length === 0) yield { file, at: value, message: 'tasks must name at least one task' };
  else {
    for (const task of value.value) {
      if (task.kind !== 'string' && task.kind !== 'unknown')
        yield { file, at: task, message: `a task must be a string, not ${describe(task)}` };
    }
  }
}

export const about: RuleAbout = {
  why: 'Executors and filters are for tasks, which NVFLARE takes from a list of strings with at least one element. Anything else ends the job with a configuration error; on a client the simulator still exits with 0.',
  remedy: 'Write `["train"]`.',
  sources: ['nvflare/private/fed_json_config.py'],
  covers: ['MIS-40'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": <|"train"|>, "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [<|{|> "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [<|{|> "task": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
