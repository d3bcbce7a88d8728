import { own } from '../text/own';
import { importedNames } from './callables';
import { type CatalogClass, makeClass } from './catalog-class';
import type { CodeClasses } from './code-classes';
import type { CatalogData, ClassData } from './data';
import type { Ancestry, Found } from './found';
import { ROOT, withoutRoot, withRoot } from './nvflare-path';

/**
 * What a job can name in one release of NVFLARE. Made by `readCatalog` from a parsed catalogue file; takes time and memory only
 * for the classes that are asked for.
 */
export interface Catalog {
  readonly data: CatalogData;
  /** Of `2.8.1`: `2.8`. */
  readonly minor: string;
  /** Classes that were asked for. */
  readonly made: Map<string, CatalogClass>;
  /** What paths that were asked for lead to; rules ask for the same ones on every keystroke. */
  readonly found: Map<string, Found>;
  /** What classes that were asked for inherit from. */
  readonly ancestry: Map<string, Ancestry>;
  /** What modules import; made when it is first asked for. */
  imported: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
  /** Elements of the list of allowed classes; made when they are first asked for. */
  allowed: ReadonlySet<string> | undefined;
  /** Where classes are read from an installed NVFLARE that no catalogue knows: what is known of them so far. */
  readonly code: CodeClasses | undefined;
  /** Then, whether it is installed, or the source that jobs lie in. */
  readonly codeFrom?: 'installed' | 'checkout' | undefined;
  /** Then, the catalogue of the nearest release: what there probably is, too. */
  readonly nearest: Catalog | undefined;
}

/** Hosts hand over the parsed file. */
export function readCatalog(data: CatalogData): Catalog {
  return catalogOf(data, undefined, undefined);
}

/** What the table of bare names and the list of allowed classes are in an installed NVFLARE; those of the nearest catalogue where it has none. */
export type CodeTables = Partial<Pick<CatalogData, 'shortNames' | 'allowed'>>;

/** A catalogue of an installed release that has none: its classes are read from its code, with the nearest catalogue to guess by. */
export function catalogOfCode(
  release: string,
  code: CodeClasses,
  nearest: Catalog,
  { codeFrom = 'installed', ...tables }: CodeTables & Pick<Catalog, 'codeFrom'>,
): Catalog {
  const { allowed: _, ...rest } = nearest.data;
  return { ...catalogOf({ ...rest, release, ...tables }, code, nearest), codeFrom };
}

function catalogOf(data: CatalogData, code: CodeClasses | undefined, nearest: Catalog | undefined): Catalog {
  return {
    data,
    minor: data.release.split('.').slice(0, 2).join('.'),
    made: new Map(),
    found: new Map(),
    ancestry: new Map(),
    imported: undefined,
    allowed: undefined,
    code,
    nearest,
  };
}

/** The elements of the list of classes that a job without code of its own may use by default; `undefined` where there is no such list. */
export function allowedElements(catalog: Catalog): ReadonlySet<string> | undefined {
  catalog.allowed ??= catalog.data.allowed && new Set(catalog.data.allowed);
  return catalog.allowed;
}

/** What a class path leads to; `undefined` for a path outside of NVFLARE. */
export function find(catalog: Catalog, path: string): Found | undefined {
  const known = catalog.found.get(path);
  if (known) return known;
  const short = withoutRoot(path);
  if (short === undefined) return undefined;
  if (catalog.code) return catalog.code.find(path) ?? { kind: 'unlisted' };
  const found = lookUp(catalog, path, short);
  // A path that leads nowhere may be another one with each keystroke.
  if (!found.kind.startsWith('no-')) catalog.found.set(path, found);
  return found;
}

function lookUp(catalog: Catalog, path: string, short: string): Found {
  const { module, name } = split(short);
  const { classes, functions } = catalog.data;
  if (own(own(classes, module), name)) return { kind: 'class', class: classAt(catalog, module, name) };
  if (own(functions, module)?.includes(name)) return { kind: 'function', path };
  catalog.imported ??= importedNames(catalog.data);
  const target = catalog.imported.get(module)?.get(name);
  if (target !== undefined) return find(catalog, withRoot(target)) ?? { kind: 'unlisted' };
  if (name.startsWith('_') || isUnlisted(catalog, short)) return { kind: 'unlisted' };
  const full = module === '' ? ROOT : withRoot(module);
  return hasModule(catalog, module) ? { kind: 'no-name', module: full, name } : { kind: 'no-module', module: full };
}

function isUnlisted(catalog: Catalog, short: string): boolean {
  return catalog.data.unlisted.some((name) => `${short}.`.startsWith(`${name}.`));
}

