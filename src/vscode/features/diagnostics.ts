import * as vscode from 'vscode';
import type { Finding } from '../../core/index';
import { type Places, toDiagnostic } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';

/** Shows the findings of every job of the workspace in the Problems view, whether its files are open or not. */
export function registerDiagnostics(store: JobStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('flare-jobs');
  const shown = new Map<string, ReadonlySet<string>>();

  const show = (job: OpenJob) => {
    const byFile = new Map<string, Finding[]>();
    for (const finding of job.findings) {
      if (finding.isPlainSyntax && isShownByEditor(fileUri(job, finding.file))) continue;
      const list = byFile.get(finding.file);
      if (list) list.push(finding);
      else byFile.set(finding.file, [finding]);
    }
    const places = placesOf(store, job);
    const key = job.uri.toString();
    const before = shown.get(key);
    const updates: [vscode.Uri, readonly vscode.Diagnostic[] | undefined][] = [];
    for (const file of before ?? []) if (!byFile.has(file)) updates.push([fileUri(job, file), undefined]);
    for (const [file, findings] of byFile)
      updates.push([fileUri(job, file), findings.map((finding) => toDiagnostic(finding, places))]);
    collection.set(updates);
    shown.set(key, new Set(byFile.keys()));
  };

  const showJobOf = ({ uri }: vscode.TextDocument) => {
    const job = store.jobAt(uri);
    if (job) show(job);
  };

  return vscode.Disposable.from(
    collection,
    store.onDidChange(({ changed, removed }) => {
      for (const uri of removed) {
        for (const file of shown.get(uri.toString()) ?? []) collection.delete(vscode.Uri.joinPath(uri, file));
        shown.delete(uri.toString());
      }
      for (const job of changed) show(job);
    }),
    vscode.workspace.onDidOpenTextDocument(showJobOf),
    vscode.workspace.onDidCloseTextDocument(showJobOf),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(VALIDATES_JSON)) for (const document of vscode.workspace.textDocuments) showJobOf(document);
    }),
  );
}

/** Where the places of a job's findings lie. */
export function placesOf(store: JobStore, job: OpenJob): Places {
  return { lines: (file) => store.lines(job, file), uri: (file) => fileUri(job, file) };
}

/** The setting by which the editor's own JSON support reports no errors. */
const VALIDATES_JSON = 'json.validate.enable';

/** The editor's own JSON support reports syntax errors of open JSON files, unless it is switched off. */
function isShownByEditor(uri: vscode.Uri): boolean {
  const hasSupport = vscode.extensions.getExtension('vscode.json-language-features') !== undefined;
  if (!hasSupport || !vscode.workspace.getConfiguration(undefined, uri).get(VALIDATES_JSON, true)) return false;
  const key = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === key && document.languageId === 'json');
}
