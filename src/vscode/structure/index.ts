/** What files of jobs show of themselves in the editor. A part of its own, loaded with the first such file. */
import * as vscode from 'vscode';
import { LineIndex } from '../../core/index';
import {
  type JobLink,
  jobNames,
  linksOf,
  type OutlineKind,
  type OutlineNode,
  outlineOf,
  selectionAt,
} from '../../core/structure/index';
import { loadFormat } from '../../load-format';
import { toOffset, toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';

/** A file of a job that the editor asks about. */
interface JobFile {
  readonly job: OpenJob;
  readonly file: string;
  readonly lines: LineIndex;
}

function jobFile(store: JobStore, { uri }: vscode.TextDocument): JobFile | undefined {
  const job = store.jobAt(uri);
  const file = job && pathIn(job, uri);
  return job && file !== undefined ? { job, file, lines: store.lines(job, file) } : undefined;
}

/** The outline of a file, in FLARE's words. */
export function outline(store: JobStore, document: vscode.TextDocument): vscode.DocumentSymbol[] | undefined {
  const at = jobFile(store, document);
  return at && outlineOf(at.job.analysis, at.file).map((node) => toSymbol(at.lines, node));
}

function toSymbol(lines: LineIndex, { name, detail, kind, range, selection, children }: OutlineNode): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, SYMBOLS[kind], toRange(lines, range), toRange(lines, selection));
  symbol.children = children.map((child) => toSymbol(lines, child));
  return symbol;
}

const SYMBOLS: { readonly [kind in OutlineKind]: vscode.SymbolKind } = {
  section: vscode.SymbolKind.Namespace,
  app: vscode.SymbolKind.Struct,
  site: vscode.SymbolKind.Interface,
  setting: vscode.SymbolKind.Property,
  variable: vscode.SymbolKind.Variable,
  workflow: vscode.SymbolKind.Event,
  executor: vscode.SymbolKind.Method,
  component: vscode.SymbolKind.Class,
  filter: vscode.SymbolKind.Operator,
  argument: vscode.SymbolKind.Field,
};

/** Apps lead to their folders, classes and scripts to their files. */
export function links(store: JobStore, document: vscode.TextDocument): vscode.DocumentLink[] | undefined {
  const at = jobFile(store, document);
  return at && linksOf(at.job.analysis, at.file).map((link) => toLink(store, at, link));
}

function toLink(store: JobStore, { job, lines }: JobFile, { range, target, tooltip }: JobLink): vscode.DocumentLink {
  const link = new vscode.DocumentLink(toRange(lines, range));
  if (target.kind === 'folder') {
    const folder = encodeURIComponent(JSON.stringify([fileUri(job, target.folder).toString()]));
    link.target = vscode.Uri.parse(`command:flareJobs.revealFolder?${folder}`);
  } else {
    const { line, character } = store.lines(job, target.file).positionAt(target.range.start);
    link.target = fileUri(job, target.file).with({ fragment: `L${line + 1},${character + 1}` });
  }
  link.tooltip = tooltip;
  return link;
}

/** More names than these help nobody; the editor asks again with every letter. */
const MOST_NAMES = 500;

/** The names of all jobs that a query may mean. */
export function workspaceSymbols(store: JobStore, query: string, token: vscode.CancellationToken): vscode.SymbolInformation[] {
  const found: vscode.SymbolInformation[] = [];
  for (const job of store.jobs) {
    for (const { name, kind, file, range } of jobNames(job.analysis, query)) {
      if (found.length >= MOST_NAMES || token.isCancellationRequested) return found;
      const location = new vscode.Location(fileUri(job, file), toRange(store.lines(job, file), range));
      const container = kind === 'job' ? vscode.workspace.asRelativePath(job.uri) : `${kind} of ${job.analysis.job.sources.name}`;
      found.push(new vscode.SymbolInformation(name, KINDS[kind], container, location));
    }
  }
  return found;
}

const KINDS = {
  job: vscode.SymbolKind.Module,
  app: SYMBOLS.app,
  site: SYMBOLS.site,
  task: SYMBOLS.executor,
  component: SYMBOLS.component,
} as const;

/** Braces, brackets and comments of a HOCON text, also of one that belongs to no job. */
export async function folds(document: vscode.TextDocument): Promise<vscode.FoldingRange[] | undefined> {
  const format = await loadFormat('hocon');
  const text = document.getText();
  const lines = new LineIndex(text);
  return format.folds?.(text).flatMap(({ kind, start, end }) => {
    const first = lines.positionAt(start).line;
    const last = lines.positionAt(end).line - (kind === 'value' ? 1 : 0);
    if (last <= first) return [];
    return [new vscode.FoldingRange(first, last, kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined)];
  });
}

/** What "Expand Selection" grows to. */
export function selections(
  store: JobStore,
  document: vscode.TextDocument,
  positions: readonly vscode.Position[],
): vscode.SelectionRange[] | undefined {
  const at = jobFile(store, document);
  const read = at && store.document(at.job, at.file);
  if (!at || !read) return undefined;
  return positions.map((position) => {
    let range: vscode.SelectionRange | undefined;
    for (const one of [...selectionAt(read, toOffset(at.lines, position))].reverse()) {
      range = new vscode.SelectionRange(toRange(at.lines, one), range);
    }
    return range ?? new vscode.SelectionRange(new vscode.Range(position, position));
  });
}
