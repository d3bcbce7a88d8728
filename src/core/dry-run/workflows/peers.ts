import { argumentValue } from '../../job/config/argument-value';
import type { Configured, Setup } from '../setup';

/**
 * The client's part of a client controlled workflow: the first component of that class, or one that inherits from it, with the same
 * prefix of task names. Clients that run different apps are taken to agree.
 */
export function clientPart({ wiring }: Setup, base: string, prefix: string): Configured | undefined {
  for (const config of wiring.configs) {
    if (config.side !== 'client') continue;
    for (const component of config.built) {
      const found = wiring.classes.of(component, config.app);
      if (found.kind !== 'known' || found.isA(base) !== true) continue;
      if (argumentValue(component, found, 'task_name_prefix')?.value !== prefix) continue;
      return { component, found, file: config.config.file };
    }
  }
  return undefined;
}
