import type { Ancestry, Found } from './found';

/**
 * The classes of an NVFLARE that is installed and that no catalogue knows, as its own code says them. What was not read yet is
 * `undefined`, and from then on wanted: whoever owns it reads the code and asks again.
 */
export interface CodeClasses {
  /** What a path below `nvflare` leads to. */
  find(path: string): Found | undefined;
  /** The same, but where nothing is known nothing is wanted. */
  seen(path: string): Found | undefined;
  /** What a class below `nvflare` inherits from, itself first under the path where it is defined; `undefined` for what is no class, too. */
  ancestry(path: string): Ancestry | undefined;
  /** Paths of the classes that modules which were read define. */
  paths(): Iterable<string>;
  hasRead(module: string): boolean;
}
