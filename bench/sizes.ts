// P7, P7b: the sizes of the scripts as they ship.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { JSON_CLIENT, JSON_SERVER, NO_VSCODE } from './support/peers';
import { CORE, EXTENSION, PRODUCT } from './support/product';
import { hand, type Result } from './support/result';

/** The main script loads the core at once and everything else when it is needed. */
const EAGER = [EXTENSION, CORE];

if (JSON_CLIENT && JSON_SERVER)
  hand([compared('P7', EAGER, [JSON_CLIENT]), compared('P7b', shipped(PRODUCT), [JSON_CLIENT, JSON_SERVER])]);
else hand(['P7', 'P7b'].map((goal) => ({ goal, missing: NO_VSCODE })));

function compared(goal: string, files: readonly string[], peers: readonly string[]): Result {
  const ours = sizeOf(files);
  return {
    goal,
    at: '',
    ratios: [ours / sizeOf(peers)],
    again: [],
    size: `${kilobytes(ours)}, packed ${kilobytes(packedSizeOf(files))}`,
  };
}

/** The scripts below a folder. Those for browsers are the same once more. */
function shipped(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'web' ? [] : shipped(path);
    return path.endsWith('.js') ? [path] : [];
  });
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

function packedSizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
