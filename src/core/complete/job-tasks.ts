import { STAND_IN } from '../formats/typing/typed-place';
import type { Job } from '../index';
import type { AppConfig } from '../job/config/app-config';
import type { Wiring } from '../job/config/wiring';
import { executorFor, executorsAreKnown, taskFlow } from '../wiring/index';

/** The tasks of a job while something is typed in it; each is found out when it is first asked for, because many offers ask. */
export class JobTasks {
  readonly #job: Job;
  readonly #all: Wiring;
  #sent: readonly string[] | undefined;
  #handled: readonly string[] | undefined;
  #clients: readonly AppConfig[] | undefined;
  readonly #lackedBy = new Map<string, readonly AppConfig[]>();

  constructor(job: Job, all: Wiring) {
    this.#job = job;
    this.#all = all;
  }

  /** The tasks that the job's workflows send or its clients pass on. */
  get sent(): readonly string[] {
    if (!this.#sent) {
      const { sent, passedOn } = taskFlow(this.#all);
      const names = new Set([...sent, ...passedOn].map(({ name }) => name));
      this.#sent = [...names].filter((name) => name !== STAND_IN && name !== '');
    }
    return this.#sent;
  }

  /** The tasks that the executors of the clients are for, patterns left out. */
  get handled(): readonly string[] {
    if (!this.#handled) {
      const names = new Set<string>();
      for (const { executors } of this.#all.configs)
        for (const { tasks } of executors) for (const { value } of tasks.names) names.add(value);
      this.#handled = [...names].filter((name) => name !== STAND_IN && !name.includes('*') && name !== '');
    }
    return this.#handled;
  }

  /** All clients' configurations, where certainly none of them has an executor for the task (see the rule `tasks/no-executor`). */
  lackedBy(task: string): readonly AppConfig[] {
    let found = this.#lackedBy.get(task);
    if (!found) {
      const { apps, deployment, target } = this.#job;
      this.#clients ??= this.#all.configs.filter((config) => config.side === 'client' && executorsAreKnown(config));
      const lacking = this.#clients.filter((client) => !executorFor(client, task, target));
      let left = lacking.length;
      for (const app of apps.values()) if (app.deployed && app.goesToClients) left--;
      found = left >= 0 && deployment.certain ? lacking : [];
      this.#lackedBy.set(task, found);
    }
    return found;
  }
}
