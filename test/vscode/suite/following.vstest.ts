// What is shown follows files, settings and editors, whatever comes first and whatever comes at once.
import * as vscode from 'vscode';
import { codes, inWorkspace, open, ours, replace, settled } from './editor';
import { equal, ok, test, until } from './harness';

const write = (path: string, text: string) => vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
const remove = (path: string) => vscode.workspace.fs.delete(inWorkspace(path), { recursive: true });
const close = () => vscode.commands.executeCommand('workbench.action.closeActiveEditor');

async function jobs(): Promise<readonly string[]> {
  const { tree } = await settled();
  const rows = (await tree.getChildren()) ?? [];
  return rows.map(({ uri }) => uri.path.slice(inWorkspace('x').path.length - 1));
}

test('a job that is left out of the search is no job either when its file is made', async () => {
  const before = await jobs();
  await write('venv/tool/meta.json', '{ "name": "tool", "deploy_map": { "app": ["site-1"] } }');
  await write('sign/meta.json', '{ "name": "sign", "deploy_map": { "app": ["site-1"] } }');
  try {
    // The watcher tells of the one as of the other.
    await until(async () => (await jobs()).includes('sign'), 'job that is not left out');
    equal((await jobs()).filter((job) => job !== 'sign').join(), before.join());
    equal(codes('venv/tool/meta.json'), []);
  } finally {
    await remove('venv');
    await remove('sign');
    await until(async () => !(await jobs()).includes('sign'), 'end of the job');
  }
});

test('the problems of a settings file go when the file goes', async () => {
  const isThere = () => ours('.flare-jobs.json').length > 0;
  await write('.flare-jobs.json', '{ "target": 5 }');
  await until(isThere, 'problem of the settings file');
  await vscode.workspace.fs.delete(inWorkspace('.flare-jobs.json'));
  await until(() => !isThere(), 'end of the problem');
});

test('problems of an app stay when it turns out to be part of a job', async () => {
  const config = 'parts/app/config/config_fed_server.json';
  await write(
    config,
    '{ "format_version": 2, "workflows": [{ "id": "w", "path": "nvflare.app_common.Nothing" }], "components": [] }',
  );
  await until(() => codes(config).length > 0, 'problem of the app alone');
  await write('parts/meta.json', '{ "name": "parts", "deploy_map": { "app": ["@ALL"] } }');
  await until(async () => (await jobs()).includes('parts'), 'job');
  equal(codes(config), ['classes/not-in-nvflare'], 'problems of the app in the job');
  await remove('parts');
  await until(() => codes(config).length === 0, 'end of the problems');
});

test('a byte-order mark is reported whether the file is open or not, and its fix takes the mark and nothing else', async () => {
  const text = '{ "name": "marked", "deploy_map": { "app": ["@ALL"] } }\n';
  await write('marked/app/config/config_fed_server.json', '{ "format_version": 2, "workflows": [], "components": [] }');
  await write('marked/meta.json', `\ufeff${text}`);
  const marks = () => ours('marked/meta.json').filter(({ message }) => message.includes('byte-order mark'));
  await until(() => marks().length === 1, 'problem of the closed file');
  const editor = await open('marked/meta.json');
  await settled();
  equal(
    marks().map(({ range }) => range.start.character),
    [0],
    'problem of the open file',
  );
  const start = new vscode.Position(0, 0);
  editor.selection = new vscode.Selection(start, start);
  const offers = async () =>
    await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
      vscode.CodeActionKind.QuickFix.value,
    );
  await until(async () => (await offers())[0]?.title === 'Remove the byte-order mark', 'quick fix');
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
  await until(() => marks().length === 0, 'end of the problem');
  equal(editor.document.getText(), text, 'text');
  equal((await vscode.workspace.fs.readFile(editor.document.uri))[0], 0x7b, 'first byte');
  await close();
  await remove('marked');
  await until(async () => !(await jobs()).includes('marked'), 'end of the job');
});

