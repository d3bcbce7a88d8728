import { executorFor } from '../job/config/task-takers';
import type { Wiring } from '../job/config/wiring';
import type { Release } from '../job/release';
import { type Contradiction, type Limit, placesOf, settingText } from './play';
import { timeOf } from './setup';

/** Parameters of executors by which they wait for a process of their own to start. */
const LAUNCHING = ['launch_timeout', 'external_pre_init_timeout', 'attach_timeout'] as const;

/** Executors that may still wait for their process when the server has given the task up. */
export function launchContradictions(
  wiring: Wiring,
  limits: readonly Limit[],
  tasks: readonly string[],
  release: Release,
): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const task of tasks) {
    const limit = limits.find(({ what, seconds }) => seconds !== undefined && (what === task || what.startsWith(`${task}, `)));
    const [timeout] = limit?.settings ?? [];
    if (!timeout) continue;
    for (const config of wiring.configs) {
      const executor = config.side === 'client' ? executorFor(config, task, release)?.executor.executor : undefined;
      if (!executor) continue;
      const known = wiring.classes.of(executor, config.app);
      if (known.kind !== 'known') continue;
      const part = { component: executor, found: known, file: config.config.file };
      for (const name of LAUNCHING) {
        const launching = timeOf(part, name);
        // Only what the job says itself: nobody has chosen two defaults that disagree.
        if (!launching || launching.value <= timeout.value || placesOf([launching, timeout]).length === 0) continue;
        found.push({
          message: `the server gives ${task} up after ${settingText(timeout)}, while the executor may wait ${settingText(launching)} for its process alone`,
          places: placesOf([timeout, launching]),
        });
      }
    }
  }
  return found;
}
