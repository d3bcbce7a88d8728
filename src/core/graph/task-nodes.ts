import type { AppConfig } from '../job/config/app-config';
import { type TaskFlow, type TaskUse, taskFlow } from '../job/config/task-flow';
import { takesTask } from '../job/config/task-pattern';
import { executorFor, executorsAreKnown } from '../job/config/task-takers';
import type { Wiring } from '../job/config/wiring';
import type { Release } from '../job/release';
import type { Finding } from '../rules/finding';
import type { Place } from '../text/range';
import { addParts, type NodeIds, wordsOf } from './component-nodes';
import { type GraphDraft, placeAt } from './draft';
import { filtersOfTask, isOnTheWay, wayOf } from './filters-of-task';
import { stateOf } from './problems';

/** A configuration that is being drawn. */
export interface DrawnConfig {
  readonly config: AppConfig;
  readonly group: string;
  readonly nodes: NodeIds;
}

/** Draws the tasks, and their ways from the workflows through filters to the executors. */
export function addTasks(
  draft: GraphDraft,
  drawn: readonly DrawnConfig[],
  wiring: Wiring,
  findings: readonly Finding[],
  release: Release,
): void {
  const flow = taskFlow(wiring);
  const servers = drawn.filter(({ config }) => config.side === 'server');
  const clients = drawn.filter(({ config }) => config.side === 'client');
  if (!flow.certain && servers.length > 0)
    draft.notes.add('More tasks may be sent than are drawn: not all that the workflows send can be known.');
  const tasks = tasksOf(flow, clients, release);
  for (const [name, uses] of tasks) {
    const id = draft.newId(`task/${name}`);
    const sent = uses.filter(({ config }) => config.side === 'server');
    const places = placesOf(name, uses, clients);
    draft.node({
      ...{ id, kind: 'task', group: null, title: name, detail: taskDetail(name, sent.length, uses.length, flow) },
      ...{ isDisabled: false, filters: [], place: places[0] ?? null, spans: places },
    });
    for (const server of servers) addSenders(draft, server, name, id, sent, release);
    for (const client of clients) {
      for (const use of uses) {
        const from = use.config === client.config ? client.nodes.get(use.component) : undefined;
        if (from !== undefined) draft.edge({ kind: 'task', from, to: id, label: '', place: placeOf(use), spans: [] });
      }
      addTaker(draft, client, name, id, uses, findings, release);
    }
  }
  for (const each of drawn) addIdleFilters(draft, each, tasks, release);
}

/** Every task that is sent, handed on, or that an executor is for, with who sends it. */
function tasksOf(flow: TaskFlow, clients: readonly DrawnConfig[], release: Release): ReadonlyMap<string, readonly TaskUse[]> {
  const tasks = new Map<string, TaskUse[]>();
  for (const use of [...flow.sent, ...flow.passedOn]) {
    const known = tasks.get(use.name);
    if (known) known.push(use);
    else tasks.set(use.name, [use]);
  }
  const sent = [...tasks.keys()];
  const isTaken = (name: string) => name.includes('*') && sent.some((one) => takesTask(name, one, release));
  for (const { config } of clients) {
    for (const { tasks: listed } of config.executors) {
      for (const { value } of listed.names) if (!tasks.has(value) && !isTaken(value)) tasks.set(value, []);
    }
  }
  return tasks;
}

function taskDetail(name: string, senders: number, uses: number, { certain }: TaskFlow): string {
  if (senders > 0) return 'task';
  if (uses > 0) return 'task between clients';
  if (name.includes('*')) return 'tasks by pattern';
  return certain ? 'task that nothing sends' : 'task';
}

/** Where a task is named: where it is sent first, then where executors are for it. */
function placesOf(name: string, uses: readonly TaskUse[], clients: readonly DrawnConfig[]): readonly Place[] {
  const senders = uses.flatMap(({ node, config }) => (node ? [placeAt(config.config.file, node)] : []));
  const takers = clients.flatMap(({ config }) =>
    config.executors.flatMap(({ tasks }) =>
      tasks.names.filter(({ value }) => value === name).map((node) => placeAt(config.config.file, node)),
    ),
  );
  const first = uses[0];
  return [...senders, ...takers, ...(senders.length + takers.length === 0 && first ? [placeOf(first)] : [])];
}

function placeOf({ config, node, component }: TaskUse): Place {
  return placeAt(config.config.file, node ?? component.className ?? component.node);
}

