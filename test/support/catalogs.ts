import { readdirSync, readFileSync } from 'node:fs';
import { type Catalog, readCatalog } from '../../src/core/catalog/catalog';
import type { CatalogData } from '../../src/core/catalog/data';
import { type HistoryData, readHistory } from '../../src/core/catalog/history';

/** Every catalogue that ships, by release line. */
export const ALL_CATALOGS: ReadonlyMap<string, Catalog> = new Map(
  readdirSync('schemas/catalog')
    .filter((name) => /^nvflare-[\d.]+\.json$/.test(name))
    .map((name) => {
      const catalog = readCatalog(JSON.parse(readFileSync(`schemas/catalog/${name}`, 'utf8')) as CatalogData);
      return [catalog.minor, catalog];
    }),
);

/** Which releases have which classes, as it ships. */
export const HISTORY = readHistory(JSON.parse(readFileSync('schemas/catalog/nvflare-history.json', 'utf8')) as HistoryData);
