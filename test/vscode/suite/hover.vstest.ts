import * as vscode from 'vscode';
import { open, rangeOf, revertAndClose, settled } from './editor';
import { equal, ok, test } from './harness';

/** What this extension says of the middle of a text in a file, as Markdown. */
async function hoverOn(path: string, text: string): Promise<string> {
  await settled();
  const editor = await open(path);
  const { start } = rangeOf(editor.document, text);
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    start.translate(0, 3),
  );
  await revertAndClose(editor);
  return hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n\n');
}

test('hovering a site says which app it gets, why, and what applies', async () => {
  const text = await hoverOn('hello/meta.json', '"site-1"');
  for (const part of ['client', 'mandatory', '`app`', 'num_of_gpus', 'deploy_map'])
    ok(text.includes(part), `"${part}" in: ${text}`);
});

test('hovering a key says what it means', async () => {
  const text = await hoverOn('hello/meta.json', '"min_clients"');
  ok(text.includes('min_clients') && text.includes('Default'), `meaning and default in: ${text}`);
});

test('hovering an app says what is in its folder', async () => {
  const text = await hoverOn('hello/meta.json', '"app"');
  ok(text.includes('config_fed_server.json'), `its configuration in: ${text}`);
});

test('there is nothing to say of the file of another tool', async () => {
  equal(await hoverOn('other/meta.json', '"min_clients"'), '');
});
