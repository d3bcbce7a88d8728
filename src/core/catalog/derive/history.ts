import { importedNames } from '../callables';
import { type Catalog, classPaths, find, lookupClass, readCatalog } from '../catalog';
import type { CatalogData } from '../data';
import type { HistoryData } from '../history';
import { kindsOf } from '../kinds';
import { laterPath } from './later-path';

const ROOT = 'nvflare.';

/** The same from the texts of catalogue files, in any order. */
export function historyOfTexts(texts: readonly string[]): HistoryData {
  const catalogs = texts.map((text) => readCatalog(JSON.parse(text) as CatalogData));
  return historyOf(catalogs.sort((a, b) => Number(a.minor.split('.')[1]) - Number(b.minor.split('.')[1])));
}

/** Which releases have which classes and functions, and what became of those that are gone; the catalogues oldest first. */
export function historyOf(catalogs: readonly Catalog[]): HistoryData {
  const places = new Map<string, string>();
  catalogs.forEach((catalog, place) => {
    for (const path of pathsOf(catalog.data)) places.set(path, `${places.get(path) ?? ''}${place}`);
  });
  const paths: Record<string, Record<string, string[]>> = {};
  for (const path of [...places.keys()].sort()) {
    const where = places.get(path) ?? '';
    if (where.length === catalogs.length) continue;
    const dot = path.lastIndexOf('.');
    const module = path.slice(0, Math.max(dot, 0));
    paths[module] ??= {};
    paths[module][where] ??= [];
    paths[module][where].push(path.slice(dot + 1));
  }
  return { releases: catalogs.map(({ minor }) => minor), paths, ...successors(catalogs, places) };
}

/** Classes and functions where they are defined, and where a package offers them. */
function* pathsOf(data: CatalogData): Generator<string> {
  const modules = [...Object.keys(data.classes), ...Object.keys(data.functions), ...data.otherModules];
  const packages = new Set(modules.map((module) => module.slice(0, Math.max(module.lastIndexOf('.'), 0))));
  for (const [module, classes] of Object.entries(data.classes)) for (const name of Object.keys(classes)) yield join(module, name);
  for (const [module, names] of Object.entries(data.functions)) for (const name of names) yield join(module, name);
  for (const [module, names] of importedNames(data)) {
    if (packages.has(module)) for (const name of names.keys()) yield join(module, name);
  }
}

function successors(catalogs: readonly Catalog[], places: ReadonlyMap<string, string>): Pick<HistoryData, 'moved' | 'instead'> {
  const moved: Record<string, string> = {};
  const instead: Record<string, string> = {};
  for (const [short, where] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = Number(where.at(-1));
    const [old, next] = [catalogs[last], catalogs[last + 1]];
    if (!old || !next || isNamed(next, ROOT + short)) continue;
    const later = laterPath(ROOT + short, [old, next]);
    const successor = later === undefined ? replacementOf(ROOT + short, old, next) : undefined;
    if (later !== undefined) moved[short] = later.slice(ROOT.length);
    else if (successor !== undefined) instead[short] = successor.slice(ROOT.length);
  }
  return { moved, instead };
}

function isNamed(catalog: Catalog, path: string): boolean {
  return !find(catalog, path)?.kind.startsWith('no-');
}

/**
 * The class that came when another one went: new in the release, of the same kind, and named by at least two words that stand in the old
 * name in the same order (`ClientAPIExecutor` for `InProcessClientAPIExecutor`). The only one, or none.
 */
function replacementOf(path: string, old: Catalog, next: Catalog): string | undefined {
  const before = lookupClass(old, path);
  const [kind] = before ? kindsOf(old, before.path) : [];
  if (!before || !kind) return undefined;
  const words = wordsOf(before.name);
  const come = [...classPaths(next)].filter((candidate) => {
    if (find(old, candidate)?.kind === 'class') return false;
    const own = wordsOf(candidate.slice(candidate.lastIndexOf('.') + 1));
    return own.length >= 2 && own.length < words.length && isWithin(own, words) && kindsOf(next, candidate)[0] === kind;
  });
  return come.length === 1 ? come[0] : undefined;
}

/** `ClientAPIExecutor`: Client, API, Executor. */
function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? [];
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  for (const word of many) if (word === few[at]) at++;
  return at === few.length;
}

function join(module: string, name: string): string {
  return module === '' ? name : `${module}.${name}`;
}
