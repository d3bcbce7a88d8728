import { fstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Host } from '../host';
import { reasonOf } from './errors';
import { nodeFileSystem } from './file-system';

const OUT = 1;
const ERR = 2;

/** The machine that this process runs on. */
export function nodeHost(): Host {
  const cwd = currentFolder();
  const out = isTerminal(OUT);
  const err = isTerminal(ERR);
  return {
    argv: process.argv.slice(2),
    cwd,
    fs: nodeFileSystem(cwd),
    env: process.env,
    catalog,
    template: (source) => readFileSync(join(__dirname, '..', 'templates', source), 'utf8'),
    // Only a terminal has a width, and asking for it loads a part of Node that takes its time.
    terminal: { out, err, columns: out ? process.stdout.columns || 80 : 80 },
    git: async (folder, args, input) => (await import('./git')).runGit(resolve(cwd, folder), args, input),
    write: (text) => writeAll(OUT, text),
    warn: (text) => writeAll(ERR, text),
    now: () => performance.now(),
  };
}

/** The folder that a terminal stands in may be gone, or behind one that may not be read. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    writeAll(ERR, `flare-jobs: this folder cannot be used: ${reasonOf(error)}\n`);
    process.exit(2);
  }
}

/** Catalogues lie beside the programs: `schemas/catalog` next to `dist`. */
function catalog(line: string): string | undefined {
  try {
    return readFileSync(join(__dirname, '..', 'schemas', 'catalog', `nvflare-${line}.json`), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Asking `process.stdout` costs some milliseconds at every start, so it is asked only where there may be a terminal. */
function isTerminal(descriptor: number): boolean {
  if (!mayBeTerminal(descriptor)) return false;
  const stream = descriptor === OUT ? process.stdout : process.stderr;
  return stream.isTTY === true;
}

function mayBeTerminal(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isCharacterDevice() && stat.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return true;
  }
}

/**
 * Writes synchronously, so that nothing is lost when the process ends. Where nobody reads the report any more (`| head`) it ends
 * quietly, but not as if all were well: what was not checked may hold findings. A report goes on where nobody reads the messages.
 */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE' && descriptor === ERR) return;
      if (code === 'EPIPE') process.exit(2);
      if (code !== 'EAGAIN') {
        if (descriptor === OUT) writeAll(ERR, `flare-jobs: the output could not be written: ${reasonOf(error)}\n`);
        process.exit(2);
      }
      // The reader is slower than we are, and its end of the pipe does not make us wait.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
