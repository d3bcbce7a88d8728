import * as vscode from 'vscode';
import type { Conversion, Remark } from '../../core/assist/index';
import { baseName, CONFIG_ENDINGS, type FormatName, formatOf, LineIndex, withoutEnding } from '../../core/index';
import { loadFormat } from '../../load-format';
import type { JobStore } from '../job-store';
import { uriOf } from './job-of';

/**
 * Writes a configuration in another format beside the file, and offers to delete the old one, because NVFLARE reads only one of
 * the two. Asks before anything is left out.
 */
export async function convertFile(store: JobStore, target: unknown): Promise<void> {
  const uri = uriOf(target) ?? vscode.window.activeTextEditor?.document.uri;
  const from = uri && formatOf(uri.path);
  if (!uri || !from || !store.jobAt(uri)) {
    void vscode.window.showInformationMessage('Open a meta file or a configuration of a job to convert it.');
    return;
  }
  const to = await pickFormat(from, uri);
  if (!to) return;
  const source = (await vscode.workspace.openTextDocument(uri)).getText();
  const text = await converted({ name: baseName(uri.path), source, from, to });
  if (text === undefined) return;
  const created = uri.with({ path: `${withoutEnding(uri.path)}${endingFor(to, uri.path)}` });
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(created, { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      `${baseName(created.path)} was not created. Rename or delete the one that is there, or see whether the folder can be written to.`,
    );
    return;
  }
  await vscode.window.showTextDocument(created, { preview: false });
  await offerDeletion(uri, created, source);
}

const TITLES: { readonly [format in FormatName]: string } = { json: 'JSON', hocon: 'HOCON', yaml: 'YAML' };

async function pickFormat(from: FormatName, uri: vscode.Uri): Promise<FormatName | undefined> {
  const formats: readonly FormatName[] = ['json', 'hocon', 'yaml'];
  const items = formats
    .filter((format) => format !== from)
    .map((format) => ({ label: TITLES[format], description: endingFor(format, uri.path), format }));
  const title = `Convert ${baseName(uri.path)}`;
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'To which format?' }))?.format;
}

/** The ending that says the format; what was a default stays one. */
function endingFor(format: FormatName, path: string): string {
  const ending = CONFIG_ENDINGS.find((candidate) => candidate[1] === format)?.[0] ?? '';
  return path.endsWith('.default') ? `${ending}.default` : ending;
}

interface Job {
  readonly name: string;
  readonly source: string;
  readonly from: FormatName;
  readonly to: FormatName;
}

/** The new text; `undefined` where there is none, or the user does not want to lose what it leaves out. */
async function converted(job: Job): Promise<string | undefined> {
  const { convert } = await import('../../core/assist/index');
  const document = (await loadFormat(job.from)).read(job.source);
  const writer = await loadFormat(job.to);
  const exact = convert(document, writer);
  if ('text' in exact) return exact.text;
  const lossy = convert(document, writer, { dropComments: true, writeOutReferences: true });
  return 'text' in lossy ? await confirmed(job, lossy) : await refuse(job, exact.refused);
}

const ANYWAY = 'Convert Anyway';

async function confirmed(
  job: Job,
  { text, leftOut }: Extract<Conversion, { readonly text: string }>,
): Promise<string | undefined> {
  const message = `${TITLES[job.to]} cannot say all that is in ${job.name}. Its value stays the same.`;
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail: listed(job, leftOut) }, ANYWAY);
  return answer === ANYWAY ? text : undefined;
}

async function refuse(job: Job, reasons: readonly Remark[]): Promise<undefined> {
  const message = `${job.name} cannot be converted to ${TITLES[job.to]}.`;
  await vscode.window.showErrorMessage(message, { modal: true, detail: listed(job, reasons) });
}

/** More lines than these do not fit a dialog. */
const MOST_LINES = 8;

function listed({ source }: Job, remarks: readonly Remark[]): string {
  const lines = new LineIndex(source);
  const shown = remarks
    .slice(0, MOST_LINES)
    .map(({ message, range }) => `Line ${lines.positionAt(range.start).line + 1}: ${message}`);
  const more = remarks.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

/** Says which of the two files NVFLARE reads now, and deletes the old one where that is wanted. */
async function offerDeletion(old: vscode.Uri, created: vscode.Uri, source: string): Promise<void> {
  const rank = ({ path }: vscode.Uri) => CONFIG_ENDINGS.findIndex(([ending]) => path.endsWith(ending));
  const [read, unread] = rank(old) < rank(created) ? [old, created] : [created, old];
  const action = `Delete ${baseName(old.path)}`;
  const message = `NVFLARE reads ${baseName(read.path)} and not ${baseName(unread.path)} while both are there.`;
  if ((await vscode.window.showInformationMessage(message, action)) !== action) return;
  // The question may have stood there for long.
  if ((await vscode.workspace.openTextDocument(old)).getText() !== source) {
    void vscode.window.showWarningMessage(
      `${baseName(old.path)} was changed since it was converted, so it was not deleted. Bring what is new into ${baseName(created.path)} first.`,
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(old);
  await vscode.workspace.applyEdit(edit);
}
