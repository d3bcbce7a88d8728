import * as vscode from 'vscode';
import { codes, inWorkspace, open, ours, problems, rangeOf, replace, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

test('reports problems of jobs that nobody opened', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await settled();
  const expected = ['clients/mandatory-not-deployed', 'clients/min-clients-not-an-integer'];
  await until(() => codes('typo/meta.json').length >= expected.length, 'problems of typo/meta.json');
  equal([...codes('typo/meta.json')].sort(), expected);
  equal(codes('hello/meta.json'), [], 'problems of a healthy job');
});

test('a problem has its exact place, a link to its explanation, and the other place', async () => {
  const editor = await open('typo/meta.json');
  const problem = ours('typo/meta.json').find(({ message }) => message.includes('site-9'));
  ok(problem !== undefined, 'there is a problem of site-9');
  equal(editor.document.getText(problem.range), '"site-9"');
  equal(problem.severity, vscode.DiagnosticSeverity.Error);
  ok(typeof problem.code === 'object' && problem.code.target.scheme === 'command', 'the code is a link');
  ok((problem.relatedInformation ?? []).length > 0, 'there is related information');
  await revertAndClose(editor);
});

test('reports what is typed before it is saved, and takes it back', async () => {
  const editor = await open('hello/meta.json');
  await replace(editor, '"mandatory_clients": ["site-1"]', '"mandatory_clients": ["site-9"]');
  await until(() => codes('hello/meta.json').includes('clients/mandatory-not-deployed'), 'problem of site-9');
  ok(editor.document.isDirty, 'nothing was saved');
  await replace(editor, '"site-9"', '"site-1"');
  await until(() => codes('hello/meta.json').length === 0, 'end of the problem');
  await revertAndClose(editor);
});

test('leaves syntax errors of open JSON files to the editor', async () => {
  const editor = await open('hello/meta.json');
  await replace(editor, '"min_clients": 2,', '"min_clients": 2');
  const isJson = ({ source }: vscode.Diagnostic) => source === 'json' || source === 'jsonc';
  await until(() => problems('hello/meta.json').some(isJson), 'syntax error of the JSON support');
  await settled();
  const [syntax] = problems('hello/meta.json').filter(isJson);
  const twice = ours('hello/meta.json').filter(({ range }) => syntax !== undefined && range.intersection(syntax.range));
  equal(
    twice.map(({ message }) => message),
    [],
    'what is said of the same place',
  );
  await revertAndClose(editor);
});

test('leaves the meta.json of another tool alone', async () => {
  const editor = await open('other/meta.json');
  await settled();
  equal(codes('other/meta.json'), []);
  await revertAndClose(editor);
});

test('finds a job that is made while the editor is open, and forgets it when it is gone', async () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), 'made');
  const write = (path: string, text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
  await write('app/config/config_fed_server.json', '{ "format_version": 2, "workflows": [], "components": [] }');
  await write('meta.json', '{ "name": "made", "deploy_map": { "app": ["site-1"] } }');
  await until(() => codes('made/meta.json').includes('deploy-map/no-server'), 'problem of the new job');
  await vscode.workspace.fs.delete(folder, { recursive: true });
  await until(() => codes('made/meta.json').length === 0, 'end of the problems of the job that is gone');
});

test('follows jobs whose folder is moved or deleted as a whole, of which no event names a file', async () => {
  const { fs } = vscode.workspace;
  const write = (path: string, text: string) => fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
  await write('group/one/deep/app/config/config_fed_server.json', '{ "format_version": 2, "workflows": [], "components": [] }');
  await write('group/one/deep/meta.json', '{ "name": "deep", "deploy_map": { "app": ["site-1"] } }');
  const has = (path: string) => codes(path).includes('deploy-map/no-server');
  await until(() => has('group/one/deep/meta.json'), 'problem of the job some folders below');
  await fs.rename(inWorkspace('group'), inWorkspace('crowd'));
  await until(() => has('crowd/one/deep/meta.json'), 'problem at the new place');
  await until(() => codes('group/one/deep/meta.json').length === 0, 'end of the problems at the old place');
  await fs.delete(inWorkspace('crowd'), { recursive: true });
  await until(() => codes('crowd/one/deep/meta.json').length === 0, 'end of the problems of the job that is gone');
});

test('a job whose files come one by one is one job in the end', async () => {
  const write = (path: string, text: string) => vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
  const rows = async () => {
    const { tree } = await settled();
    const items = (await tree.getChildren()) ?? [];
    return items.map(({ uri }) => uri.path).filter((path) => path.includes('/slow'));
  };
  await write('slow/app/config/config_fed_server.json', '{ "format_version": 2, "workflows": [], "components": [] }');
  await until(async () => (await rows())[0] === inWorkspace('slow/app').path, 'app that may be a job of before 2.1');
  await write('slow/meta.json', '{ "name": "slow", "deploy_map": { "app": ["@ALL"] } }');
  await until(async () => (await rows()).includes(inWorkspace('slow').path), 'job');
  equal(await rows(), [inWorkspace('slow').path]);
  await vscode.workspace.fs.delete(inWorkspace('slow'), { recursive: true });
  await until(async () => (await rows()).length === 0, 'end of the job');
});

test('a severity set by the user counts at once', async () => {
  const settings = vscode.workspace.getConfiguration('flareJobs');
  const severity = () => ours('typo/meta.json').find(({ message }) => message.includes('site-9'))?.severity;
  await settings.update('rules', { 'clients/mandatory-not-deployed': 'warning' }, vscode.ConfigurationTarget.Workspace);
  await until(() => severity() === vscode.DiagnosticSeverity.Warning, 'warning instead of an error');
  await settings.update('rules', { 'clients/mandatory-not-deployed': 'off' }, vscode.ConfigurationTarget.Workspace);
  await until(() => severity() === undefined, 'silence');
  await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  await until(() => severity() === vscode.DiagnosticSeverity.Error, 'error again');
});

test('places follow what is typed above them', async () => {
  const editor = await open('typo/meta.json');
  await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '\n\n'));
  const at = rangeOf(editor.document, '"site-9"').start.line;
  await until(() => ours('typo/meta.json').some(({ range }) => range.start.line === at), 'problem on its new line');
  await revertAndClose(editor);
});
