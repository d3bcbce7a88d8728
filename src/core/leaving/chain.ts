import type { AppConfig, FilterChain } from '../job/config/app-config';
import type { ClassIndex } from '../job/config/class-index';
import { titleOf } from '../job/config/component-title';
import { rangeOf } from '../tree/node';
import { actsOn, type PathFilter } from './path';
import type { Payload } from './payload';
import { privacyOf } from './privacy-filters';

/** The place of a filter chain on the way of a task. */
export interface ChainPlace {
  readonly section: FilterChain['section'];
  readonly task: string;
  readonly direction: 'in' | 'out';
}

/**
 * The filters that a message passes at one place, in order. Names of tasks are compared exactly here, without patterns
 * (`apply_filters` of `nvflare/apis/utils/task_utils.py`, `nvflare/private/fed_json_config.py`).
 */
export function filtersAt(
  config: AppConfig | undefined,
  { section, task, direction }: ChainPlace,
  payload: Payload,
  classes: ClassIndex,
): readonly PathFilter[] {
  if (!config) return [];
  const chains = config.chains.filter(
    (chain) =>
      chain.section === section &&
      (chain.direction === direction || chain.direction === 'inout') &&
      chain.tasks.names.some(({ value }) => value === task),
  );
  return chains.flatMap(({ filters }) =>
    filters.map((filter): PathFilter => {
      const found = classes.of(filter, config.app);
      const privacy = privacyOf(filter, found);
      return {
        name: titleOf({ ...filter, id: undefined }),
        className: filter.className?.value,
        privacy,
        acts: actsOn(privacy, payload),
        file: config.config.file,
        range: rangeOf(filter.className ?? filter.node),
      };
    }),
  );
}
