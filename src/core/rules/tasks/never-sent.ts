import type { AppConfig, Tasks } from '../../job/config/app-config';
import { taskFlow } from '../../job/config/task-flow';
import { takesTask } from '../../job/config/task-pattern';
import { SearchBudget } from '../../text/nearest';
import type { StringNode } from '../../tree/node';
import { COMPONENTS, WORKFLOWS } from '../config/_healthy';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { replaceTask } from './_task-fixes';

export const rule: WiringRule = {
  code: 'tasks/never-sent',
  severity: 'info',
  stage: 'never',
  summary: 'an executor is for a task that nothing sends',
  *check({ job, wiring }) {
    const { sent, passedOn, certain } = taskFlow(wiring);
    if (!certain || !job.deployment.certain) return;
    const isSent = new Set([...sent, ...passedOn].map(({ name }) => name));
    const names = [...isSent];
    const budget = new SearchBudget();
    for (const client of wiring.configs) {
      const taken = new Set(client.executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
      for (const { tasks } of client.executors) {
        for (const task of tasks.names) {
          if (isSent.has(task.value)) continue;
          if (task.value.includes('*') && names.some((name) => takesTask(task.value, name, job.target))) continue;
          const near = budget.nearest(task.value, () => names.filter((name) => !taken.has(name)));
          yield {
            file: client.config.file,
            at: task,
            message: `no workflow of this job sends ${task.value.includes('*') ? 'a task like ' : 'the task '}"${task.value}"${near ? `; is "${near}" meant?` : ''}`,
            // Many jobs list the three customary tasks whatever their workflows send.
            severity: near ? 'info' : 'hint',
            fixes: [...(near ? replaceTask(client, task, near) : []), ...removeTask(client, tasks, task)],
          };
        }
      }
    }
  },
};

function removeTask({ config }: AppConfig, { entry }: Tasks, item: StringNode): readonly Fix[] {
  const array = entry?.value;
  if (array?.kind !== 'array' || array.value.length < 2) return [];
  return [treeFix(`Remove "${item.value}"`, config.file, { kind: 'remove-item', array, item })];
}

export const about: RuleAbout = {
  why: 'All workflows of the job are known with the tasks that they send, and this one is not among them. The executor is never asked to do it, which is harmless unless another name was meant.',
  remedy: 'Correct the name, or remove the task.',
  sources: ['nvflare/private/fed/client/client_runner.py'],
  covers: ['MIS-01'],
};

const CLIENT = (tasks: string) =>
  `{ "format_version": 2, "executors": [{ "tasks": [${tasks}], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`;

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
${CLIENT('<|"trian"|>')}`,
    `
--- app/config/config_fed_client.json
${CLIENT('"train", <|"submit_model"|>')}`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
${CLIENT('"train"')}`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS.replace(' }]', ' }, { "id": "own", "path": "flow.Own" }]')}, ${COMPONENTS} }
--- app/custom/flow.py
from nvflare.apis.impl.controller import Controller
class Own(Controller): pass
--- app/config/config_fed_client.json
${CLIENT('"train", "submit_model"')}`,
  ],
};
