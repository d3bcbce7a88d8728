// Builds everything that ships into dist/:
//   core.js           the core, shared by the two programs       web/extension.js  the extension in a browser, in one file
//   extension.js      the extension in the Node host             webview/*         the scripts and styles of panels
//   cli.js            the command line                           others            parts that are loaded when first needed
// Flags: --watch, --production (minified, no source maps), --meta (writes dist/meta.json with the sizes of all parts).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const metafile = process.argv.includes('--meta');

/** The core, which the Node builds of both programs share, and modules that are loaded when they are first imported. */
const CORE = 'src/core/index.ts';
const LAZY = {
  json: 'src/core/formats/json/index.ts',
  hocon: 'src/core/formats/hocon/index.ts',
  yaml: 'src/core/formats/yaml/index.ts',
  rare: 'src/core/rules/rare.generated.ts',
  wiring: 'src/core/wiring/index.ts',
  about: 'src/core/rules/about.generated.ts',
  assist: 'src/core/assist/index.ts',
  review: 'src/core/review/index.ts',
  commands: 'src/vscode/commands/commands.ts',
  editing: 'src/vscode/editing/index.ts',
  settings: 'src/core/settings/index.ts',
  picomatch: 'picomatch',
};

const parts = {
  name: 'parts',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, (args) => {
      if (args.kind === 'entry-point') return undefined;
      const target = `${resolve(args.resolveDir, args.path)}.ts`;
      if (target === resolve(CORE)) return { path: './core.js', external: true };
      if (args.kind !== 'dynamic-import') return undefined;
      const name = Object.keys(LAZY).find((key) => LAZY[key] === args.path || resolve(LAZY[key]) === target);
      return name && { path: `./${name}.js`, external: true };
    });
  },
};

/** Modules of the core that a part needs too come from `core.js`, where they are there already, and not a second time with the part. */
const shared = (modules, wanted) => ({
  name: 'shared',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, (args) => {
      const target = relative('.', `${resolve(args.resolveDir, args.path)}.ts`);
      if (args.kind !== 'import-statement' || !modules.has(target)) return undefined;
      wanted.add(target);
      return { path: target, namespace: 'shared' };
    });
    onResolve({ filter: /^\.\/core\.js$/, namespace: 'shared' }, () => ({ path: './core.js', external: true }));
    onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
      contents: `module.exports = require('./core.js').${nameOf(path)};`,
      loader: 'js',
    }));
  },
});
const nameOf = (path) => `$${path.replaceAll(/\W/g, '_')}`;

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  target: 'es2022',
  logLevel: 'warning',
  metafile,
  // jsonc-parser's `main` is UMD, whose inner requires do not survive bundling.
  mainFields: ['module', 'main'],
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

const node = {
  ...common,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  plugins: [parts],
  // Parts are loaded by `require`: a real `import()` starts Node's other loader and scans each part once more, which takes longer than
  // a whole check.
  supported: { 'dynamic-import': false },
};

const builds = [
  { ...node, entryPoints: { extension: 'src/vscode/entry-node.ts' }, outdir: 'dist' },
  // Without `vscode` as an external module, an import of it in the command line or the core fails here.
  { ...node, external: [], entryPoints: { cli: 'src/cli/bin.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  {
    ...common,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    entryPoints: { extension: 'src/vscode/entry-web.ts' },
    outdir: 'dist/web',
  },
  {
    ...common,
    format: 'iife',
    platform: 'browser',
    entryPoints: { preview: 'src/vscode/webview/preview.ts' },
    outdir: 'dist/webview',
    loader: { '.ttf': 'dataurl' },
  },
];

// Which modules the parts take from the core is known after a first build of them.
const inCore = await modulesOf(CORE);
const wanted = new Set();
const lazyParts = { ...node, plugins: [parts, shared(inCore, wanted)], entryPoints: LAZY, outdir: 'dist' };
await build({ ...lazyParts, write: false });
builds.push(lazyParts, {
  ...node,
  external: [],
  stdin: {
    contents: [`export * from './${CORE}';`, ...[...wanted].map((path) => `export * as ${nameOf(path)} from './${path}';`)].join(
      '\n',
    ),
    resolveDir: '.',
  },
  outfile: 'dist/core.js',
});

rmSync('dist', { recursive: true, force: true });
if (watch) {
  for (const options of builds) await (await context(options)).watch();
  console.log('watching');
} else {
  const results = await Promise.all(builds.map((options) => build(options)));
  if (metafile) {
    mkdirSync('dist', { recursive: true });
    writeFileSync('dist/meta.json', JSON.stringify(results.map((result) => result.metafile)));
  }
}

/** The modules of ours that a bundle of an entry point would hold. */
async function modulesOf(entry) {
  const { metafile } = await build({ ...node, external: [], entryPoints: [entry], write: false, metafile: true, outdir: 'dist' });
  return new Set(Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)));
}
