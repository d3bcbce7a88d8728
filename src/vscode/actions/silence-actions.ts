import * as vscode from 'vscode';
import type { SilenceRequest } from '../../core/actions/index';
import type { Finding } from '../../core/index';
import { toDiagnostic, toTextEdit } from '../convert';
import { placesOf } from '../features/diagnostics';
import { fileUri } from '../open-job';
import { type ActionPlace, OfferedAction } from './offered';

/** The ways to silence the rules of findings: by a comment where the format has comments, else by the project's settings file. */
export function silenceActions(place: ActionPlace, here: readonly Finding[]): readonly vscode.CodeAction[] {
  const { core, job, file } = place;
  const { SETTINGS_FILE } = core;
  const byCode = new Map(here.map((finding) => [finding.code, finding]));
  return [...byCode.values()].flatMap((finding) => {
    const { code } = finding;
    const comment = (title: string, reach: SilenceRequest['reach']) => commentAction(place, finding, { title, reach });
    const setting = (title: string, path: string, below: string) =>
      settingAction(place, finding, { title, edit: () => settingEdit(place, path, below, code) });
    return [
      ...comment(`Silence ${code} for this line`, 'line'),
      ...(comment(`Silence ${code} in this file`, 'file').length > 0
        ? comment(`Silence ${code} in this file`, 'file')
        : setting(`Silence ${code} in this file, by ${SETTINGS_FILE}`, fileUri(job, file).path, '')),
      ...setting(`Silence ${code} in this job, by ${SETTINGS_FILE}`, job.uri.path, '/**'),
    ];
  });
}

function commentAction(
  { core, store, job }: ActionPlace,
  finding: Finding,
  { title, reach }: { readonly title: string; readonly reach: SilenceRequest['reach'] },
): readonly vscode.CodeAction[] {
  const document = store.document(job, finding.file);
  const edit = document && core.silenceByComment(document, { ...finding, reach }, store.formats);
  if (!edit) return [];
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(fileUri(job, finding.file), [toTextEdit(store.lines(job, finding.file), edit)]);
  action.diagnostics = [toDiagnostic(finding, placesOf(store, job))];
  return [action];
}

function settingAction(
  { store, job }: ActionPlace,
  finding: Finding,
  { title, edit }: { readonly title: string; readonly edit: () => Promise<vscode.WorkspaceEdit | undefined> },
): readonly vscode.CodeAction[] {
  const action = new OfferedAction(title, vscode.CodeActionKind.QuickFix, edit);
  action.diagnostics = [toDiagnostic(finding, placesOf(store, job))];
  return [action];
}

/** Writes into the settings file that counts for the job, or makes one at the root of the workspace folder. */
async function settingEdit(
  { core, job }: ActionPlace,
  path: string,
  below: string,
  code: string,
): Promise<vscode.WorkspaceEdit | undefined> {
  const { settings } = job.project;
  const uri = settings ? job.uri.with({ path: settings.path }) : vscode.Uri.joinPath(job.folder.uri, core.SETTINGS_FILE);
  const root = uri.path.slice(0, uri.path.lastIndexOf('/') + 1);
  const relative = path.startsWith(root) ? path.slice(root.length) : '';
  const glob = relative === '' ? below.slice(1) : core.globOf(relative) + below;
  const edit = new vscode.WorkspaceEdit();
  if (!settings) {
    const text = core.silenceBySetting('', { glob, code }) ?? '';
    edit.createFile(uri, { contents: new TextEncoder().encode(text), ignoreIfExists: true });
    return edit;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const before = document.getText();
  const after = core.silenceBySetting(before, { glob, code });
  if (after === undefined)
    throw new Error(`${vscode.workspace.asRelativePath(uri)} cannot be read as settings. Put it right first.`);
  edit.replace(uri, new vscode.Range(document.positionAt(0), document.positionAt(before.length)), after);
  return edit;
}
