import { spawnSync } from 'node:child_process';
import type { GitAnswer } from './host';

/** More than any folder of a job has. */
const MOST_BYTES = 1 << 28;

/** Runs `git` and waits for it. Nothing is ever asked for at the terminal. */
export function runGit(folder: string, args: readonly string[], input?: string): GitAnswer {
  const { error, status, stdout, stderr } = spawnSync('git', [...args], {
    cwd: folder,
    input: input ?? '',
    maxBuffer: MOST_BYTES,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
    windowsHide: true,
  });
  if (error && 'code' in error && error.code === 'ENOENT') return { failure: 'the program git was not found' };
  if (error) return { failure: error.message };
  if (status === 0) return { out: stdout };
  const [first = `git ended with code ${status}`] = stderr.toString('utf8').trim().split('\n');
  return { failure: first.replace(/^(?:fatal|error): /, '') };
}
