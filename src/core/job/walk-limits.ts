import type { FolderEntry } from './file-system';

/** Folders of packages, environments, caches and version control: no one keeps jobs there. */
const NEVER_WALKED = new Set([
  'node_modules',
  'bower_components',
  'site-packages',
  '__pycache__',
  'venv',
  '.venv',
  '.conda',
  '.tox',
  '.nox',
  '.pixi',
  '.eggs',
  '.git',
  '.hg',
  '.svn',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
  // What the simulator runs: a copy of the app for each site (`SimulatorConstants.JOB_NAME`).
  'simulate_job',
]);

/** Whether a folder of this name is left out of every search. */
export function isNeverWalked(name: string): boolean {
  return NEVER_WALKED.has(name);
}

/**
 * Whether a folder belongs to a tool by what lies in it: a Python environment, or a place where NVFLARE itself works.
 * Sites and admin consoles have `startup` beside `local` or `transfer` (`WorkspaceConstants`), the simulator's sites too; a
 * deployed job has `fl_app.txt` beside its app (`AppDeployer`).
 */
export function isPrivateFolder(entries: readonly FolderEntry[]): boolean {
  let startup = false;
  let workspace = false;
  for (const { name, kind } of entries) {
    if (kind === 'file') {
      if (name === 'pyvenv.cfg' || name === 'fl_app.txt') return true;
    } else if (kind === 'folder') {
      if (name === 'startup') startup = true;
      else if (name === 'local' || name === 'transfer') workspace = true;
    }
  }
  return startup && workspace;
}
