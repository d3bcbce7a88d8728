import * as vscode from 'vscode';
import { toOffset, toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';

/** Finds all places of a site, app, component, task or variable of a job. */
export async function references(
  store: JobStore,
  document: vscode.TextDocument,
  position: vscode.Position,
  { includeDeclaration }: vscode.ReferenceContext,
): Promise<vscode.Location[] | undefined> {
  const at = placeOf(store, document, position);
  if (!at) return undefined;
  const { referencesAt } = await import('../../core/assist/index');
  return referencesAt(at.job.analysis, at.file, at.offset)
    ?.places.filter(({ isDefinition }) => includeDeclaration || !isDefinition)
    .map(({ file, range }) => new vscode.Location(fileUri(at.job, file), toRange(store.lines(at.job, file), range)));
}

/** Marks those that are in the same file. */
export async function highlights(
  store: JobStore,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.DocumentHighlight[] | undefined> {
  const at = placeOf(store, document, position);
  if (!at) return undefined;
  const { highlightsAt } = await import('../../core/assist/index');
  const found = highlightsAt(at.job.analysis, at.file, at.offset);
  if (found.length === 0) return undefined;
  return found.map(({ file, range, isDefinition }) => {
    const kind = isDefinition ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read;
    return new vscode.DocumentHighlight(toRange(store.lines(at.job, file), range), kind);
  });
}

interface At {
  readonly job: OpenJob;
  readonly file: string;
  readonly offset: number;
}

function placeOf(store: JobStore, document: vscode.TextDocument, position: vscode.Position): At | undefined {
  const job = store.jobAt(document.uri);
  const file = job && pathIn(job, document.uri);
  if (!job || file === undefined) return undefined;
  return { job, file, offset: toOffset(store.lines(job, file), position) };
}
