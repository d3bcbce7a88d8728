import { readdirSync, readFileSync } from 'node:fs';
import { type Catalog, readCatalog } from '../../src/core/catalog/catalog';
import type { CatalogData } from '../../src/core/catalog/data';

/** Every catalogue that ships, by release line. */
export const ALL_CATALOGS: ReadonlyMap<string, Catalog> = new Map(
  readdirSync('schemas/catalog')
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const catalog = readCatalog(JSON.parse(readFileSync(`schemas/catalog/${name}`, 'utf8')) as CatalogData);
      return [catalog.minor, catalog];
    }),
);
