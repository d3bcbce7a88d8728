import type { AppConfig } from '../job/config/app-config';
import { titleOf } from '../job/config/component-title';
import type { ComponentDef } from '../job/config/components';
import { type TaskFlow, type TaskUse, tasksDelegated } from '../job/config/task-flow';
import { executorFor } from '../job/config/task-takers';
import type { Wiring } from '../job/config/wiring';
import type { Release } from '../job/release';
import type { Range } from '../text/range';
import { rangeOf } from '../tree/node';
import { filtersAt } from './chain';
import { type OutgoingPath, pathPrivacy } from './path';
import { type Payload, resultPayload, UNKNOWN_PAYLOAD } from './payload';
import { isNeverUsed, peerTask } from './peer-tasks';

/** What the messages of a client are judged by. */
export interface Surroundings {
  readonly wiring: Wiring;
  readonly flow: TaskFlow;
  readonly release: Release;
}

/** The messages that leave a client, in the order of its configuration: results of tasks, and requests to other clients. */
export function outgoingPaths(client: AppConfig, around: Surroundings): readonly OutgoingPath[] {
  return [...results(client, around), ...requests(client, around)];
}

/** The results of tasks that the server or other clients send here. */
function results(client: AppConfig, around: Surroundings): readonly OutgoingPath[] {
  const { flow, release } = around;
  const paths: OutgoingPath[] = [];
  const told = new Set<string>();
  const add = (of: ResultOf) => {
    told.add(of.task);
    paths.push(resultPath(client, of, around));
  };
  const bySender = [...byName(flow.sent, 'server'), ...byName(atPeers(around, client), 'clients')];
  for (const { name, to } of bySender) {
    const taker = executorFor(client, name, release);
    if (!taker || told.has(name)) continue;
    const { executor } = taker.executor;
    const found = executor && around.wiring.classes.of(executor, client.app);
    if (executor && found?.kind === 'known' && isNeverUsed(executor, found, name)) continue;
    add({ task: name, to, executor, at: taker.name });
  }
  if (flow.certain) return paths;
  for (const { tasks, executor } of client.executors) {
    for (const node of tasks.names) {
      if (!told.has(node.value) && !node.value.includes('*')) add({ task: node.value, to: 'server', executor, at: node });
    }
  }
  return paths;
}

interface ResultOf {
  readonly task: string;
  readonly to: 'server' | 'clients';
  readonly executor: ComponentDef | undefined;
  readonly at: Range;
}

function resultPath(client: AppConfig, { task, to, executor, at }: ResultOf, { wiring }: Surroundings): OutgoingPath {
  const { classes } = wiring;
  const found = executor && classes.of(executor, client.app);
  const payload =
    executor && found?.kind === 'known'
      ? (peerTask(executor, found, task)?.result ?? resultPayload(executor, found, task))
      : UNKNOWN_PAYLOAD;
  const server = to === 'server' ? serverOf(wiring) : undefined;
  const own = filtersAt(client, { section: 'task_result_filters', task, direction: 'out' }, payload, classes);
  return {
    task,
    message: 'result',
    to,
    by: executor && titleOf(executor),
    payload,
    filters: own,
    onArrival: filtersAt(server, { section: 'task_result_filters', task, direction: 'in' }, payload, classes),
    incoming: [
      ...filtersAt(server, { section: 'task_data_filters', task, direction: 'out' }, UNKNOWN_PAYLOAD, classes),
      ...filtersAt(client, { section: 'task_data_filters', task, direction: 'in' }, UNKNOWN_PAYLOAD, classes),
    ],
    privacy: pathPrivacy(own, payload),
    file: client.config.file,
    range: rangeOf(at),
  };
}

/** Tasks that a component here sends to other clients: filters for task data, direction out, apply to them. */
function requests(client: AppConfig, around: Surroundings): readonly OutgoingPath[] {
  const { classes } = around.wiring;
  const paths: OutgoingPath[] = [];
  const told = new Set<string>();
  for (const { name, component, node, config } of atPeers(around, client)) {
    if (config !== client || told.has(name)) continue;
    const found = classes.of(component, client.app);
    if (found.kind === 'known' && isNeverUsed(component, found, name)) continue;
    const payload: Payload = (found.kind === 'known' && peerTask(component, found, name)?.request) || UNKNOWN_PAYLOAD;
    told.add(name);
    const place = { section: 'task_data_filters', task: name } as const;
    const own = filtersAt(client, { ...place, direction: 'out' }, payload, classes);
    paths.push({
      task: name,
      message: 'request',
      to: 'clients',
      by: titleOf(component),
      payload,
      filters: own,
      onArrival: filtersAt(client, { ...place, direction: 'in' }, payload, classes),
      incoming: [],
      privacy: pathPrivacy(own, payload),
      file: client.config.file,
      range: rangeOf(node ?? component.className ?? component.node),
    });
  }
  return paths;
}

/** What clients send one another. What a controller has done by another executor of its own client stays inside. */
function atPeers({ flow, wiring }: Surroundings, client: AppConfig): readonly TaskUse[] {
  const inside = new Set(tasksDelegated(client, wiring.classes).map(({ name }) => name));
  return flow.passedOn.filter(({ name }) => !inside.has(name));
}

function byName(uses: readonly TaskUse[], to: 'server' | 'clients'): readonly { name: string; to: 'server' | 'clients' }[] {
  return [...new Set(uses.map(({ name }) => name))].map((name) => ({ name, to }));
}

function serverOf({ configs }: Wiring): AppConfig | undefined {
  return configs.find(({ side }) => side === 'server');
}