/** The class at a path, also where the path is one of a re-export. */
export function lookupClass(catalog: Catalog, path: string): CatalogClass | undefined {
  const found = find(catalog, path);
  return found?.kind === 'class' ? found.class : undefined;
}

/** The paths of the classes that a module of NVFLARE defines; none where there is no such module. */
export function classesOfModule(catalog: Catalog, module: string): readonly string[] {
  const short = withoutRoot(module);
  return short === undefined ? [] : Object.keys(own(catalog.data.classes, short) ?? {}).map((name) => `${module}.${name}`);
}

/** The classes of a bare name that `name` may give instead of `path`; more than one where the name is ambiguous. */
export function lookupShortName(catalog: Catalog, name: string): readonly string[] {
  return (own(catalog.data.shortNames, name) ?? []).map((module) => `${withRoot(module)}.${name}`);
}

/** Paths of all classes of a release, where they are defined; of an installed one those that it probably has. */
export function* classPaths(catalog: Catalog): Generator<string> {
  if (catalog.code) yield* catalog.code.paths();
  for (const [module, classes] of Object.entries(catalog.data.classes)) {
    if (catalog.code?.hasRead(withRoot(module))) continue;
    for (const name of Object.keys(classes)) yield withRoot(module === '' ? name : `${module}.${name}`);
  }
}

/** The class with all it inherits from, itself first, each once; classes outside of NVFLARE are in it by their paths. */
export function ancestors(catalog: Catalog, path: string): readonly string[] {
  return ancestryOf(catalog, path).paths;
}

function ancestryOf(catalog: Catalog, path: string): Ancestry {
  const known = catalog.ancestry.get(path);
  if (known) return known;
  if (catalog.code) return (withoutRoot(path) !== undefined && catalog.code.ancestry(path)) || unknownAncestry(path);
  const paths = inheritedBy(catalog, path);
  const isWhole = paths.every((each) => isWithoutAncestors(each) || lookupClass(catalog, each));
  const made = { paths, set: new Set(paths), isWhole };
  if (catalog.found.has(path)) catalog.ancestry.set(path, made);
  return made;
}

function inheritedBy(catalog: Catalog, path: string): readonly string[] {
  const seen = new Set<string>();
  const left = [path];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const known = lookupClass(catalog, next);
    const real = known?.path ?? next;
    if (seen.has(real)) continue;
    seen.add(real);
    if (known) left.push(...known.bases);
  }
  return [...seen];
}

function unknownAncestry(path: string): Ancestry {
  return { paths: [path], set: new Set([path]), isWhole: isWithoutAncestors(path) };
}

/**
 * Whether a class is another one or inherits from it; `undefined` where a class outside of NVFLARE stands between, or one that was not
 * read yet.
 */
export function isKindOf(catalog: Catalog, path: string, base: string): boolean | undefined {
  const { set, isWhole } = ancestryOf(catalog, path);
  if (catalog.code) return set.has(base) || isKindInCode(catalog.code, { set, isWhole }, base);
  if (set.has(lookupClass(catalog, base)?.path ?? base)) return true;
  return isWhole ? false : undefined;
}

/** A base may be known there under another path, or be no more; then nothing can be said. */
function isKindInCode(code: CodeClasses, { set, isWhole }: Pick<Ancestry, 'set' | 'isWhole'>, base: string): boolean | undefined {
  const [real] = withoutRoot(base) === undefined ? [base] : (code.ancestry(base)?.paths ?? []);
  if (real === undefined) return undefined;
  if (set.has(real)) return true;
  return isWhole ? false : undefined;
}

/** Whether a class outside of NVFLARE inherits from nothing that matters. */
export function isWithoutAncestors(path: string): boolean {
  return /^(?:abc|typing|enum|threading|logging|collections|dataclasses|builtins)\.|^[A-Za-z]+$/.test(path);
}

/** Whether the path names a module or package of the release; `''` is NVFLARE itself. */
function hasModule(catalog: Catalog, module: string): boolean {
  const { classes, functions, otherModules } = catalog.data;
  if (module === '' || own(classes, module) || own(functions, module)) return true;
  return otherModules.includes(module);
}

function classAt(catalog: Catalog, module: string, name: string): CatalogClass {
  const path = withRoot(module === '' ? name : `${module}.${name}`);
  const known = catalog.made.get(path);
  if (known) return known;
  const made = makeClass(path, withRoot(module), name, catalog.data.classes[module]?.[name] as ClassData);
  catalog.made.set(path, made);
  return made;
}

function split(path: string): { readonly module: string; readonly name: string } {
  const dot = path.lastIndexOf('.');
  return { module: path.slice(0, Math.max(dot, 0)), name: path.slice(dot + 1) };
}
