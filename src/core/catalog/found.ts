import type { CatalogClass } from './catalog-class';

/** What a path leads to in a catalogue. */
export type Found =
  | { readonly kind: 'class'; readonly class: CatalogClass }
  | { readonly kind: 'function'; readonly path: string }
  /** In a part of NVFLARE that the catalogue does not list, a name that begins with `_`, or not read yet. */
  | { readonly kind: 'unlisted' }
  /** The module is there, but it neither defines nor imports the name. */
  | { readonly kind: 'no-name'; readonly module: string; readonly name: string }
  /** NVFLARE has no such module. */
  | { readonly kind: 'no-module'; readonly module: string };

/** A class with all it inherits from. */
export interface Ancestry {
  readonly paths: readonly string[];
  readonly set: ReadonlySet<string>;
  /** Whether there is no class among them of which it is unknown what it inherits from. */
  readonly isWhole: boolean;
}
