import type * as vscode from 'vscode';
import { LineIndex } from '../../core/index';
import { toOffset, toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';

/** Leads from a class to its code, from an id to its component, from a task to its executor, and between the places of a site. */
export async function definition(
  store: JobStore,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.DefinitionLink[] | undefined> {
  const job = store.jobAt(document.uri);
  const file = job && pathIn(job, document.uri);
  if (!job || file === undefined) return undefined;
  const { definitionAt } = await import('../../core/assist/index');
  const lines = store.lines(job, file);
  const found = definitionAt(job.analysis, file, toOffset(lines, position));
  if (!found) return (await inCodeFolder(store, job, file, position)) ?? inInstalled(store, job, file, position);
  return found.places.map((place): vscode.DefinitionLink => {
    const range = toRange(store.lines(job, place.file), place.range);
    return {
      originSelectionRange: toRange(lines, found.range),
      targetUri: fileUri(job, place.file),
      targetRange: range,
      targetSelectionRange: range,
    };
  });
}

/** Leads into the folders of code that a setting names. */
async function inCodeFolder(
  store: JobStore,
  job: OpenJob,
  file: string,
  position: vscode.Position,
): Promise<vscode.DefinitionLink[] | undefined> {
  const { outsideDefinitionAt } = await import('../../core/assist/index');
  const lines = store.lines(job, file);
  const found = outsideDefinitionAt(job.analysis, file, toOffset(lines, position));
  if (found?.module.text.kind !== 'text') return undefined;
  const range = toRange(new LineIndex(found.module.text.text), found.range);
  return [
    {
      originSelectionRange: toRange(lines, found.at),
      targetUri: job.folder.uri.with({ path: found.module.file }),
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}

/** Leads into the NVFLARE that is installed for the job's folder. */
async function inInstalled(
  store: JobStore,
  job: OpenJob,
  file: string,
  position: vscode.Position,
): Promise<vscode.DefinitionLink[] | undefined> {
  const installed = store.installedFor(job);
  const { nvflareNameAt } = await import('../../core/assist/index');
  const lines = store.lines(job, file);
  const name = installed && nvflareNameAt(job.analysis, file, toOffset(lines, position));
  if (!name) return undefined;
  const { placeInPackage } = await import('../../core/installed/index');
  const place = await placeInPackage(store.fileSystemOf(job), installed.folder, name);
  if (!place) return undefined;
  const range = toRange(new LineIndex(place.text), place.range);
  return [
    {
      originSelectionRange: toRange(lines, name.range),
      targetUri: job.folder.uri.with({ path: place.file }),
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}
