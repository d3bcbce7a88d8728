import { type Catalog, isKindOf } from '../../catalog/catalog';
import type { CatalogParameter } from '../../catalog/catalog-class';
import type { Found } from '../../catalog/found';
import { type ClassFound, type ClassParameter, parametersOf } from './known-class';

/** What a class path leads to in a catalogue; `found` is what it has under the path. */
export function classFound(catalog: Catalog, path: string, found: Found | undefined): ClassFound {
  switch (found?.kind) {
    case 'class': {
      const { class: facts } = found;
      return {
        kind: 'known',
        path: facts.path,
        origin: 'nvflare',
        isFunction: false,
        ...parametersOf(facts.signature.parameters.map(fromCatalog)),
        isOpen: facts.signature.isOpen,
        facts,
        place: undefined,
        isA: (base) => isKindOf(catalog, facts.path, base),
      };
    }
    case 'function':
      return {
        kind: 'known',
        path: found.path,
        origin: 'nvflare',
        isFunction: true,
        ...parametersOf([]),
        isOpen: true,
        facts: undefined,
        place: undefined,
        isA: () => undefined,
      };
    case 'no-name':
      return { kind: 'gone', path, module: found.module, hasModule: true };
    case 'no-module':
      return { kind: 'gone', path, module: found.module, hasModule: false };
    case 'unlisted':
    case undefined:
      return { kind: 'unknown' };
  }
}

function fromCatalog({ name, annotation, default: written, value }: CatalogParameter): ClassParameter {
  return { name, annotation, default: written, value, place: undefined };
}
