import type { AppConfig } from '../../job/config/app-config';
import type { ClassIndex } from '../../job/config/class-index';
import type { ComponentDef } from '../../job/config/components';
import { type TaskUse, taskFlow, tasksDelegated, tasksDone } from '../../job/config/task-flow';
import { executorFor, executorsAreKnown } from '../../job/config/task-takers';
import type { Job } from '../../job/model';
import { SearchBudget } from '../../text/nearest';
import { COMPONENTS, EXECUTORS } from '../config/_healthy';
import type { Fix, Report } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { classOf, placeOf, replaceTask, tasksOfClient } from './_task-fixes';

export const rule: WiringRule = {
  code: 'tasks/no-executor',
  severity: 'error',
  stage: 'run',
  summary: 'a task is sent that no executor of the clients is for',
  *check({ job, wiring }) {
    const clients = wiring.configs.filter(({ side }) => side === 'client');
    const known = clients.filter(executorsAreKnown);
    const seen = new Set<string>();
    const budget = new SearchBudget();
    const { classes } = wiring;
    const appsOfClients = clientApps(job);
    const { sent } = taskFlow(wiring);
    const isServed = (name: string) => known.every((client) => executorFor(client, name, job.target));
    const unserved = new Set(sent.map(({ name }) => name).filter((name) => !isServed(name)));
    const unasked = unserved.size === 1 ? unaskedTasks(known, sent) : [];
    for (const task of sent) {
      const key = `${task.config.config.file} ${placeOf(task).start} ${task.name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const lacking = known.filter((client) => !executorFor(client, task.name, job.target));
      if (lacking.length === 0) continue;
      const isSure = lacking.length === appsOfClients && job.deployment.certain;
      yield report(task, lacking, isSure ? 'all' : 'some', { budget, classes, unasked });
    }
    for (const client of known) {
      for (const task of tasksDelegated(client, classes)) {
        if (!executorFor(client, task.name, job.target)) yield report(task, [client], 'own', { budget, classes, unasked });
      }
    }
  },
};

function clientApps({ apps }: Job): number {
  let count = 0;
  for (const app of apps.values()) if (app.deployed && app.goesToClients) count++;
  return count;
}

/** What names and classes are looked up by. */
interface Known {
  readonly budget: SearchBudget;
  readonly classes: ClassIndex;
  /** Tasks that executors are for and nothing sends, where there is just one task that has no executor. */
  readonly unasked: readonly string[];
}

/** The tasks that executors are for by name and nothing sends. */
function unaskedTasks(clients: readonly AppConfig[], sent: readonly TaskUse[]): readonly string[] {
  const asked = new Set(sent.map(({ name }) => name));
  const names = clients.flatMap(({ executors }) => executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
  return [...new Set(names)].filter((name) => !asked.has(name) && !name.includes('*'));
}

function report(task: TaskUse, lacking: readonly AppConfig[], where: 'all' | 'some' | 'own', known: Known): Report {
  const { budget, classes, unasked } = known;
  const [only, ...others] = unasked;
  const similar = budget.nearest(task.name, () =>
    lacking.flatMap(({ executors }) => executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value))),
  );
  // Where all other tasks have met, the two that are left most probably mean each other.
  const near = similar ?? (where === 'all' && others.length === 0 ? only : undefined);
  const who = {
    all: 'no executor of the clients is for it',
    some: `${clientsOf(lacking)} no executor for it`,
    own: 'no other executor of this client is for it',
  }[where];
  const verb = where === 'own' ? 'hands on' : 'sends';
  return {
    file: task.config.config.file,
    at: placeOf(task),
    message: `${classOf(task.component)} ${verb} the task "${task.name}", and ${who}; ${near ? `is "${near}" meant?` : 'add one'}`,
    related: lacking.slice(0, MOST_SHOWN).flatMap(tasksOfClient),
    fixes: fixesFor(task, lacking, near, classes),
    severity: where === 'some' ? 'warning' : 'error',
  };
}

/** A job may have an app for each of very many sites. */
const MOST_SHOWN = 3;

function clientsOf(lacking: readonly AppConfig[]): string {
  const names = lacking.slice(0, MOST_SHOWN).map(({ app }) => `"${app}"`);
  const more = lacking.length - names.length;
  return `the client${lacking.length > 1 ? 's' : ''} of ${names.join(', ')}${more > 0 ? ` and ${more} more apps` : ''} ${lacking.length > 1 ? 'have' : 'has'}`;
}

/** On one side the task takes the other's name, or the only executor of a client becomes one for the task as well. */
function fixesFor(task: TaskUse, lacking: readonly AppConfig[], near: string | undefined, classes: ClassIndex): readonly Fix[] {
  const [client] = lacking;
  if (!client || lacking.length > 1) return [];
  const fixes: Fix[] = [];
  if (near !== undefined) {
    if (task.node && task.node.value === task.name) fixes.push(...replaceTask(task.config, task.node, near));
    const executor = client.executors.find(({ tasks }) => tasks.names.some(({ value }) => value === near));
    const node = executor?.tasks.names.find(({ value }) => value === near);
    if (node && mayDo(client, executor?.executor, task.name, classes)) fixes.push(...replaceTask(client, node, task.name));
  }
  const [only] = client.executors;
  const list = only?.tasks.entry?.value;
  if (
    client.executors.length === 1 &&
    list?.kind === 'array' &&
    list.value.length > 0 &&
    mayDo(client, only?.executor, task.name, classes)
  ) {
    const edit = { kind: 'add-item', array: list, value: task.name } as const;
    fixes.push(treeFix(`Add "${task.name}" to the tasks of the executor`, client.config.file, edit));
  }
  return fixes;
}

/** Whether the class of an executor may do a task: where its tasks are known, only those. */
function mayDo(client: AppConfig, executor: ComponentDef | undefined, task: string, classes: ClassIndex): boolean {
  const done = executor && tasksDone(client, executor, classes);
  return !done || done.some(({ name }) => name === task);
}

export const about: RuleAbout = {
  why: 'A client that has no executor for a task answers so, and the server ends the whole job over it; when the task is one of the last, after the training. Executors that have work done by another executor look for it when the run starts.',
  remedy: 'Use the same name on both sides, or add the task to an executor.',
  sources: [
    'nvflare/private/fed/client/client_runner.py',
    'nvflare/private/fed/server/server_runner.py',
    'nvflare/app_common/ccwf/client_ctl.py',
  ],
  covers: ['MIS-01'],
};

const workflow = (name: string) =>
  `"workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "task_name": ${name} } }]`;

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${workflow('<|"trian"|>')}, ${COMPONENTS} }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"], "other": ["site-2"] } }
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": <|"nvflare.app_common.workflows.fedavg.FedAvg"|>, "args": { "num_clients": 1 } }], ${COMPONENTS} }
--- other/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["validate"], "executor": { "path": "nvflare.app_common.np.np_validator.NPValidator" } }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": <|"nvflare.app_common.workflows.cross_site_eval.CrossSiteEval"|> }], ${COMPONENTS} }
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["validate"], "executor": { "path": "nvflare.app_common.np.np_validator.NPValidator" } }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.ccwf.cyclic_server_ctl.CyclicServerController", "args": { "num_rounds": 1 } }] }
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [
  { "tasks": ["cyclic_*"], "executor": { "path": "nvflare.app_common.ccwf.cyclic_client_ctl.CyclicClientController", "args": { "learn_task_name": <|"learn"|> } } },
  { "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.ccwf.comps.np_file_model_persistor.NPFileModelPersistor" },
    { "id": "shareable_generator", "path": "nvflare.app_common.ccwf.comps.simple_model_shareable_generator.SimpleModelShareableGenerator" }] }`,
  ],
  good: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${workflow('"train"')}, ${COMPONENTS} }
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["tr*"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS} }`,
  ],
};
