import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** How a job is run in NVFLARE's simulator. */
export interface Simulation {
  /** The interpreter that has NVFLARE. */
  readonly python: string;
  readonly clients: readonly string[];
  readonly mostSeconds: number;
}

/** What a run leaves behind. */
export interface Run {
  readonly status: number;
  /** All that was printed or logged: the terminal shows little of it in some releases, and no code of one's own in 2.6. */
  readonly log: string;
  /** The text of the only file of that name that the run wrote. */
  result(name: string): string;
}

/** Runs a job, given by the texts of its files, and hands what it left to `look` before that is taken away. */
export async function simulate(
  files: ReadonlyMap<string, string>,
  { python, clients, mostSeconds }: Simulation,
  look: (run: Run) => void,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
  try {
    const job = join(root, 'job');
    for (const [path, text] of files) {
      const target = join(job, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const workspace = join(root, 'workspace');
    const args = ['-m', 'nvflare.cli', 'simulator', job, '-w', workspace, '-c', clients.join(','), '-t', String(clients.length)];
    // As in an environment that is activated: clients start `python3` for scripts of their own process.
    const env = { ...process.env, PATH: [dirname(python), process.env['PATH']].join(delimiter) };
    const ended = await new Promise<{ readonly status: number; readonly log: string }>((resolve) => {
      execFile(python, args, { maxBuffer: 1e8, timeout: mostSeconds * 1000, env }, (error, stdout, stderr) => {
        const status = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        resolve({ status, log: `${stdout}\n${stderr}` });
      });
    });
    const log = [ended.log, ...logsIn(workspace)].join('\n');
    look({ status: ended.status, log, result: (name) => onlyFile(workspace, name) });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function logsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /(^|\/)log\.txt$/.test(path));
  return found.map((path) => readFileSync(join(folder, path), 'utf8'));
}

function onlyFile(folder: string, name: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(`/${name}`));
  const [path] = found;
  if (path === undefined || found.length > 1) throw new Error(`${found.length} files ${name} in ${folder}: ${found.join(', ')}`);
  return readFileSync(join(folder, path), 'utf8');
}
