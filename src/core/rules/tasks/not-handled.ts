import type { AppConfig } from '../../job/config/app-config';
import type { ComponentDef } from '../../job/config/components';
import { taskFlow, tasksDone } from '../../job/config/task-flow';
import { executorFor } from '../../job/config/task-takers';
import type { Wiring } from '../../job/config/wiring';
import { COMPONENTS } from '../config/_healthy';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { classOf, placeOf } from './_task-fixes';

export const rule: WiringRule = {
  code: 'tasks/not-handled',
  severity: 'warning',
  stage: 'run',
  summary: 'an executor is given a task that its class does not do',
  *check({ job, wiring }) {
    const { sent } = taskFlow(wiring);
    for (const client of wiring.configs) {
      if (client.side !== 'client') continue;
      const seen = new Set<string>();
      for (const task of sent) {
        const taker = executorFor(client, task.name, job.target);
        const { executor } = taker?.executor ?? {};
        if (!taker || !executor || executor.isDisabled || seen.has(task.name)) continue;
        seen.add(task.name);
        const done = tasksDone(client, executor, wiring.classes);
        if (!done || done.some(({ name }) => name === task.name)) continue;
        const names = [...new Set(done.map(({ name }) => `"${name}"`))].join(', ');
        const named = done.flatMap(({ node, name }) => (node ? [{ node, name }] : []));
        yield {
          file: client.config.file,
          at: taker.name,
          message: `"${task.name}" comes to ${classOf(executor)}, which does ${names === '' ? 'no task' : names} here; use another executor${names === '' ? '' : ', or one of these names'}`,
          related: [
            { file: task.config.config.file, range: placeOf(task), message: `${classOf(task.component)} sends "${task.name}"` },
            ...named.map(({ node, name }) => ({ file: client.config.file, range: node, message: `set to do "${name}" here` })),
          ],
          fixes: giveName(client, executor, wiring, task.name),
        };
      }
    }
  },
};

/** Where just one argument of the class is for the name of a task, the name belongs there. */
function giveName({ config, app }: AppConfig, executor: ComponentDef, { classes }: Wiring, task: string): readonly Fix[] {
  const found = classes.of(executor, app);
  const handles = (found.kind === 'known' && found.facts?.handles) || [];
  const [only, ...others] = handles.map((template) => /^\{(\w+)\}$/.exec(template)?.[1]);
  if (only === undefined || others.length > 0) return [];
  const title = `Set "${only}" to "${task}"`;
  const given = executor.args.find(({ key }) => key === only);
  if (given) return [treeFix(title, config.file, { kind: 'replace', node: given.value, value: task })];
  const args = executor.argsEntry?.value;
  if (args?.kind === 'object') return [treeFix(title, config.file, { kind: 'add-entry', object: args, key: only, value: task })];
  if (args) return [];
  return [treeFix(title, config.file, { kind: 'add-entry', object: executor.node, key: 'args', value: { [only]: task } })];
}

export const about: RuleAbout = {
  why: 'Besides `tasks`, which brings a task to an executor, many executors have arguments of their own for the names of the tasks that they do. For any other they answer that they do not know the task, and the server ends the job.',
  remedy: 'Give the executor the name by the argument that is meant for it, or bring the task to another executor.',
  sources: ['nvflare/app_common/np/np_trainer.py', 'nvflare/app_common/executors/learner_executor.py'],
  covers: ['MIS-01'],
};

const SERVER = `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "task_name": "learn" } }], ${COMPONENTS} }
--- app/config/config_fed_client.json
`;

export const examples: RuleExamples = {
  bad: [
    `${SERVER}{ "format_version": 2, "executors": [{ "tasks": [<|"learn"|>], "executor": {
  "path": "nvflare.app_opt.sklearn.sklearn_executor.SKLearnExecutor", "args": { "learner_id": "learner" } } }],
  "components": [{ "id": "learner", "path": "custom_learner.Learner" }] }`,
    `${SERVER}{ "format_version": 2, "executors": [{ "tasks": [<|"learn"|>], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `${SERVER}{ "format_version": 2, "executors": [{ "tasks": [<|"*"|>], "executor": { "path": "nvflare.app_common.np.np_validator.NPValidator" } }] }`,
  ],
  good: [
    `${SERVER}{ "format_version": 2, "executors": [{ "tasks": ["learn"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "train_task_name": "learn" } } }] }`,
  ],
};
