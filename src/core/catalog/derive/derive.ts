import type { BodyStatement } from '../../python/body';
import { readBody } from '../../python/body';
import { partsOf } from '../../python/expression-tree';
import type { Literal } from '../../python/literal';
import type { PythonImport } from '../../python/module';
import { boundName } from '../../python/module';
import type { Parameter, Signature } from '../../python/parameter';
import type { ClassDefinition, Definition, ModuleSource } from '../../python/program';
import { absoluteName, basesOf, constantOf, exportsOf, isForTypeCheckers, lookUp, pathOf } from '../../python/program';
import { callables } from '../callables';
import type { CatalogData, ClassData, ClassUses } from '../data';
import { parametersIn } from '../task-template';
import { remainsAbstract } from './abstract';
import type { Code } from './code';
import { newCode } from './code';
import { COMPONENT } from './events';
import { flowOf } from './flow';
import type { Flow } from './uses';
import { writeParameters } from './write-parameters';

const ROOT = 'nvflare.';

/** What a release is made of, besides its modules. */
export interface Release {
  readonly release: string;
  readonly modules: ReadonlyMap<string, ModuleSource>;
  /** `nvflare/fuel/utils/component_classes.json`, which releases from 2.5.0 on carry. */
  readonly shortNames: Readonly<Record<string, readonly string[]>> | undefined;
}

/** See `CatalogData.unlisted`. */
const UNLISTED = ['cli', 'dashboard', 'fuel.f3', 'fuel.hci', 'ha', 'lighter', 'private', 'tool'];

/** Reads everything that the catalogue of a release holds out of the release's own code. The result depends on nothing else. */
export function deriveCatalog({ release, modules, shortNames }: Release): CatalogData {
  const code = newCode((name) => modules.get(name));
  const sources = [...modules.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).filter((source) => isListed(source.name));
  const classes = perModule(sources, (source) => classesIn(code, source));
  const functions = perModule(sources, (source) => functionsIn(code, source));
  const allowed = allowList(code);
  return {
    release,
    unlisted: UNLISTED,
    classes,
    functions,
    ...importsOf(code, sources, callables({ classes, functions })),
    otherModules: sources.map((source) => short(source.name)).filter((name) => !classes[name] && !functions[name]),
    shortNames: shortNameTable(shortNames ?? scannedNames(code, sources)),
    ...(allowed ? { allowed } : {}),
    variables: {
      server: variables(code, 'nvflare.private.fed.server.server_json_config'),
      client: variables(code, 'nvflare.private.fed.client.client_json_config'),
    },
  };
}

/** A table of bare class names as a catalogue has it. */
export function shortNameTable(modulesByName: Readonly<Record<string, readonly string[]>>): CatalogData['shortNames'] {
  return sorted(mapped(modulesByName, (list) => list.map(short)));
}

function isListed(module: string): boolean {
  return !UNLISTED.some((name) => `${module}.`.startsWith(`${ROOT}${name}.`));
}

/** What each module has, by its name; modules that have nothing are left out. */
function perModule<T extends object>(sources: readonly ModuleSource[], read: (source: ModuleSource) => T): Record<string, T> {
  const all = sources.map((source) => [short(source.name), read(source)] as const);
  return Object.fromEntries(all.filter(([, found]) => Object.keys(found).length > 0));
}

