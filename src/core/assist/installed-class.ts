import { ancestors } from '../catalog/catalog';
import type { Range } from '../text/range';
import type { Checked } from './checked';
import { nameAt } from './config-names';

/** A class of NVFLARE that is named at an offset, or the class whose argument is. */
export interface NvflareName {
  readonly range: Range;
  /** Where the class is defined, then the classes that it inherits from. */
  readonly classes: readonly string[];
  readonly parameter: string | undefined;
}

/** The class of NVFLARE, or the parameter of one, that an app's configuration names at an offset; hosts find it where NVFLARE is installed. */
export function nvflareNameAt({ wiring }: Checked, file: string, offset: number): NvflareName | undefined {
  const name = wiring && nameAt(wiring, file, offset);
  if (!wiring || !name?.component || (name.kind !== 'class' && name.kind !== 'argument')) return undefined;
  const found = wiring.classes.of(name.component, name.config.app);
  const { catalog } = wiring.classes;
  if (found.kind !== 'known' || found.origin !== 'nvflare' || !catalog) return undefined;
  return {
    range: name.range,
    classes: ancestors(catalog, found.path),
    parameter: name.kind === 'argument' ? name.name : undefined,
  };
}
