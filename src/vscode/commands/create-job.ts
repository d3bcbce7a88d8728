import * as vscode from 'vscode';
import type { NewJob, NewJobTemplate } from '../../core/assist/index';
import { type FormatName, isJobName, isSiteName } from '../../core/index';
import { loadFormat } from '../../load-format';

/** Asks what a new job shall be, makes its folder in one step that can be undone, and opens its meta file. */
export async function createJob(target: unknown): Promise<void> {
  const parent = target instanceof vscode.Uri && target.scheme !== 'webview-panel' ? target : await pickFolder();
  if (!parent) return;
  const name = await askName(parent);
  if (name === undefined) return;
  const { NEW_JOB_TEMPLATES } = await import('../../core/assist/index');
  const template = await pickTemplate(NEW_JOB_TEMPLATES);
  const clients = template && (await askClients());
  const format = clients && (await pickFormat());
  if (!template || !clients || !format) return;
  await makeJob(vscode.Uri.joinPath(parent, name), { name, template, clients }, format);
}

/** Writes the files of a new job into a folder, all at once. */
async function makeJob(folder: vscode.Uri, job: NewJob, format: FormatName): Promise<void> {
  const { newJob } = await import('../../core/assist/index');
  const files = newJob(job, await loadFormat(format)) ?? [];
  const edit = new vscode.WorkspaceEdit();
  for (const { path, text } of files)
    edit.createFile(vscode.Uri.joinPath(folder, path), { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(`Job "${job.name}" could not be created in ${vscode.workspace.asRelativePath(folder)}.`);
    return;
  }
  const [meta] = files;
  if (meta) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, meta.path));
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Where shall the job be?' }))?.uri;
}

const TITLE = 'Create Job';

async function askName(parent: vscode.Uri): Promise<string | undefined> {
  return await vscode.window.showInputBox({
    title: TITLE,
    prompt: 'The name of the job and of its folder',
    placeHolder: 'my-job',
    validateInput: async (name) => {
      if (name === '') return 'A job needs a name.';
      if (!isJobName(name)) return 'Only letters, digits, ".", "-" and "_", with a letter or digit first.';
      return (await exists(vscode.Uri.joinPath(parent, name))) ? `There is already something named "${name}".` : undefined;
    },
  });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** With one kind of job there is nothing to ask. */
async function pickTemplate(templates: readonly NewJobTemplate[]): Promise<string | undefined> {
  if (templates.length === 1) return templates[0]?.name;
  const items = templates.map(({ name, title, description }) => ({ label: title, detail: description, name }));
  return (await vscode.window.showQuickPick(items, { title: TITLE, placeHolder: 'What kind of job?' }))?.name;
}

async function askClients(): Promise<NewJob['clients'] | undefined> {
  const all = {
    label: 'All sites',
    description: '@ALL',
    detail: 'The server and every client that is connected when the job starts',
  };
  const named = { label: 'Sites by name…', description: '', detail: 'The server and the clients that you name' };
  const picked = await vscode.window.showQuickPick([all, named], { title: TITLE, placeHolder: 'Where shall the job run?' });
  if (!picked) return undefined;
  if (picked === all) return 'all';
  const text = await vscode.window.showInputBox({
    title: TITLE,
    prompt: 'The names of the clients, with commas between them; the server takes part as well',
    placeHolder: 'site-1, site-2',
    validateInput: clientsProblem,
  });
  return text === undefined ? undefined : namesIn(text);
}

function clientsProblem(text: string): string | undefined {
  const names = namesIn(text);
  if (names.length === 0) return 'A job needs a client.';
  const odd = names.find((name) => !isSiteName(name));
  if (odd !== undefined) return `"${odd}" is no name of a site: only letters, digits, "-" and "_".`;
  if (names.includes('server')) return 'The server takes part without being named.';
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `"${twice}" is there twice.`;
}

function namesIn(text: string): readonly string[] {
  return text.split(/[,\s]+/).filter((name) => name !== '');
}

async function pickFormat(): Promise<FormatName | undefined> {
  const items: readonly { readonly label: string; readonly description: string; readonly format: FormatName }[] = [
    { label: 'JSON', description: 'meta.json', format: 'json' },
    { label: 'HOCON', description: 'meta.conf, with room for comments', format: 'hocon' },
  ];
  return (await vscode.window.showQuickPick(items, { title: TITLE, placeHolder: 'Which format?' }))?.format;
}