test('what is typed while jobs are read is what counts in the end', async () => {
  const editor = await open('hello/meta.json');
  const isWrong = () => codes('hello/meta.json').includes('clients/mandatory-not-deployed');
  for (let round = 0; round < 8; round++) {
    const [from, to] = round % 2 === 0 ? ['["site-1"]', '["site-9"]'] : ['["site-9"]', '["site-1"]'];
    const reading = [
      vscode.commands.executeCommand('flareJobs.checkJob', inWorkspace('hello')),
      vscode.commands.executeCommand('flareJobs.refresh'),
    ];
    // At another moment of the reading each time.
    for (let turn = 0; turn < round * 2; turn++) await Promise.resolve();
    await replace(editor, `"mandatory_clients": ${from}`, `"mandatory_clients": ${to}`);
    await Promise.all(reading);
    await settled();
    equal(isWrong(), round % 2 === 0, `round ${round}`);
  }
  await editor.document.save();
  await vscode.commands.executeCommand('workbench.action.closePanel');
});

test('a job that is deleted while settings change does not come back', async () => {
  const settings = vscode.workspace.getConfiguration('flareJobs');
  await write('brief/app/config/config_fed_server.json', '{ "format_version": 2, "workflows": [], "components": [] }');
  await write('brief/meta.json', '{ "name": "brief", "deploy_map": { "app": ["site-1"] } }');
  await until(() => codes('brief/meta.json').includes('deploy-map/no-server'), 'problem');
  await Promise.all([
    remove('brief'),
    settings.update('rules', { 'deploy-map/no-server': 'warning' }, vscode.ConfigurationTarget.Workspace),
    vscode.commands.executeCommand('flareJobs.refresh'),
  ]);
  await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  await until(async () => !(await jobs()).includes('brief'), 'end of the job');
  await settled();
  equal(codes('brief/meta.json'), []);
});

test('syntax errors are reported where the editor is told to report none', async () => {
  const json = vscode.workspace.getConfiguration('json');
  const editor = await open('hello/meta.json');
  await replace(editor, '"min_clients": 2,', '"min_clients": 2');
  await settled();
  const hasOwn = () => ours('hello/meta.json').some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  equal(hasOwn(), false, 'own report while the editor reports');
  await json.update('validate.enable', false, vscode.ConfigurationTarget.Workspace);
  await until(hasOwn, 'own report');
  await json.update('validate.enable', undefined, vscode.ConfigurationTarget.Workspace);
  await until(() => !hasOwn(), 'end of the own report');
  await replace(editor, '"min_clients": 2', '"min_clients": 2,');
  await editor.document.save();
});

test('nothing is offered in the same file of another scheme, such as the left side of a diff', async () => {
  const left = inWorkspace('hello/meta.json').with({ scheme: 'left-side' });
  const { document } = await open('hello/meta.json');
  const text = document.getText();
  const provider = vscode.workspace.registerTextDocumentContentProvider('left-side', { provideTextDocumentContent: () => text });
  await vscode.commands.executeCommand('vscode.diff', left, document.uri, 'left ↔ right');
  const side = await vscode.workspace.openTextDocument(left);
  const at = side.positionAt(text.indexOf('"site-1"') + 2);
  const ask = async (command: string, ...more: readonly unknown[]) =>
    ((await vscode.commands.executeCommand<readonly unknown[]>(command, left, ...more)) ?? []).length;
  equal(vscode.languages.getDiagnostics(left).filter(({ source }) => source === 'FLARE Jobs').length, 0, 'problems');
  equal(await ask('vscode.executeCodeLensProvider'), 0, 'lenses');
  equal(await ask('vscode.executeReferenceProvider', at), 0, 'references');
  equal(await ask('vscode.executeDefinitionProvider', at), 0, 'definitions');
  equal(await ask('vscode.executeCodeActionProvider', new vscode.Range(at, at), 'quickfix'), 0, 'fixes');
  // The right side has what it always has.
  const own = await vscode.commands.executeCommand<readonly unknown[]>('vscode.executeReferenceProvider', document.uri, at);
  ok(own.length > 0, 'references on the right side');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  provider.dispose();
});
