import * as vscode from 'vscode';
import { inWorkspace, open, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

const SERVER = 'hello/app/config/config_fed_server.json';

test('the outline of a configuration names what it runs', async () => {
  await settled();
  const editor = await open(SERVER);
  const symbols = await until(async () => {
    const found = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    return found.some(({ name }) => name === 'Workflows') && found;
  }, 'outline');
  const workflows = symbols.find(({ name }) => name === 'Workflows')?.children ?? [];
  equal(
    workflows.map(({ name, detail }) => [name, detail]),
    [['scatter_and_gather', 'ScatterAndGather']],
  );
  await revertAndClose(editor);
});

test('an app in the deploy map is a link to its folder', async () => {
  await settled();
  const editor = await open('hello/meta.json');
  const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    editor.document.uri,
  );
  const [link] = links.filter(({ target }) => target?.scheme === 'command');
  equal(link && editor.document.getText(link.range), 'app');
  ok(link?.target !== undefined, 'the link leads somewhere');
  await vscode.commands.executeCommand('flareJobs.revealFolder', inWorkspace('hello/app').toString());
  await revertAndClose(editor);
});

test('sites and components are found among the symbols of the workspace', async () => {
  await settled();
  const search = async (query: string) =>
    (
      await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)
    ).map(({ name, containerName }) => `${name}: ${containerName}`);
  ok((await search('site-2')).includes('site-2: site of hello'), 'the site');
  const components = await until(async () => {
    const found = await search('persis');
    return found.length > 0 && found;
  }, 'component');
  ok(components.includes('persistor: component of hello'), components.join());
});

test('HOCON folds at braces and comments', async () => {
  await settled();
  const uri = inWorkspace('hello/app/config/config_fed_server.conf');
  const text = '# one\n# two\na {\n  b = [\n    1\n  ]\n}\n';
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await vscode.window.showTextDocument(uri);
  const folds = await vscode.commands.executeCommand<readonly vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
  equal(
    folds.map(({ start, end }) => [start, end]),
    [
      [0, 1],
      [2, 5],
      [3, 4],
    ],
  );
  await revertAndClose(editor);
  await vscode.workspace.fs.delete(uri);
});
