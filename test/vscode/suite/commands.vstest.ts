import * as vscode from 'vscode';
import { inWorkspace, open, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

function previewTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('flareJobs.preview')),
  );
}

test('opens one preview for a job, beside the editor', async () => {
  await settled();
  const editor = await open('hello/meta.json');
  await vscode.commands.executeCommand('flareJobs.previewJob');
  await until(() => previewTabs().length === 1, 'tab of the preview');
  await vscode.commands.executeCommand('flareJobs.previewJob', inWorkspace('hello'));
  const [tab] = previewTabs();
  equal([previewTabs().length, tab?.label, tab?.group.viewColumn], [1, 'Preview hello', vscode.ViewColumn.Two]);
  if (tab) await vscode.window.tabGroups.close(tab);
  await revertAndClose(editor);
});

test('opens the meta file of a job', async () => {
  await settled();
  await vscode.commands.executeCommand('flareJobs.openMeta', inWorkspace('typo/app'));
  const editor = vscode.window.activeTextEditor;
  ok(editor?.document.uri.path.endsWith('typo/meta.json') === true, 'the meta file is open');
  await revertAndClose(editor);
});

test('checking a job or all jobs says what there is, and fails for nobody', async () => {
  await settled();
  await vscode.commands.executeCommand('flareJobs.checkJob', inWorkspace('hello'));
  await vscode.commands.executeCommand('flareJobs.checkAllJobs');
  await vscode.commands.executeCommand('workbench.action.closePanel');
});

test('copies the path of a job', async () => {
  await settled();
  await vscode.commands.executeCommand('flareJobs.copyPath', inWorkspace('hello'));
  ok((await vscode.env.clipboard.readText()).endsWith('hello'), 'the clipboard has the path');
});

test('explains a problem on a page of its own', async () => {
  await settled();
  await vscode.commands.executeCommand('flareJobs.explainProblem', 'deploy-map/no-server');
  const isPage = ({ label }: vscode.Tab) => label.includes('no-server');
  const tab = await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isPage), 'page of the rule');
  await vscode.window.tabGroups.close(tab);
});
