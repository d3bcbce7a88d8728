import { build } from 'esbuild';

/** Bundles TypeScript files into `.mjs` files that this Node runs as they are, each with all of ours that it needs. */
export function bundleForNode(entryPoints, outdir, more = {}) {
  return build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    ...more,
  });
}
