import { taskFlow } from '../../src/core/job/config/task-flow';
import { executorFor, executorsAreKnown } from '../../src/core/job/config/task-takers';
import { get } from '../../src/core/tree/node';
import { components, type Fault, misspell, replaceText } from './plant';

/** Faults in the tasks, filters, numbers of clients and variables of configurations. */
export const TASK_FAULTS: readonly Fault[] = [
  {
    name: 'a letter of a task of an executor',
    code: 'tasks/no-executor',
    causes: [],
    *plant(job, wiring, random) {
      const { sent } = taskFlow(wiring);
      for (const client of wiring.configs.filter(({ side }) => side === 'client').filter(executorsAreKnown)) {
        const names = new Set(client.executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
        for (const { name } of sent) {
          const taker = executorFor(client, name, job.target);
          if (taker?.name.value !== name || [...names].some((other) => other.includes('*'))) continue;
          const wrong = misspell(name, random, (word) => names.has(word));
          if (wrong) yield* replaceText(client, taker.name, wrong);
        }
      }
    },
  },
  {
    name: 'a letter of a task that is sent',
    code: 'tasks/no-executor',
    causes: [],
    *plant(job, wiring, random) {
      const clients = wiring.configs.filter(({ side }) => side === 'client');
      if (clients.length === 0 || !clients.every(executorsAreKnown)) return;
      for (const { node, name, config } of taskFlow(wiring).sent) {
        const wrong = misspell(name, random, (word) => clients.some((client) => executorFor(client, word, job.target)));
        if (node?.value === name && wrong) yield* replaceText(config, node, wrong);
      }
    },
  },
  {
    name: 'a letter of the task of a filter',
    code: 'filters/unknown-task',
    causes: [],
    *plant(job, wiring, random) {
      const clients = wiring.configs.filter(({ side }) => side === 'client');
      if (clients.length === 0 || !clients.every(executorsAreKnown)) return;
      const { sent } = taskFlow(wiring);
      for (const config of wiring.configs) {
        for (const task of config.chains.flatMap(({ tasks }) => tasks.names)) {
          const isTaken = (word: string) =>
            sent.some(({ name }) => name === word) || clients.some((client) => executorFor(client, word, job.target));
          const wrong = task.value.includes('*') ? undefined : misspell(task.value, random, isTaken);
          if (wrong) yield* replaceText(config, task, wrong);
        }
      }
    },
  },
  {
    name: 'a pattern for a filter',
    code: 'filters/pattern',
    causes: [],
    *plant(_, wiring) {
      for (const config of wiring.configs) {
        for (const task of config.chains.flatMap(({ tasks }) => tasks.names)) yield* replaceText(config, task, `${task.value}*`);
      }
    },
  },
  {
    name: 'a task of two executors',
    code: 'tasks/two-executors',
    causes: ['tasks/no-executor'],
    *plant(_, wiring) {
      for (const config of wiring.configs) {
        const [first, ...others] = config.executors.map(({ tasks }) => tasks.names[0]);
        for (const task of others) if (task && first) yield* replaceText(config, task, first.value);
      }
    },
  },
  {
    name: 'a letter of a variable',
    code: 'variables/undefined',
    causes: ['arguments/wrong-type', 'tasks/no-executor', 'tasks/not-a-list', 'components/no-class', 'config/section-not-a-list'],
    *plant(_, wiring, random) {
      for (const { config, variables, root } of wiring.configs) {
        const keys = new Set(root?.value.list.map(({ key }) => key));
        for (const { name, start, end, form, meaning } of variables?.uses ?? []) {
          const wrong = form === 'whole' && meaning.kind === 'key' ? misspell(name, random, (word) => keys.has(word)) : undefined;
          if (!wrong || config.document.text.slice(start, end) !== name) continue;
          const range = { start, end };
          yield { file: config.file, edit: { range, newText: wrong }, place: range };
        }
      }
    },
  },
  {
    name: 'another format version',
    code: 'config/format-version',
    causes: [],
    *plant(_, wiring) {
      for (const { config, root } of wiring.configs) {
        const value = root && get(root, 'format_version');
        if (value?.kind === 'integer') yield { file: config.file, edit: { range: value, newText: '3' }, place: value };
      }
    },
  },
  {
    name: 'more clients than there are',
    code: 'tasks/too-many-clients',
    causes: [],
    *plant({ metaObject, deployment }, wiring) {
      if (deployment.allSites && (!metaObject || get(metaObject, 'min_clients')?.kind !== 'integer')) return;
      for (const { config, component, found } of components(wiring)) {
        if (component.section !== 'workflows' || found.origin !== 'nvflare') continue;
        for (const { key, value } of component.args) {
          if (!/^(?:min|num)_clients$/.test(key) || value.kind !== 'integer') continue;
          const written = config.config.document.text.slice(value.start, value.end);
          if (/^\d+$/.test(written)) {
            yield { file: config.config.file, edit: { range: value, newText: '100000' }, place: value };
          }
        }
      }
    },
  },
];
