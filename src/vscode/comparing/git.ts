import * as vscode from 'vscode';
import { contentsOf, type JobSources, parentOf, type SourceText } from '../../core/index';
import { fileUri, type OpenJob, pathIn } from '../open-job';

/** The part of the API of the editor's own Git extension that is used here, version 1. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

interface Repository {
  /** The text of a file at a commit; throws where it has none. */
  show(ref: string, path: string): Promise<string>;
  /** What a commit has of a file; throws where it has none. */
  getObjectDetails(ref: string, path: string): Promise<unknown>;
  /** What is otherwise on disk than in the last commit; files that are not tracked are not among it. */
  diffWithHEAD(): Promise<readonly Change[]>;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
}

/** A job as the last commit has it, or why that cannot be known, as a sentence. */
export async function sourcesAtHead(job: OpenJob): Promise<JobSources | string> {
  const repository = await repositoryOf(job.uri);
  if (typeof repository === 'string') return repository;
  const paths = await changedPaths(job, repository);
  const { sources } = job.analysis.job;
  const files = new Map(sources.files);
  const texts = new Map(sources.texts);
  for (const path of paths) {
    files.delete(path);
    texts.delete(path);
    const text = await textAtHead(repository, fileUri(job, path));
    if (text === undefined) continue;
    files.set(path, { size: undefined, link: false });
    texts.set(path, text);
  }
  if (files.size === 0) return 'The last commit does not have this job.';
  const folders = new Map<string, { readonly link: boolean }>();
  for (const file of files.keys()) {
    for (let folder = parentOf(file); folder !== ''; folder = parentOf(folder)) folders.set(folder, { link: false });
  }
  return { ...sources, files, folders, texts, contents: contentsOf(files.keys(), folders.keys()) };
}

async function repositoryOf(uri: vscode.Uri): Promise<Repository | string> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return "The editor's Git extension is not there, so the last commit cannot be read.";
  try {
    const git = await extension.activate();
    return git.getAPI(1).getRepository(uri) ?? 'This job is in no Git repository that the editor knows.';
  } catch (error) {
    // It throws where the setting `git.enabled` is off, or where it found no Git.
    console.warn('FLARE Jobs could not ask the Git extension', error);
    return "The editor's Git extension has no Git or is switched off, so the last commit cannot be read. See the setting git.enabled.";
  }
}

/** So many questions are asked of Git at a time. */
const BATCH = 8;

/** Files of the job that may be otherwise in the last commit: changed, new, gone, or changed in an editor and not saved. */
async function changedPaths(job: OpenJob, repository: Repository): Promise<readonly string[]> {
  const changes = await repository.diffWithHEAD();
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri);
  const uris = [...changes.flatMap(({ uri, originalUri }) => [uri, originalUri]), ...unsaved];
  const paths = new Set(uris.flatMap((uri) => (uri.scheme === job.uri.scheme ? (pathIn(job, uri) ?? []) : [])));
  // What is not tracked is asked for one by one: the editor's own list of it may be some seconds old.
  const others = [...job.analysis.job.sources.files.keys()].filter((file) => !paths.has(file) && !file.startsWith('.git/'));
  for (let i = 0; i < others.length; i += BATCH) {
    const batch = others.slice(i, i + BATCH);
    const known = await Promise.all(batch.map((file) => isAtHead(repository, fileUri(job, file))));
    for (const [k, file] of batch.entries()) if (!known[k]) paths.add(file);
  }
  paths.delete('');
  return [...paths];
}

async function isAtHead(repository: Repository, uri: vscode.Uri): Promise<boolean> {
  try {
    await repository.getObjectDetails('HEAD', uri.fsPath);
    return true;
  } catch {
    return false;
  }
}

async function textAtHead(repository: Repository, uri: vscode.Uri): Promise<SourceText | undefined> {
  try {
    return { kind: 'text', text: await repository.show('HEAD', uri.fsPath) };
  } catch {
    // What the commit does not have is new.
    return undefined;
  }
}
