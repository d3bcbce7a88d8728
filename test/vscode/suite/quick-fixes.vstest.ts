import * as vscode from 'vscode';
import { codes, inWorkspace, open, rangeOf, replace, revertAndClose } from './editor';
import { equal, ok, test, until } from './harness';

/** Makes the quick fix of this title that is offered at a text; gives the titles of all that are offered there. */
async function fix(editor: vscode.TextEditor, at: string, title: string): Promise<void> {
  const action = await until(async () => (await fixesAt(editor, at)).find((one) => one.title === title), `quick fix "${title}"`);
  ok(action.edit !== undefined, 'the quick fix is an edit');
  ok(await vscode.workspace.applyEdit(action.edit), 'VS Code makes the edit');
}

async function fixesAt({ document }: vscode.TextEditor, at: string): Promise<readonly vscode.CodeAction[]> {
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, at),
    vscode.CodeActionKind.QuickFix.value,
  );
}

test('adds the server that is missing, and undo takes it away', async () => {
  const editor = await open('hello/meta.json');
  await replace(editor, '"server", "site-1"', '"site-1"');
  const before = editor.document.getText();
  await until(() => codes('hello/meta.json').includes('deploy-map/no-server'), 'problem');
  await fix(editor, '"deploy_map"', await titleWith(editor, '"deploy_map"', 'server'));
  ok(editor.document.getText().includes('"app": ["server", "site-1", "site-2"]'), `the server in: ${editor.document.getText()}`);
  await until(() => codes('hello/meta.json').length === 0, 'end of the problem');
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand('undo');
  equal(editor.document.getText(), before, 'text after undo');
  await revertAndClose(editor);
});

test('removes a site that is there twice', async () => {
  const editor = await open('hello/meta.json');
  const before = editor.document.getText();
  await replace(editor, '"site-1", "site-2"]', '"site-1", "site-2", "site-1"]');
  await until(() => codes('hello/meta.json').includes('deploy-map/site-twice'), 'problem');
  await fix(editor, '"site-2", "site-1"]', await titleWith(editor, '"site-2", "site-1"]', 'Remove'));
  equal(editor.document.getText(), before);
  await revertAndClose(editor);
});

test('changes a text to the number that it says, as the preferred fix', async () => {
  const editor = await open('typo/meta.json');
  const [preferred] = (
    await until(async () => (await fixesAt(editor, '"2"')).length > 0 && (await fixesAt(editor, '"2"')), 'fix')
  ).filter(({ isPreferred }) => isPreferred);
  equal(preferred?.title, 'Change to 2');
  await fix(editor, '"2"', 'Change to 2');
  ok(editor.document.getText().includes('"min_clients": 2,'), 'the number');
  await revertAndClose(editor);
});

test('creates the app that is missing', async () => {
  const editor = await open('hello/meta.json');
  await replace(editor, '"app": ["server", "site-1", "site-2"]', '"app": ["server"], "trainer": ["site-1", "site-2"]');
  await until(() => codes('hello/meta.json').includes('apps/missing'), 'problem');
  const { start } = rangeOf(editor.document, '"trainer"');
  editor.selection = new vscode.Selection(start, start);
  await until(
    async () => (await fixesAt(editor, '"trainer"')).some(({ title }) => title === 'Create app "trainer"'),
    'quick fix',
  );
  // The editor itself makes this one: what an edit creates does not come whole through the command that lists fixes.
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
  const config = inWorkspace('hello/trainer/config/config_fed_client.json');
  const bytes = await until(() => vscode.workspace.fs.readFile(config).then(undefined, () => undefined), 'new configuration');
  ok(new TextDecoder().decode(bytes).includes('"executors"'), 'the new configuration has executors');
  await until(() => !codes('hello/meta.json').includes('apps/missing'), 'end of the problem');
  await vscode.workspace.fs.delete(inWorkspace('hello/trainer'), { recursive: true });
  await revertAndClose(editor);
  await until(() => codes('hello/meta.json').length === 0, 'healthy job again');
});

/** The title of the first fix there that holds a word. */
async function titleWith(editor: vscode.TextEditor, at: string, word: string): Promise<string> {
  const found = await until(
    async () => (await fixesAt(editor, at)).find(({ title }) => title.includes(word)),
    `fix with "${word}"`,
  );
  return found.title;
}
