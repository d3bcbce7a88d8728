import type { Literal } from '../python/literal';
import { readLiteral } from '../python/literal';
import { parametersOf } from '../python/parameters';
import { scanModule } from '../python/scan';
import { importedNames } from './callables';
import type { CodeClasses } from './code-classes';
import type { CatalogData, ClassData } from './data';

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
  /** Then, the catalogue of the nearest release: what there probably is, too. */
  readonly nearest: Catalog | undefined;
}

/** A class of the release, with all that is known of it. */
export interface CatalogClass {
  /** Where the class is defined. */
  readonly path: string;
  readonly name: string;
  readonly module: string;
  /** Paths of the bases, in order; those outside of NVFLARE, too. */
  readonly bases: readonly string[];
  readonly signature: CatalogSignature;
  readonly isAbstract: boolean;
  readonly ids: readonly IdParameter[];
  /** Templates: `train`, `{train_task_name}`, `{task_name_prefix}_config`. */
  readonly sends: readonly string[];
  readonly handles: readonly string[];
  /** Parameters that name a task, in whatever way that is known. */
  readonly taskParameters: readonly string[];
  /** Templates of the events that it fires. */
  readonly fires: readonly string[];
  /** Templates of the events that it does something about. */
  readonly hears: readonly string[];
}

/** What a constructor takes. */
export interface CatalogSignature {
  readonly parameters: readonly CatalogParameter[];
  /** Arguments that are not among the parameters may be taken as well. */
  readonly isOpen: boolean;
}

/** A parameter that can be given by name. */
export interface CatalogParameter {
  readonly name: string;
  readonly annotation: string | undefined;
  /** The default as Python writes it; `undefined` for a parameter that must be given. */
  readonly default: string | undefined;
  /** Its value, where the source says it. */
  readonly value: Literal | undefined;
}

/** A parameter that holds the id of a component. */
export interface IdParameter {
  readonly name: string;
  readonly isList: boolean;
  /** The component must be of at least one of these; none where the code does not say. */
  readonly classes: readonly string[];
  /** Whether the code checks it; else it fails somewhere when the class is wrong. */
  readonly isChecked: boolean;
}

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

const ROOT = 'nvflare';

/** Hosts hand over the parsed file. */
export function readCatalog(data: CatalogData): Catalog {
  return catalogOf(data, undefined, undefined);
}

/** What the table of bare names and the list of allowed classes are in an installed NVFLARE; those of the nearest catalogue where it has none. */
export type CodeTables = Partial<Pick<CatalogData, 'shortNames' | 'allowed'>>;

/** A catalogue of an installed release that has none: its classes are read from its code, with the nearest catalogue to guess by. */
export function catalogOfCode(release: string, code: CodeClasses, nearest: Catalog, tables: CodeTables): Catalog {
  const { allowed: _, ...rest } = nearest.data;
  return catalogOf({ ...rest, release, ...tables }, code, nearest);
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

/** A class with all it inherits from. */
export interface Ancestry {
  readonly paths: readonly string[];
  readonly set: ReadonlySet<string>;
  /** Whether there is no class among them of which it is unknown what it inherits from. */
  readonly isWhole: boolean;
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

/** A class by what a catalogue says of it. */
export function makeClass(path: string, module: string, name: string, [bases, parameters, uses = {}]: ClassData): CatalogClass {
  const { sends = [], handles = [], tasks = [], fires = [], hears = [] } = uses;
  const named = [...sends, ...handles].flatMap((template) =>
    [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string),
  );
  return {
    path,
    module,
    name,
    bases: pathsIn(bases),
    signature: readSignature(parameters),
    isAbstract: uses.abstract === 1,
    ids: Object.entries(uses.ids ?? {}).map(([parameter, classes]) => readId(parameter, classes)),
    sends,
    handles,
    taskParameters: [...new Set([...named, ...tasks])],
    fires,
    hears,
  };
}

function readId(name: string, written: string): IdParameter {
  const [, marks = '', classes = ''] = /^([*?]*)(.*)$/.exec(written) ?? [];
  const paths = pathsIn(classes);
  return { name, isList: marks.includes('*'), classes: paths, isChecked: paths.length > 0 && !marks.includes('?') };
}

function pathsIn(written: string): readonly string[] {
  return written
    .split(' ')
    .filter((path) => path !== '')
    .map((path) => (path.startsWith(':') ? path.slice(1) : withRoot(path)));
}

/** Reads parameters as Python writes them, with Python's own rules. */
function readSignature(written: string): CatalogSignature {
  const text = `def made(${written.replace(/\*\*$/, '**others')}): ...`;
  const [made] = scanModule(text).functions;
  const all = made ? parametersOf(text, made) : [];
  const parameters = all.filter((each) => !each.kind.startsWith('var-'));
  return {
    parameters: parameters.map((each) => ({
      name: each.name,
      annotation: each.annotation?.text,
      default: each.default?.text,
      value: each.default && readLiteral(each.default.text),
    })),
    isOpen: all.some((each) => each.kind === 'var-keyword'),
  };
}

function split(path: string): { readonly module: string; readonly name: string } {
  const dot = path.lastIndexOf('.');
  return { module: path.slice(0, Math.max(dot, 0)), name: path.slice(dot + 1) };
}

function withRoot(path: string): string {
  return path === '' ? ROOT : `${ROOT}.${path}`;
}

function withoutRoot(path: string): string | undefined {
  return path.startsWith(`${ROOT}.`) ? path.slice(ROOT.length + 1) : undefined;
}

/** A key of parsed JSON, and none that every object has. */
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
