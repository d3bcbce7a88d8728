// Builds everything that ships into dist/:
//   core.js           the core, shared by the two programs       web/extension.js  the extension in a browser, in one file
//   extension.js      the extension in the Node host             webview/*         the scripts and styles of panels
//   cli.js            the command line                           others            parts that are loaded when first needed
// Flags: --watch, --production (minified, no source maps), --meta (writes dist/meta.json with the sizes of all parts).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const metafile = process.argv.includes('--meta');

/** What is loaded at once. Both programs use the core. */
const CORE = 'src/core/index.ts';
const BASES = { core: CORE, extension: 'src/vscode/entry-node.ts', cli: 'src/cli/bin.ts' };
/** What most parts build on: it is loaded with them, if it was not before, and does not come with them once more. */
const WIRING = 'src/core/wiring/index.ts';
/** Parts that are loaded when they are first imported: by either program, with what apps run, by the extension, by the command line. */
const PARTS = {
  core: {
    json: 'src/core/formats/json/index.ts',
    hocon: 'src/core/formats/hocon/index.ts',
    yaml: 'src/core/formats/yaml/index.ts',
    rare: 'src/core/rules/rare.generated.ts',
    about: 'src/core/rules/about.generated.ts',
    create: 'src/core/create/index.ts',
    page: 'src/core/page/index.ts',
    settings: 'src/core/settings/index.ts',
    actions: 'src/core/actions/index.ts',
    schedule: 'src/core/schedule/index.ts',
    installed: 'src/core/installed/index.ts',
    picomatch: 'picomatch',
  },
  wiring: {
    assist: 'src/core/assist/index.ts',
    graph: 'src/core/graph/index.ts',
    review: 'src/core/review/index.ts',
    manifest: 'src/core/manifest/index.ts',
    'installed-classes': 'src/core/installed/classes/index.ts',
  },
  extension: {
    commands: 'src/vscode/commands/commands.ts',
    offers: 'src/vscode/actions/index.ts',
    reading: 'src/vscode/reading/index.ts',
    editing: 'src/vscode/editing/index.ts',
    comparing: 'src/vscode/comparing/index.ts',
    structure: 'src/vscode/structure/index.ts',
    lenses: 'src/vscode/lenses/index.ts',
    completing: 'src/vscode/completing/index.ts',
    python: 'src/vscode/installed/index.ts',
    preview: 'src/vscode/preview/open-preview.ts',
    finding: 'src/vscode/finding/new-candidates.ts',
  },
  cli: { 'cli-commands': 'src/cli/commands/index.ts' },
};
const LAZY = Object.assign({ wiring: WIRING }, ...Object.values(PARTS));
/** Parts that other parts build on: they are loaded with them, and not a second time. */
const OPENED = ['assist', 'wiring'];

const parts = {
  name: 'parts',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, (args) => {
      if (args.kind === 'entry-point') return undefined;
      const target = `${resolve(args.resolveDir, args.path)}.ts`;
      if (target === resolve(CORE)) return { path: './core.js', external: true };
      const name = Object.keys(LAZY).find((key) => LAZY[key] === args.path || resolve(LAZY[key]) === target);
      if (args.kind !== 'dynamic-import' && !OPENED.includes(name)) return undefined;
      return name && { path: `./${name}.js`, external: true };
    });
  },
};

/** Modules that a part needs too come from the script that holds them already, and not a second time with the part. */
const shared = (bases) => ({
  name: 'shared',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, (args) => {
      if (args.namespace === 'shared') return { path: args.path, external: true };
      const target = relative('.', `${resolve(args.resolveDir, args.path)}.ts`);
      const base = args.kind === 'import-statement' && bases.find(({ modules }) => modules.has(target));
      if (!base) return undefined;
      base.wanted.add(target);
      return { path: target, namespace: 'shared', pluginData: base.name };
    });
    onLoad({ filter: /.*/, namespace: 'shared' }, ({ path, pluginData }) => ({
      contents: `module.exports = require('./${pluginData}.js').${nameOf(path)};`,
      loader: 'js',
    }));
  },
});
/** A short name for each module that is shared, the same in every bundle of a build. */
const names = new Map();
const nameOf = (path) => {
  if (!names.has(path)) names.set(path, `$${names.size}`);
  return names.get(path);
};

/** No program needs the examples of the rules, but texts that are put together of constants are not left out by themselves. */
const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/][a-z-]+[\\/][^\\/]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^export const examples: RuleExamples = \{$[\s\S]*?^\};$/m, ''),
      loader: 'ts',
    }));
  },
};

const common = {
  bundle: true,
  plugins: [withoutExamples],
  minify: production,
  // Letters beyond ASCII as they are: their numbers take twice the bytes.
  charset: 'utf8',
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
  plugins: [parts, withoutExamples],
  // Parts are loaded by `require`: a real `import()` starts Node's other loader and scans each part once more, which takes longer than
  // a whole check.
  supported: { 'dynamic-import': false },
};

/** Without `vscode` as an external module, an import of it in the command line or the core fails. */
const externalOf = (base) => (base === 'extension' ? ['vscode'] : []);

// Which modules the parts take from the scripts that are there already is known after a first build of them.
const [core, extension, cli] = await Promise.all(Object.entries(BASES).map(([name, entry]) => baseOf(name, entry)));
const wiring = await baseOf('wiring', WIRING, [core]);
const partsOn = (entryPoints, bases) => ({
  ...node,
  plugins: [parts, shared(bases), withoutExamples],
  entryPoints,
  outdir: 'dist',
});
const lazyParts = [
  partsOn(PARTS.core, [core]),
  partsOn(PARTS.wiring, [core, wiring]),
  partsOn(PARTS.extension, [core, extension, wiring]),
  partsOn(PARTS.cli, [core, cli]),
];
await Promise.all(lazyParts.map((options) => build({ ...options, write: false })));

const builds = [
  ...[core, wiring, extension, cli].map(({ name, entry, plugins, wanted }) => ({
    ...node,
    external: externalOf(name),
    plugins,
    stdin: {
      contents: [
        `export * from './${entry}';`,
        ...[...wanted].sort().map((path) => `export * as ${nameOf(path)} from './${path}';`),
      ].join('\n'),
      resolveDir: '.',
    },
    outfile: `dist/${name}.js`,
    ...(name === 'cli' && { banner: { js: '#!/usr/bin/env node' } }),
  })),
  ...lazyParts,
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

/** Takes away what tells other loaders the names of a script's exports and never runs: these scripts are loaded by `require`. */
function withoutNames(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/0&&\(module\.exports=\{[\w$,]*\}\);\n$/, ''));
}

rmSync('dist', { recursive: true, force: true });
if (watch) {
  for (const options of builds) await (await context(options)).watch();
  console.log('watching');
} else {
  const results = await Promise.all(builds.map((options) => build(options)));
  if (production) for (const file of readdirSync('dist').filter((name) => name.endsWith('.js'))) withoutNames(`dist/${file}`);
  if (metafile) {
    mkdirSync('dist', { recursive: true });
    writeFileSync('dist/meta.json', JSON.stringify(results.map((result) => result.metafile)));
  }
}

/** A script that others build on: the modules of ours in it, and a list for those that parts will want of it. */
async function baseOf(name, entry, bases = []) {
  const plugins = [parts, shared(bases), withoutExamples];
  const options = {
    ...node,
    plugins,
    external: externalOf(name),
    entryPoints: [entry],
    outdir: 'dist',
    write: false,
    metafile: true,
  };
  const { metafile } = await build(options);
  const modules = new Set(Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  return { name, entry, plugins, modules, wanted: new Set() };
}
