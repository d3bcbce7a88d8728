import * as vscode from 'vscode';
import { codes, inWorkspace, open, rangeOf, replace, revertAndClose } from './editor';
import { equal, ok, test, until } from './harness';

/** The actions of a kind that are offered at a text. */
async function actionsAt(
  { document }: vscode.TextEditor,
  at: string,
  kind: string,
  resolve?: number,
): Promise<readonly vscode.CodeAction[]> {
  const range = rangeOf(document, at);
  return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, resolve);
}

/** Makes the action whose title begins with some words. */
async function act(editor: vscode.TextEditor, at: string, kind: string, title: string): Promise<void> {
  const found = await until(
    async () => (await actionsAt(editor, at, kind, 30)).find((action) => action.title.startsWith(title)),
    `action "${title}"`,
  );
  ok(found.edit !== undefined, `"${title}" is an edit`);
  ok(await vscode.workspace.applyEdit(found.edit), 'VS Code makes the edit');
}

/** Sets what is done when files are saved, for one test. */
async function onSave(actions: Readonly<Record<string, string>>): Promise<() => Thenable<void>> {
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('codeActionsOnSave', actions, vscode.ConfigurationTarget.Workspace);
  return () => settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
}

test('saving makes the fixes that need no decision, and no others', async () => {
  const undo = await onSave({ 'source.fixAll.flareJobs': 'explicit' });
  const editor = await open('hello/meta.json');
  const before = editor.document.getText();
  await replace(editor, '"site-1", "site-2"]', '"site-1", "site-2", "site-1"]');
  await replace(editor, '"min_clients":', '"owner": 1,\n  "min_clients":');
  await until(() => codes('hello/meta.json').length > 1, 'problems');
  await editor.document.save();
  await until(() => !codes('hello/meta.json').includes('deploy-map/site-twice'), 'the fix on saving');
  ok(editor.document.getText().includes('"owner": 1'), 'what needs a decision stays');
  await undo();
  await replace(editor, editor.document.getText(), before);
  await editor.document.save();
  await revertAndClose(editor);
});

test('a comment silences a rule where the format has comments', async () => {
  const folder = inWorkspace('silent');
  const write = (path: string, text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
  await write('app/config/config_fed_server.json', await textOf('hello/app/config/config_fed_server.json'));
  await write('app/config/config_fed_client.json', await textOf('hello/app/config/config_fed_client.json'));
  await write('meta.conf', 'name = silent\nmin_clients = 1\ndeploy_map { app = ["@ALL"] }\nowner = me\n');
  await until(() => codes('silent/meta.conf').includes('meta/unknown-key'), 'the problem');
  const editor = await open('silent/meta.conf');
  await act(editor, 'owner', 'quickfix', 'Silence meta/unknown-key for this line');
  ok(
    editor.document.getText().includes('# flare-jobs-disable-next-line meta/unknown-key\nowner'),
    `the comment in ${editor.document.getText()}`,
  );
  await until(() => codes('silent/meta.conf').length === 0, 'silence');
  await revertAndClose(editor);
  await vscode.workspace.fs.delete(folder, { recursive: true });
});

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(path)));
}

test('the settings file of the project is followed as it is written', async () => {
  const settings = inWorkspace('typo/.flare-jobs.json');
  const [code = ''] = await until(() => codes('typo/meta.json').length > 0 && codes('typo/meta.json'), 'a problem');
  await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode(JSON.stringify({ rules: { [code]: 'off' } })));
  await until(() => !codes('typo/meta.json').includes(code), 'silence');
  await vscode.workspace.fs.delete(settings);
  await until(() => codes('typo/meta.json').includes(code), 'the problem again');
});

