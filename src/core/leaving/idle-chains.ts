import type { AppConfig } from '../job/config/app-config';
import { titleOf } from '../job/config/component-title';
import { tasksDelegated } from '../job/config/task-flow';
import type { Place } from '../text/range';
import { rangeOf } from '../tree/node';
import type { Surroundings } from './outgoing';

/** Filters for a task that never pass anything here. */
export interface IdleChain extends Place {
  readonly task: string;
  /** The bare names of their classes. */
  readonly filters: readonly string[];
  readonly why: string;
}

/**
 * Filters for a task that a client controlled workflow hands from one executor of a client to another, as a plain call: no filter
 * is applied then (`execute_learn_task` of `nvflare/app_common/ccwf/client_ctl.py`).
 */
export function idleChains(client: AppConfig, { wiring, flow }: Surroundings): readonly IdleChain[] {
  if (!flow.certain) return [];
  const sent = new Set(flow.sent.map(({ name }) => name));
  return tasksDelegated(client, wiring.classes)
    .filter(({ name }) => !sent.has(name))
    .flatMap(({ name, component }) =>
      client.chains
        .filter(({ tasks }) => tasks.names.some(({ value }) => value === name))
        .map((chain) => ({
          task: name,
          filters: chain.filters.map((filter) => titleOf({ ...filter, id: undefined })),
          why: `${titleOf(component)} hands ${name} over inside the client, where no filter is applied`,
          file: client.config.file,
          range: rangeOf(chain.node),
        })),
    );
}
