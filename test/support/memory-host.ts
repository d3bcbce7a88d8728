import { existsSync, readFileSync } from 'node:fs';
import type { Host } from '../../src/cli/host';
import { main } from '../../src/cli/main';
import { type MemoryFileSystem, type MemoryOptions, type MemoryTree, memoryFileSystem } from './memory-file-system';

/** How a run of the command line ended, and what it wrote. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly fs: MemoryFileSystem;
}

/** Who looks at a run. */
export interface RunOptions extends MemoryOptions {
  readonly terminal?: Partial<Host['terminal']>;
  readonly env?: Host['env'];
  readonly git?: Host['git'];
}

/** Runs the command line on a disk in memory. */
export async function runCli(argv: readonly string[], tree: MemoryTree = {}, options: RunOptions = {}): Promise<CliRun> {
  const fs = memoryFileSystem(tree, options);
  return { ...(await runOn(fs, argv, options)), fs };
}

/** Runs the command line on any disk. */
export async function runOn(
  fs: Host['fs'],
  argv: readonly string[],
  options: RunOptions = {},
): Promise<Pick<CliRun, 'code' | 'out' | 'err'>> {
  let out = '';
  let err = '';
  const code = await main({
    ...memoryHost(fs, options),
    argv,
    write: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** A machine with this disk, on which nobody reads what is written. */
export function memoryHost(fs: Host['fs'], options: RunOptions = {}): Host {
  let clock = 0;
  return {
    argv: [],
    cwd: options.cwd ?? '/work',
    fs,
    env: options.env ?? {},
    catalog: (line) => {
      const file = `schemas/catalog/nvflare-${line}.json`;
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    template: (source) => readFileSync(`templates/${source}`, 'utf8'),
    terminal: { out: false, err: false, columns: 80, ...options.terminal },
    git: options.git ?? (async () => ({ failure: 'there is no git here' })),
    write: () => undefined,
    warn: () => undefined,
    now: () => (clock += 60),
  };
}
