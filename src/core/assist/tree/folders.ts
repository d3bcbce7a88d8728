import { counted } from '../../text/counted';
import { problemText, spokenProblems } from './node';

/** A row above the tree of a job: a folder that holds several jobs, or a job by its index in the list that was given. */
export type FolderEntry = FolderOfJobs | JobInFolder;

/** A folder in which there are several jobs. */
export interface FolderOfJobs {
  readonly kind: 'folder';
  /** From the folder above it, `advanced/xgboost`: folders with but one way on are one row, as in the Explorer. */
  readonly label: string;
  /** How many folders its path has. */
  readonly depth: number;
  /** Of all jobs in it, at any depth. */
  readonly jobs: readonly number[];
  readonly entries: readonly FolderEntry[];
}

/** A job, by its index in the list that was given. */
export interface JobInFolder {
  readonly kind: 'job';
  readonly index: number;
  /** The folders between the row above and the job, `hello-pt/jobs`; a folder of one job is no row. */
  readonly above: string;
}

/** What a folder's row says beside its name. */
export interface FolderWords {
  readonly description: string;
  readonly tooltip: readonly string[];
  /** What a screen reader says. */
  readonly spoken: string;
}

/** A folder while it is filled. */
interface Branch {
  readonly jobs: number[];
  readonly folders: Map<string, Branch>;
}

/**
 * Puts jobs under the folders that they lie in. Folders above all of the jobs are left out, so that jobs of one folder are a list.
 * Folders come before jobs, each in the order of the paths.
 *
 * @param paths of the job folders, as lists of names from the top of the workspace
 */
export function jobFolders(paths: readonly (readonly string[])[]): readonly FolderEntry[] {
  const top: Branch = { jobs: [], folders: new Map() };
  paths.forEach((path, index) => {
    let at = top;
    for (const name of path.slice(0, -1)) {
      const next = at.folders.get(name) ?? { jobs: [], folders: new Map() };
      at.folders.set(name, next);
      at = next;
    }
    at.jobs.push(index);
  });
  const { branch, names } = wayOn(top, []);
  return entriesOf(branch, names.length, paths);
}

/** Folders and jobs of a branch; a folder with one job is that job. */
function entriesOf(branch: Branch, depth: number, paths: readonly (readonly string[])[]): readonly FolderEntry[] {
  const inFolders = [...branch.folders].map(([name, below]) => {
    const end = wayOn(below, [name]);
    const jobs = jobsIn(end.branch);
    const label = end.names.join('/');
    const [only] = jobs;
    if (only !== undefined && jobs.length === 1) {
      return { kind: 'job' as const, index: only, above: (paths[only] ?? []).slice(depth, -1).join('/') };
    }
    const lower = depth + end.names.length;
    return { kind: 'folder' as const, label, depth: lower, jobs, entries: entriesOf(end.branch, lower, paths) };
  });
  const own = branch.jobs.map((index) => ({ kind: 'job' as const, index, above: '' }));
  return [...inFolders.filter(({ kind }) => kind === 'folder'), ...inFolders.filter(({ kind }) => kind === 'job'), ...own];
}

/** Goes down while there is one way and no job. */
function wayOn(branch: Branch, names: readonly string[]): { readonly branch: Branch; readonly names: readonly string[] } {
  const [only] = branch.folders;
  return only && branch.folders.size === 1 && branch.jobs.length === 0 ? wayOn(only[1], [...names, only[0]]) : { branch, names };
}

function jobsIn({ jobs, folders }: Branch): readonly number[] {
  return [...jobs, ...[...folders.values()].flatMap(jobsIn)];
}

/** The words of a folder's row. */
export function folderWords(path: string, jobs: readonly { readonly errors: number; readonly warnings: number }[]): FolderWords {
  const errors = jobs.reduce((sum, job) => sum + job.errors, 0);
  const warnings = jobs.reduce((sum, job) => sum + job.warnings, 0);
  const description = counted(jobs.length, 'job');
  return {
    description,
    tooltip: [path, description, problemText(errors, warnings)].filter(Boolean),
    spoken: `folder ${path}, ${description}${spokenProblems(errors, warnings)}`,
  };
}
