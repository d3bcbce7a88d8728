// Builds everything that ships into dist/:
//   extension.js      the extension in the Node host        web/extension.js  the same in a browser
//   cli.js            the command line                      webview/*         the scripts and styles of panels
//   yaml.js           loaded by extension.js and cli.js when the first YAML file is met
// Flags: --watch, --production (minified, no source maps), --meta (writes dist/meta.json with the sizes of all parts).
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const metafile = process.argv.includes('--meta');

/** Modules that are a file of their own in the Node builds, loaded when they are first imported. */
const LAZY = { './yaml.js': 'src/core/formats/yaml/index.ts' };

const lazy = {
  name: 'lazy',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const target = resolve(args.resolveDir, args.path);
      for (const [file, source] of Object.entries(LAZY)) {
        if (`${target}.ts` === resolve(source)) return { path: file, external: true };
      }
      return undefined;
    });
  },
};

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

const node = { ...common, format: 'cjs', platform: 'node', target: 'node20', external: ['vscode'], plugins: [lazy] };

const builds = [
  { ...node, entryPoints: { extension: 'src/vscode/entry-node.ts', yaml: 'src/core/formats/yaml/index.ts' }, outdir: 'dist' },
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
].filter(({ entryPoints }) => Object.values(entryPoints).every((file) => existsSync(file)));

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
