import * as vscode from 'vscode';
import { inWorkspace, open, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

function packedText(): string | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'flare-jobs-packed')?.getText();
}

test('shows what will be submitted of a file beside the file', async () => {
  await settled();
  const editor = await open('hello/meta.json');
  await vscode.commands.executeCommand('flareJobs.showPacked');
  const text = await until(() => packedText(), 'the text that is submitted');
  equal(JSON.parse(text), JSON.parse(editor.document.getText()));
  const tab = await until(
    () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputTextDiff),
    'tab of the comparison',
  );
  ok(tab.label.includes('as submitted'), tab.label);
  await vscode.window.tabGroups.close(tab);
  await revertAndClose(editor);
});

test('converts a file into a new one beside it', async () => {
  await settled();
  const editor = await open('hello/app/config/config_fed_client.json');
  const converted = inWorkspace('hello/app/config/config_fed_client.conf');
  let isDone = false;
  void vscode.commands.executeCommand('flareJobs.convertFile').then(() => {
    isDone = true;
  });
  const isThere = async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return await vscode.workspace.fs.readFile(converted).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );
  };
  const text = await until(isThere, 'the new file');
  ok(text.includes('format_version = 2'), text);
  await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('.conf'), 'editor of the new file');
  // The offer to delete the old file comes a moment after the editor.
  await until(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return isDone;
  }, 'the end of the command');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(converted);
  await settled();
  await revertAndClose(editor);
});
