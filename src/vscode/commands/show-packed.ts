import * as vscode from 'vscode';
import { baseName } from '../../core/index';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';
import { PACKED_SCHEME } from '../schemes';
import { uriOf } from './job-of';

/** Shows a configuration beside the text that `nvflare job submit` would submit in its place. */
export async function showPacked(store: JobStore, target: unknown): Promise<void> {
  const uri = uriOf(target) ?? vscode.window.activeTextEditor?.document.uri;
  const found = uri && findFile(store, uri);
  if (!found) {
    void vscode.window.showInformationMessage('Open a meta file or a configuration of a job to see what is submitted of it.');
    return;
  }
  const { job, file } = found;
  const packed = await packedTextOf(store, job, file);
  if ('why' in packed) {
    void vscode.window.showInformationMessage(packed.why);
    return;
  }
  const name = baseName(file);
  await vscode.commands.executeCommand('vscode.diff', fileUri(job, file), packedUri(uri), `${name} ↔ as submitted`, {
    preview: true,
  });
}

/** The text that would be submitted in the place of a file, by the URI of it that `showPacked` made. */
export async function packedTextAt(store: JobStore, packed: vscode.Uri): Promise<string> {
  const found = findFile(store, vscode.Uri.parse(packed.query, true));
  if (!found) return '';
  const text = await packedTextOf(store, found.job, found.file);
  return 'text' in text ? text.text : text.why;
}

function packedUri(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: PACKED_SCHEME, path: uri.path, query: uri.toString() });
}

interface FileOfJob {
  readonly job: OpenJob;
  readonly file: string;
}

/** The job and path of a configuration that was read. */
function findFile(store: JobStore, uri: vscode.Uri): FileOfJob | undefined {
  const job = store.jobAt(uri);
  const file = job && pathIn(job, uri);
  return job && file !== undefined && store.document(job, file) ? { job, file } : undefined;
}

async function packedTextOf(
  store: JobStore,
  job: OpenJob,
  file: string,
): Promise<{ readonly text: string } | { readonly why: string }> {
  const { canPack, packFile, packedText } = await import('../../core/assist/index');
  const { target } = job.analysis.job;
  const document = store.document(job, file);
  const name = baseName(file);
  if (!document) return { why: `${name} was not read. The problems of the file say why.` };
  if (!canPack(target))
    return { why: 'NVFLARE has the command "nvflare job submit" since 2.4; jobs are submitted unchanged before.' };
  const packing = packFile(document, target);
  if (packing.kind === 'fails')
    return { why: `"nvflare job submit" would end with an internal error at ${name}. The problems of the file say why.` };
  const text = packing.kind === 'packed' ? packedText(document, packing) : undefined;
  if (text === undefined) return { why: `What "nvflare job submit" makes of ${name} cannot be known from its text alone.` };
  return { text };
}
