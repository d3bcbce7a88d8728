// Does the catalogue say what NVFLARE itself says?
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with pip, and with one of the releases of nvflare installed
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { nodeFileSystem } from '../../src/cli/node/file-system';
import type { Catalog } from '../../src/core/catalog/catalog';
import { ancestors, classPaths, find, isKindOf, lookupClass, readCatalog } from '../../src/core/catalog/catalog';
import type { CatalogClass } from '../../src/core/catalog/catalog-class';
import type { CatalogData } from '../../src/core/catalog/data';
import { openClasses } from '../../src/core/installed/classes/index';
import { readLiteral } from '../../src/core/python/literal';

const python = process.env['FLARE_JOBS_PYTHON'] ?? 'python3';
const folder = 'schemas/catalog';

function isCatalog(file: string): boolean {
  return /^nvflare-[\d.]+\.json$/.test(file);
}

test('a catalogue that is made again is the same', { timeout: 600_000 }, () => {
  const out = mkdtempSync(join(tmpdir(), 'catalog-'));
  const newest = readdirSync(folder).filter(isCatalog).sort().at(-1) as string;
  const { release } = dataOf(newest);
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] };
  execFileSync(process.execPath, ['scripts/catalog.mjs', '--out', out, release], options);
  const made = readFileSync(join(out, newest), 'utf8');
  rmSync(out, { recursive: true });
  assert.equal(made, readFileSync(join(folder, newest), 'utf8'));
});

test('what is read of an installed release, class by class, is what the catalogue of the release says', {
  timeout: 600_000,
}, async (context) => {
  const nearest = readCatalog(dataOf(`nvflare-${installed().split('.').slice(0, 2).join('.')}.json`));
  const options = {
    fs: nodeFileSystem(process.cwd()),
    folder: packageFolder(),
    version: installed(),
    pause: () => Promise.resolve(),
  };
  const read = await openClasses({ ...options, nearest });
  const paths = [...classPaths(nearest), ...importedPaths(nearest.data)];
  for (const path of paths) factsOf(read.catalog, path);
  await read.learn();
  const differences = paths.filter((path) => !isDeepStrictEqual(factsOf(read.catalog, path), factsOf(nearest, path)));
  context.diagnostic(`${paths.length} paths`);
  assert.deepEqual(differences, []);
  assert.deepEqual(read.catalog.data, { ...nearest.data, release: installed() });
});

/**
 * All that a catalogue says of a path. Python's order of ancestors is kept where code is read, and not in catalogues, which know nothing of
 * what classes inherit from by one that they do not list.
 */
function factsOf(catalog: Catalog, path: string) {
  const found = find(catalog, path);
  const above = found?.kind === 'class' ? ancestors(catalog, path) : [];
  return [found, above.some(isUnlisted) ? [] : [...above].sort()];
}

function isUnlisted(path: string): boolean {
  return /^nvflare\.(?:cli|dashboard|fuel\.f3|fuel\.hci|ha|lighter|private|tool)\./.test(path) || /\._\w+$/.test(path);
}

interface Facts {
  readonly error?: string;
  readonly kind?: 'class' | 'function';
  readonly path: string;
  readonly bases: readonly string[];
  readonly abstract: boolean;
  readonly ancestors: readonly string[];
  readonly parameters: readonly (readonly [name: string, fallback: string | null])[] | null;
  /** Of components: the events that plainly stand in their methods. */
  readonly fires?: readonly string[];
  readonly hears?: readonly string[];
}

test('classes, bases and parameters are those that Python sees', { timeout: 600_000 }, (context) => {
  const catalog = readCatalog(dataOf(`nvflare-${installed().split('.').slice(0, 2).join('.')}.json`));
  const paths = [...classPaths(catalog), ...importedPaths(catalog.data)];
  const seen = { compared: 0, notImported: 0, open: 0, events: 0 };
  const differences: string[] = [];
  for (const [index, facts] of ask(paths).entries()) {
    const path = paths[index] as string;
    if (facts.error !== undefined) {
      if (!/^(?:ModuleNotFoundError|ImportError|OptionalImport\w*)$/.test(facts.error))
        differences.push(`${path}: ${facts.error}`);
      seen.notImported++;
      continue;
    }
    const found = find(catalog, path);
    if (found?.kind === 'function') {
      if (facts.kind !== 'function') differences.push(`${path}: is no function`);
      continue;
    }
    // A decorator may wrap a class into a function of the same name, which passes its arguments on.
    if (found?.kind === 'class' && facts.kind === 'function' && facts.path === found.class.path) continue;
    if (found?.kind !== 'class' || facts.kind !== 'class') {
      differences.push(`${path}: ours ${found?.kind}, Python says ${facts.kind}`);
      continue;
    }
    if (found.class.signature.isOpen) seen.open++;
    seen.compared++;
    seen.events += (facts.fires ?? []).length + (facts.hears ?? []).length;
    differences.push(...compare(found.class, facts).map((difference) => `${path}: ${difference}`));
    for (const ancestor of facts.ancestors) {
      if (lookupClass(catalog, ancestor) && isKindOf(catalog, path, ancestor) === false)
        differences.push(`${path}: no ${ancestor}`);
    }
  }
  context.diagnostic(
    `${catalog.data.release}: ${seen.compared} names of classes compared, ${seen.open} of them open, ${seen.events} events that plainly stand in their code; ${seen.notImported} cannot be imported here`,
  );
  assert.deepEqual(differences.slice(0, 60), []);
  assert.ok(seen.compared > 500 && seen.events > 500);
});

