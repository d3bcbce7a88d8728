import type { OutsidePlace } from '../job/config/known-class';
import type { Range } from '../text/range';
import type { Checked } from './checked';
import { nameAt } from './config-names';
import { wiringWith } from './idle-config';

/** A class or parameter that stands at an offset, and where code outside of the job has it. */
export interface OutsideDefinition extends OutsidePlace {
  /** What stands at the offset. */
  readonly at: Range;
}

/**
 * The class, or the parameter of one, that an app's configuration names at an offset, in the folders of code that a setting names;
 * `definitionAt` leads to what the job itself has.
 */
export function outsideDefinitionAt({ job, wiring }: Checked, file: string, offset: number): OutsideDefinition | undefined {
  const all = wiring && wiringWith(job, wiring, file);
  const name = all && nameAt(all, file, offset);
  if (!all || !name?.component || (name.kind !== 'class' && name.kind !== 'argument')) return undefined;
  const found = all.classes.of(name.component, name.config.app);
  if (found.kind !== 'known') return undefined;
  const place = name.kind === 'class' ? found.outside : found.byName.get(name.name)?.outside;
  return place && { ...place, at: name.range };
}
