import type { AppConfig, FilterChain } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { Release } from '../job/release';
import { isSince } from '../job/release';
import type { GraphFilter } from './model';

/** A filter that is on the way of a task, with the chain that it is in. */
export interface FilterOnWay {
  readonly way: GraphFilter['way'];
  readonly filter: ComponentDef;
  readonly chain: FilterChain;
}

/**
 * The filters that a task passes on one side, in the order in which they run: those of its data, then those of its results
 * (`ServerRunner` and `ClientRunner`). Data goes out of the server and in at a client, results the other way. A chain is found by
 * the exact name of the task.
 */
export function filtersOfTask(config: AppConfig, task: string, release: Release): readonly FilterOnWay[] {
  return config.chains
    .filter(({ tasks }) => tasks.names.some(({ value }) => value === task))
    .filter((chain) => isOnTheWay(chain, config, release))
    .sort((a, b) => Number(wayOf(a) === 'results') - Number(wayOf(b) === 'results'))
    .flatMap((chain) => chain.filters.map((filter) => ({ way: wayOf(chain), filter, chain })));
}

/** Whether NVFLARE ever asks for a chain: only for the direction in which its section goes on its side. */
export function isOnTheWay(chain: FilterChain, { side }: AppConfig, release: Release): boolean {
  // Before 2.4 there were no directions.
  if (!isSince(release, '2.4')) return true;
  const needed = (chain.section === 'task_data_filters') === (side === 'server') ? 'out' : 'in';
  return chain.direction === needed || chain.direction === 'inout';
}

/** Which way the filters of a section are on. */
export function wayOf({ section }: FilterChain): GraphFilter['way'] {
  return section === 'task_data_filters' ? 'data' : 'results';
}