function addSenders(
  draft: GraphDraft,
  server: DrawnConfig,
  name: string,
  task: string,
  sent: readonly TaskUse[],
  release: Release,
): void {
  const own = sent.filter(({ config }) => config === server.config);
  const filters = addFilters(draft, server, name, release);
  if (filters !== undefined) draft.edge({ kind: 'task', from: filters, to: task, label: '', place: null, spans: [] });
  for (const use of own) {
    const from = server.nodes.get(use.component);
    if (from !== undefined) draft.edge({ kind: 'task', from, to: filters ?? task, label: '', place: placeOf(use), spans: [] });
  }
}

function addTaker(
  draft: GraphDraft,
  client: DrawnConfig,
  name: string,
  task: string,
  uses: readonly TaskUse[],
  findings: readonly Finding[],
  release: Release,
): void {
  const { config, group, nodes } = client;
  const found = executorFor(config, name, release);
  const executor = found?.executor.executor;
  let to = executor && nodes.get(executor);
  if (to === undefined && !found && uses.length > 0 && executorsAreKnown(config)) {
    const places = uses.map(placeOf);
    const told = findings.filter(
      ({ code, file, range }) =>
        code === 'tasks/no-executor' && places.some((place) => place.file === file && place.range.start === range.start),
    );
    // A task that only clients of other apps send may never come here.
    if (told.length === 0 && uses.every((use) => use.config.side === 'client')) return;
    to = draft.node({
      id: draft.newId(`${group}/missing/executor ${name}`),
      ...{
        kind: 'missing',
        group,
        title: `no executor for ${name}`,
        detail: 'the client does not know this task',
      },
      ...{ isDisabled: false, filters: [], place: placeAt(config.config.file, executorsPlace(config)), spans: [] },
      own: told.length > 0 ? stateOf(told) : { severity: 'info', problems: [] },
    });
  }
  if (to === undefined) return;
  const filters = addFilters(draft, client, name, release);
  const place = found ? placeAt(config.config.file, found.name) : null;
  if (filters === undefined) draft.edge({ kind: 'task', from: task, to, label: '', place, spans: [] });
  else {
    draft.edge({ kind: 'task', from: task, to: filters, label: '', place: null, spans: [] });
    draft.edge({ kind: 'task', from: filters, to, label: '', place, spans: [] });
  }
}

/** The first executor, near which another one would stand; else the start of the file. */
function executorsPlace({ executors }: AppConfig): Place['range'] {
  return executors[0]?.node ?? { start: 0, end: 0 };
}

/** Draws the filters that a task passes on one side; `undefined` where there are none. */
function addFilters(draft: GraphDraft, drawn: DrawnConfig, task: string, release: Release): string | undefined {
  const { config, group } = drawn;
  const { file } = config.config;
  const found = filtersOfTask(config, task, release);
  if (found.length === 0) return undefined;
  const id = draft.newId(`${group}/filters/${task}`);
  draft.node({
    ...{ id, kind: 'filters', group, title: `filters of ${task}`, detail: '', isDisabled: false },
    place: placeAt(file, found[0]?.chain.node ?? { start: 0, end: 0 }),
    spans: [...new Set(found.map(({ chain }) => chain))].map(({ node }) => placeAt(file, node)),
    filters: found.map(({ way, filter }) => filterRow(file, way, filter)),
  });
  for (const { filter } of found) {
    if (drawn.nodes.has(filter)) continue;
    drawn.nodes.set(filter, id);
    addParts(draft, file, group, filter, id, drawn.nodes);
  }
  return id;
}

function filterRow(file: string, way: 'data' | 'results', filter: Parameters<typeof wordsOf>[0]) {
  const { title } = wordsOf(filter);
  return {
    ...{ way, title, detail: filter.className?.value ?? '' },
    place: placeAt(file, filter.className ?? filter.node),
    spans: [placeAt(file, filter.node)],
  };
}

/** Draws chains of filters that no task passes, apart: a filter that is off should be seen. */
function addIdleFilters(
  draft: GraphDraft,
  { config, group }: DrawnConfig,
  tasks: ReadonlyMap<string, unknown>,
  release: Release,
): void {
  const { file } = config.config;
  for (const chain of config.chains) {
    const isUsed = isOnTheWay(chain, config, release) && chain.tasks.names.some(({ value }) => tasks.has(value));
    if (isUsed || chain.filters.length === 0) continue;
    const names = chain.tasks.names.map(({ value }) => value).join(', ');
    draft.node({
      id: draft.newId(`${group}/idle/${names}`),
      ...{ kind: 'filters', group, title: `filters of ${names}`, detail: 'no task passes here', isDisabled: true },
      ...{ place: placeAt(file, chain.node), spans: [placeAt(file, chain.node)] },
      filters: chain.filters.map((filter) => filterRow(file, wayOf(chain), filter)),
    });
  }
}
