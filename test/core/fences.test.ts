import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** The layers of the core; a file may import from its own layer and from those before it. */
const LAYERS: readonly (readonly string[])[] = [
  ['text'],
  ['tree'],
  ['formats', 'python', 'catalog', 'schema'],
  ['job'],
  ['leaving', 'dry-run', 'compare'],
  ['rules'],
  ['analyze.ts'],
  ['index.ts'],
  ['wiring', 'assist', 'graph', 'review', 'settings', 'schedule', 'manifest'],
  ['page'],
  ['edit', 'structure', 'complete', 'create', 'installed'],
  ['actions', 'lenses'],
];

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

/** Imports, type-only ones and re-exports included; and those without what is loaded later. */
const ALL = /(?:from|import)\s*\(?\s*'([^']+)'/g;
const STATIC = /(?:from|^import)\s*'([^']+)'/gm;

/** What a file imports. */
function imports(file: string, kind = ALL): string[] {
  return [...readFileSync(file, 'utf8').matchAll(kind)].map((match) => match[1] as string);
}

function layerOf(path: string): number {
  const [top = ''] = path.split('/');
  return LAYERS.findIndex((layer) => layer.includes(top));
}

test('the core imports nothing of a host', () => {
  const wrong = files('src/core').flatMap((file) =>
    imports(file)
      .filter((name) => name === 'vscode' || name.startsWith('node:') || /\/(vscode|cli)\//.test(name))
      .map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(wrong, []);
});

test('imports in the core point one way', () => {
  const wrong: string[] = [];
  for (const file of files('src/core')) {
    const own = file.slice('src/core/'.length);
    for (const name of imports(file)) {
      if (!name.startsWith('.')) continue;
      const target = normalize(join(dirname(file), name)).slice('src/core/'.length);
      const layer = layerOf(target.includes('/') ? target : `${target}.ts`);
      assert.ok(layer >= 0, `${file} imports ${name}, which is in no layer`);
      // The first door opens on the one model that a check shares with the rest.
      if (own === 'index.ts') continue;
      if (layer > layerOf(own)) wrong.push(`${own} imports ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

/** Readers call themselves for what is nested: here files may lead back to one another. */
const RECURSIVE = /^src\/core\/(python\/read-\w+|formats\/(hocon|yaml)\/parse\/\w+)\.ts$/;

test('files depend on one another in no circle', () => {
  const all = new Set(files('src'));
  const below = new Map<string, readonly string[]>();
  for (const file of all) {
    if (RECURSIVE.test(file)) continue;
    const named = imports(file, STATIC).filter((name) => name.startsWith('.'));
    below.set(
      file,
      named.map((name) => `${normalize(join(dirname(file), name))}.ts`).filter((target) => all.has(target)),
    );
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file) || way.includes(file)) return;
    for (const target of below.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of below.keys()) visit(file, []);
  assert.deepEqual(circles, []);
});

test('the edges use the doors of the core', () => {
  const doors =
    /\/core\/(index|assist\/index|complete\/index|create\/index|edit\/index|structure\/index|review\/index|formats\/(json|hocon|yaml)\/index|rules\/about\.generated|(settings|actions|lenses|schedule|manifest|graph|installed|installed\/classes|page)\/index|wiring\/index)$/;
  const wrong = [...files('src/cli'), ...files('src/vscode')].flatMap((file) =>
    imports(file)
      .filter((name) => name.includes('/core/') && !doors.test(name))
      .map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(wrong, []);
});