function short(path: string): string {
  if (path === 'nvflare') return '';
  return path.startsWith(ROOT) ? path.slice(ROOT.length) : `:${path}`;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapped<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function classesIn(code: Code, source: ModuleSource): Record<string, ClassData> {
  const found: Record<string, ClassData> = {};
  for (const { name } of source.module.classes) {
    if (!isPublic(name)) continue;
    const definition = lookUp(code.find, source, name);
    if (definition?.kind === 'class' && definition.source === source && !found[name]) found[name] = classData(code, definition);
  }
  return sorted(found);
}

/** What a catalogue says of a class. */
export function classData(code: Code, of: ClassDefinition): ClassData {
  const bases = basesOf(code.find, of)
    .map((base) => short(pathOf(base)))
    .filter((base) => base !== ':object');
  const signature = code.signature(of);
  const uses = usesOf(code, of, signature);
  const data = [bases.join(' '), writeParameters(signature)] as const;
  return Object.keys(uses).length > 0 ? [...data, uses] : data;
}

function usesOf(code: Code, of: ClassDefinition, signature: Signature): ClassUses {
  const isAbstract = remainsAbstract(code, of);
  const isComponent = code.order(of).some((each) => pathOf(each) === COMPONENT);
  return {
    ...(isAbstract ? { abstract: 1 as const } : {}),
    ...(isComponent ? flowUses(flowOf(code, of), signature) : {}),
  };
}

function flowUses(flow: Flow, signature: Signature): ClassUses {
  const names = signature.parameters.map((parameter) => parameter.name);
  const ids: Record<string, string> = {};
  for (const name of names) {
    const use = flow.ids.get(name);
    if (!use) continue;
    const isChecked = use.demanded.size > 0;
    const classes = [...(isChecked ? use.demanded : use.expected)].map(short).sort();
    ids[name] = (use.isList ? '*' : '') + (isChecked || classes.length === 0 ? '' : '?') + classes.join(' ');
  }
  const sends = [...flow.sends].sort();
  const handles = [...flow.handles].sort();
  const shown = new Set([...sends, ...handles].flatMap(parametersIn));
  const tasks = signature.parameters.filter((each) => namesTask(each) && !shown.has(each.name)).map((each) => each.name);
  return {
    ...(Object.keys(ids).length > 0 ? { ids } : {}),
    ...(sends.length > 0 ? { sends } : {}),
    ...(handles.length > 0 ? { handles } : {}),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(flow.fires.size > 0 ? { fires: [...flow.fires].sort() } : {}),
    ...(flow.hears.size > 0 ? { hears: [...flow.hears].sort() } : {}),
  };
}

/** `train_task`, `submit_model_task_name`, `task_name_prefix`: what NVFLARE calls parameters that name tasks. */
function namesTask({ name, value, annotation }: Parameter): boolean {
  const isText = value?.kind === 'string' || (value === undefined && /\bstr\b/.test(annotation?.text ?? 'str'));
  return isText && /(?:^|_)task(?:_name(?:_prefix)?)?$/.test(name);
}

function functionsIn(code: Code, source: ModuleSource): readonly string[] {
  const names = source.module.functions.map((each) => each.name).filter(isPublic);
  const isItself = (name: string) => {
    const found = lookUp(code.find, source, name);
    return found?.kind === 'function' && found.source === source;
  };
  return [...new Set(names)].filter(isItself).sort();
}

function isPublic(name: string): boolean {
  return !name.startsWith('_');
}

/** Names that modules get from others and that lead to listed classes or functions. */
function importsOf(
  code: Code,
  sources: readonly ModuleSource[],
  listed: readonly string[],
): Pick<CatalogData, 'imports' | 'aliases'> {
  const numbers = new Map(listed.map((path, number) => [path, number]));
  const imports: Record<string, number[]> = {};
  const aliases: Record<string, Record<string, number>> = {};
  for (const source of sources) {
    const own: number[] = [];
    const other: Record<string, number> = {};
    for (const name of boundNames(code, source)) {
      const definition = lookUp(code.find, source, name);
      if (!isCallable(definition) || pathOf(definition) === `${source.name}.${name}`) continue;
      const number = numbers.get(short(pathOf(definition)));
      if (number === undefined) continue;
      if (definition.definition.name === name) own.push(number);
      else other[name] = number;
    }
    const module = short(source.name);
    if (own.length > 0) imports[module] = own.sort((a, b) => a - b).map((number, k) => number - (own[k - 1] ?? 0));
    if (Object.keys(other).length > 0) aliases[module] = sorted(other);
  }
  return { imports, aliases };
}

/** Public names that a module binds by imports and by assignments, as it runs. */
function boundNames(code: Code, source: ModuleSource): ReadonlySet<string> {
  const names = new Set<string>();
  for (const each of source.module.imports) {
    const name = boundName(each);
    for (const bound of name === undefined ? starNames(code, source, each) : [name]) if (isPublic(bound)) names.add(bound);
  }
  for (const { name } of source.module.assignments) if (isPublic(name)) names.add(name);
  for (const name of names) if (isForTypeCheckers(source.module, name)) names.delete(name);
  return names;
}

function starNames(code: Code, source: ModuleSource, statement: PythonImport): readonly string[] {
  const from = code.find(absoluteName(source, statement))?.module;
  return from ? (exportsOf(from) ?? [...from.classes, ...from.functions].map((each) => each.name)) : [];
}

function isCallable(definition: Definition | undefined): definition is Extract<Definition, { kind: 'class' | 'function' }> {
  return definition?.kind === 'class' || definition?.kind === 'function';
}

/** The list of `nvflare/app_common/default_component_policy.py` (2.8 and newer). */
export function allowList(code: Code): readonly string[] | undefined {
  const source = code.find('nvflare.app_common.default_component_policy');
  return source && strings(constantOf(code.find, source, 'DEFAULT_CLASS_ALLOW_LIST'))?.map(short);
}

function strings(literal: Literal | undefined): readonly string[] | undefined {
  if (!literal || !('items' in literal)) return undefined;
  return literal.items.map((item) => (item.kind === 'string' ? item.value : ''));
}

/**
 * What a job may give as `name` in releases that scan their own packages when they start (`ModuleScanner` in
 * `nvflare/fuel/utils/class_utils.py`): public classes that are defined under the packages that the server's configurator lists.
 */
function scannedNames(code: Code, sources: readonly ModuleSource[]): Readonly<Record<string, readonly string[]>> {
  const server = code.find('nvflare.private.fed.server.server_json_config');
  const packages = (server && strings(constantOf(code.find, server, 'FL_MODULES'))) ?? [];
  const found: Record<string, string[]> = {};
  for (const source of sources) {
    const isListed = packages.some((name) => source.name.startsWith(`${ROOT}${name}.`)) && !source.name.includes('.libs');
    if (!isListed) continue;
    for (const { name } of source.module.classes) {
      if (name.startsWith('_') || found[name]?.includes(source.name)) continue;
      found[name] = [...(found[name] ?? []), source.name];
    }
  }
  return found;
}

/** The names in the dict of system variables that a configurator makes: its keys are constants of `SystemVarName`. */
function variables(code: Code, module: string): readonly string[] {
  const source = code.find(module);
  if (!source) return [];
  const statements: BodyStatement[] = source.module.classes
    .flatMap((each) => each.methods)
    .flatMap((method) => readBody(source.module.text, method));
  const names = statements
    .flatMap((statement) => [...partsOf(statement.value)])
    .filter((part) => part.kind === 'mapping')
    .flatMap((mapping) => mapping.items)
    .map((key) => source.module.text.slice(key.start, key.end))
    .filter((text) => text.startsWith('SystemVarName.'))
    .map((text) => constantOf(code.find, source, text))
    .map((literal) => (literal?.kind === 'string' ? literal.value : ''))
    .filter((name) => name !== '');
  return [...new Set(names)].sort();
}