test('a site is extracted into a copy of its app, and moved', async () => {
  const editor = await open('hello/meta.json');
  const before = editor.document.getText();
  const offered = await until(async () => (await actionsAt(editor, '"site-2"', 'refactor.extract'))[0]?.title, 'an offer');
  equal(offered, 'Extract site-2 into its own app "app_site-2"');
  const { start } = rangeOf(editor.document, 'site-2');
  editor.selection = new vscode.Selection(start, start);
  // The editor itself makes this one: files with contents do not come whole through the command that lists actions.
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'refactor.extract', apply: 'first' });
  const copied = inWorkspace('hello/app_site-2/config/config_fed_client.json');
  await until(() => vscode.workspace.fs.stat(copied).then(Boolean, () => false), 'the copy of the app');
  ok(editor.document.getText().includes('"app_site-2": ["site-2"]'), `the map in ${editor.document.getText()}`);
  equal((await actionsAt(editor, '"site-2"', 'refactor.extract')).length, 0, 'offers for the only site of an app');
  await vscode.workspace.fs.delete(inWorkspace('hello/app_site-2'), { recursive: true });
  // The editor saves what a refactoring changes.
  await replace(editor, editor.document.getText(), before);
  await editor.document.save();
  await revertAndClose(editor);
  await until(() => codes('hello/meta.json').length === 0, `healthy job again, not ${codes('hello/meta.json')}`);
});

test('a job for an older release is offered its migration', async () => {
  const settings = inWorkspace('hello/.flare-jobs.json');
  await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('{ "targetVersion": "2.7" }'));
  const editor = await open('hello/meta.json');
  const found = await until(
    async () => (await actionsAt(editor, '"name"', 'refactor.rewrite')).find(({ title }) => title.startsWith('Migrate job')),
    'migration',
  );
  equal(found.command?.command, 'flareJobs.migrateJob');
  await vscode.workspace.fs.delete(settings);
  await until(async () => (await actionsAt(editor, '"name"', 'refactor.rewrite')).length === 0, 'no migration for the newest');
  await revertAndClose(editor);
});

test('lenses say where a job goes and who uses a component, and a script what it makes', async () => {
  const titles = async (uri: vscode.Uri) =>
    (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 30)).map(
      ({ command }) => command?.title ?? '',
    );
  const meta = await open('hello/meta.json');
  await until(
    async () => (await titles(meta.document.uri)).includes('server and 2 clients · 1 app'),
    'the lens of the meta file',
  );
  const server = await open('hello/app/config/config_fed_server.json');
  await until(
    async () => (await titles(server.document.uri)).some((title) => title.startsWith('used by ')),
    'the lens of a component',
  );
  const script = inWorkspace('make_job.py');
  const text = 'from nvflare.job_config.api import FedJob\njob = FedJob(name="hello")\njob.export_job(".")\n';
  await vscode.workspace.fs.writeFile(script, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(script);
  await until(
    async () => (await titles(script)).includes('FLARE job FedJob "hello" · exported to ./hello'),
    'the lens of the script',
  );
  await until(
    async () => (await titles(meta.document.uri)).some((title) => title.startsWith('Written by make_job.py')),
    'the lens that names the script',
  );
  await vscode.workspace.fs.delete(script);
});

test('a meta file is organised when that is asked for by name, and not by saving alone', async () => {
  const editor = await open('hello/meta.json');
  const before = editor.document.getText();
  await replace(editor, '"name": "hello",\n  "min_clients": 2,', '"min_clients": 2,\n  "name": "hello",');
  await until(async () => (await actionsAt(editor, '"name"', 'source.organizeMeta')).length > 0, 'the offer');
  equal((await actionsAt(editor, '"name"', 'refactor')).filter(({ title }) => title.startsWith('Organise')).length, 0);
  await act(editor, '"name"', 'source.organizeMeta.flareJobs', 'Organise Meta File');
  // Sites have the order of the description, which has the deploy map behind the name.
  const keys = [...editor.document.getText().matchAll(/^ {2}"(\w+)"/gm)].map(([, key]) => key);
  equal(keys.slice(0, 3).join(), 'name,deploy_map,min_clients');
  await replace(editor, editor.document.getText(), before);
  await revertAndClose(editor);
});
