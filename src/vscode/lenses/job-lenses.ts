import * as vscode from 'vscode';
import { type Lens, lensesOf } from '../../core/lenses/index';
import { toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';
import type { JobScripts } from './job-scripts';

/** The lenses of a file of a job. A job that a script writes says so, because the next export takes changes by hand away. */
export async function jobLenses(
  store: JobStore,
  scripts: JobScripts,
  document: vscode.TextDocument,
): Promise<readonly vscode.CodeLens[]> {
  const job = store.jobAt(document.uri);
  const file = job && pathIn(job, document.uri);
  if (!job || file === undefined) return [];
  const lines = store.lines(job, file);
  const lenses = lensesOf(job.analysis, file).map(
    (lens) => new vscode.CodeLens(toRange(lines, lens.range), commandOf(store, job, document.uri, lens)),
  );
  if (file !== job.analysis.job.meta?.file) return lenses;
  const script = await scripts.writerOf(job.uri);
  if (!script) return lenses;
  const title = `Written by ${vscode.workspace.asRelativePath(script.uri)}: its next export overwrites changes by hand`;
  const range = new vscode.Range(0, 0, 0, 0);
  const command = { command: 'vscode.open', title, arguments: [script.uri, { selection: script.range }] };
  return [...lenses, new vscode.CodeLens(range, command)];
}

function commandOf(store: JobStore, job: OpenJob, uri: vscode.Uri, { title, range, action }: Lens): vscode.Command {
  if (action.kind === 'preview') return { title, command: 'flareJobs.previewJob', arguments: [job.uri] };
  if (action.kind === 'check') return { title, command: 'flareJobs.checkJob', arguments: [job.uri] };
  if (action.kind === 'leaving') return { title, command: 'flareJobs.showLeaving', arguments: [job.uri] };
  const locations = action.places.map(
    (place) => new vscode.Location(fileUri(job, place.file), toRange(store.lines(job, place.file), place.range)),
  );
  const [only, ...others] = locations;
  if (!only) return { title, command: '' };
  if (others.length === 0) return { title, command: 'vscode.open', arguments: [only.uri, { selection: only.range }] };
  const own = uri.path.slice(job.uri.path.length + 1);
  const start = toRange(store.lines(job, own), range).start;
  return { title, command: 'editor.action.showReferences', arguments: [uri, start, locations] };
}
