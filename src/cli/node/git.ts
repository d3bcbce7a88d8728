import { spawnSync } from 'node:child_process';
import type { GitAnswer } from '../host';

/** More than any folder of a job has. */
const MOST_BYTES = 1 << 28;

/** Git waits for ever where its own files are pipes. In milliseconds. */
const LONGEST_WAIT = 60_000;

/**
 * The folder may be anyone's. A repository that lies among its files as a bare one is not opened, and nothing is fetched that a commit
 * lacks: the settings of the repository say which programs fetch.
 */
const CAREFUL = ['-c', 'safe.bareRepository=explicit', '-c', 'protocol.allow=never', '-c', 'core.fsmonitor=false'];
const ENVIRONMENT = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: '' };

/** What git tells its hooks; in a work tree it would take the folder of the job for the top of the repository. */
const OF_A_HOOK = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_COMMON_DIR: undefined, GIT_INDEX_FILE: undefined };

/** Runs `git` and waits for it. Nothing is ever asked for at the terminal, and no other program is run. */
export function runGit(folder: string, args: readonly string[], input?: string, longest = LONGEST_WAIT): GitAnswer {
  // Windows would take a `git.exe` that lies in the folder.
  process.env['NoDefaultCurrentDirectoryInExePath'] = '1';
  const { error, status, stdout, stderr } = spawnSync('git', [...CAREFUL, ...args], {
    cwd: folder,
    input: input ?? '',
    maxBuffer: MOST_BYTES,
    timeout: longest,
    killSignal: 'SIGKILL',
    env: { ...process.env, ...OF_A_HOOK, ...ENVIRONMENT },
    windowsHide: true,
  });
  if (error) return { failure: failureOf(error) };
  if (status === 0) return { out: stdout };
  const [first = `git ended with code ${status}`] = stderr.toString('utf8').trim().split('\n');
  return { failure: first.replace(/^(?:fatal|error): /, '') };
}

function failureOf(error: Error): string {
  switch ('code' in error && error.code) {
    case 'ENOENT':
      return 'the program git was not found';
    case 'ETIMEDOUT':
      return 'git did not answer in time';
    case 'ENOBUFS':
      return 'the folder of the commit is too large';
    default:
      return error.message;
  }
}