function compare(ours: CatalogClass, facts: Facts): readonly string[] {
  const differences: string[] = [];
  // A decorator may put a class of its own in front of the one that is written, which takes the same arguments.
  if ([facts.path, ...facts.bases].some((path) => path.includes('<locals>'))) return differences;
  if (ours.path !== facts.path) differences.push(`defined at ${ours.path}, Python says ${facts.path}`);
  if (ours.isAbstract !== facts.abstract) differences.push(`abstract ${ours.isAbstract}, Python says ${facts.abstract}`);
  const last = (path: string) => path.split('.').at(-1);
  const bases = facts.bases.map(last);
  // Classes outside of NVFLARE may stand in for others, as `tuple` does for `NamedTuple`.
  const own = ours.bases.filter((base) => base.startsWith('nvflare.') || bases.includes(last(base)));
  const theirs = facts.bases.filter((base) => base.startsWith('nvflare.') || own.map(last).includes(last(base)));
  if (own.map(last).join() !== theirs.map(last).join()) differences.push(`bases ${own.join()}, Python says ${bases.join()}`);
  differences.push(...compareEvents('fires', ours.fires, facts.fires), ...compareEvents('hears', ours.hears, facts.hears));
  return facts.parameters === null ? differences : [...differences, ...compareParameters(ours, facts.parameters)];
}

/** What plainly stands there is to be found; that more is found, through helpers and other objects, is the point of following values. */
function compareEvents(what: string, ours: readonly string[], theirs: readonly string[] = []): readonly string[] {
  return theirs.filter((event) => !ours.includes(event)).map((event) => `${what} "${event}", which is not found`);
}

/** Python cannot see what `**` passes on to, so there only its own names are compared. */
function compareParameters(ours: CatalogClass, theirs: NonNullable<Facts['parameters']>): readonly string[] {
  const differences: string[] = [];
  const { parameters, isOpen } = ours.signature;
  const passesOn = theirs.some(([name]) => name === '**');
  for (const [name, fallback] of theirs) {
    if (name === '**') continue;
    const parameter = parameters.find((each) => each.name === name);
    if (!parameter) {
      if (!isOpen || parameters.length > 0) differences.push(`${name} is missing`);
    } else if ((parameter.default === undefined) !== (fallback === null)) {
      differences.push(`${name} = ${parameter.default}, Python says ${fallback}`);
    } else if (parameter.value && fallback !== null) {
      const value = readLiteral(fallback);
      if (value && JSON.stringify(value) !== JSON.stringify(parameter.value)) {
        differences.push(`${name} = ${parameter.default}, Python says ${fallback}`);
      }
    }
  }
  const names = new Set(theirs.map(([name]) => name));
  if (!passesOn) for (const { name } of parameters) if (!names.has(name)) differences.push(`${name} is no parameter`);
  return differences;
}

function importedPaths(data: CatalogData): readonly string[] {
  const ends = Object.keys(data.imports).filter((module) => module.startsWith('app_'));
  const catalog = readCatalog(data);
  return ends.flatMap((module) => {
    find(catalog, `nvflare.${module}.none`);
    return [...(catalog.imported?.get(module)?.keys() ?? [])].map((name) => `nvflare.${module}.${name}`);
  });
}

function packageFolder(): string {
  const code = 'import nvflare, os; print(os.path.dirname(nvflare.__file__))';
  return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim();
}

function dataOf(file: string): CatalogData {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function installed(): string {
  return execFileSync(python, ['-c', 'import importlib.metadata as m; print(m.version("nvflare"))'], { encoding: 'utf8' }).trim();
}

function ask(paths: readonly string[]): readonly Facts[] {
  const input = `${JSON.stringify({ id: 0, op: 'catalog', paths })}\n`;
  const options = {
    input,
    encoding: 'utf8' as const,
    stdio: ['pipe', 'pipe', 'ignore'] as ('pipe' | 'ignore')[],
    maxBuffer: 1 << 28,
  };
  const answer = JSON.parse(execFileSync(python, ['test/differential/oracle'], options)) as {
    ok?: readonly Facts[];
    message?: string;
  };
  assert.ok(answer.ok, answer.message);
  return answer.ok;
}
