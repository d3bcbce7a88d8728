import type { Side } from '../../job/config/system-variables';

const SERVER = ['components', 'workflows', 'task_data_filters', 'task_result_filters'] as const;
const CLIENT = ['components', 'executors', 'task_data_filters', 'task_result_filters'] as const;

/** The lists that NVFLARE reads from a configuration of a side. */
export function sectionsOf(side: Side): readonly string[] {
  return side === 'server' ? SERVER : CLIENT;
}
