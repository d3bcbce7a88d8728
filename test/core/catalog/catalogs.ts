import { readdirSync, readFileSync } from 'node:fs';
import type { Catalog } from '../../../src/core/catalog/catalog';
import { find, readCatalog } from '../../../src/core/catalog/catalog';

const FOLDER = 'schemas/catalog';
const read = new Map<string, Catalog>();

/** The releases that there are catalogues of, oldest first: `2.3`, … */
export const RELEASES = readdirSync(FOLDER)
  .flatMap((file) => /^nvflare-(\d+\.\d+)\.json$/.exec(file)?.[1] ?? [])
  .sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]));

/** The shipped catalogue of a release. */
export function catalogOf(release: string): Catalog {
  const known = read.get(release) ?? readCatalog(JSON.parse(readFileSync(`${FOLDER}/nvflare-${release}.json`, 'utf8')));
  read.set(release, known);
  return known;
}

/** Releases whose catalogue has a class or function at the path, in the order in which they are given. */
export function history(path: string, catalogs: readonly Catalog[]): readonly string[] {
  return catalogs.filter((catalog) => /^(?:class|function)$/.test(find(catalog, path)?.kind ?? '')).map(({ minor }) => minor);
}
