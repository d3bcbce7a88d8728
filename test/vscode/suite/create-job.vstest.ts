import * as vscode from 'vscode';
import { codes, inWorkspace, problems, settled } from './editor';
import { equal, ok, test, until } from './harness';

/** Time for a question to come up and take the keys. */
const QUESTION_MILLISECONDS = 400;

/** Presses keys of quick input, one after the other, with time for the next question in between. */
async function press(...commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    await new Promise((resolve) => setTimeout(resolve, QUESTION_MILLISECONDS));
    await vscode.commands.executeCommand(command);
  }
}

const TAKE = 'workbench.action.acceptSelectedQuickOpenItem';
const NEXT = 'workbench.action.quickOpenSelectNext';
const BACK = 'workbench.action.quickInputBack';

async function text(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(path)));
}

async function isThere(path: string): Promise<boolean> {
  return await vscode.workspace.fs.stat(inWorkspace(path)).then(
    () => true,
    () => false,
  );
}

test('the wizard makes a job that passes, a step back included', async () => {
  await settled();
  const done = vscode.commands.executeCommand('flareJobs.createJob');
  // A goal, a framework, back to the goal, the same goal again, the second framework; then the name that is offered.
  await press(TAKE, BACK, TAKE, NEXT, TAKE, TAKE);
  // All sites, HOCON, the first folder.
  await press(TAKE, NEXT, TAKE, TAKE);
  await done;
  equal(vscode.window.activeTextEditor?.document.uri.path, inWorkspace('fedavg-numpy/meta.conf').path);
  ok((await text('fedavg-numpy/app/config/config_fed_client.conf')).includes('# Runs the script of the app'), 'comments stay');
  ok(await isThere('fedavg-numpy/app/custom/train.py'), 'the script is there');
  const { tree } = await settled();
  const rows = await until(async () => {
    const all = (await tree.getChildren()) ?? [];
    const labels = await Promise.all(all.map(async (row) => (await tree.getTreeItem(row)).label));
    return labels.includes('fedavg-numpy') && labels;
  }, 'row of the new job');
  ok(rows.length > 1, 'the other jobs are there as well');
  equal(codes('fedavg-numpy/meta.conf'), []);
  equal(problems('fedavg-numpy/app/config/config_fed_server.conf').length, 0);
  await vscode.workspace.fs.delete(inWorkspace('fedavg-numpy'), { recursive: true, useTrash: false });
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await settled();
});

test('a folder of the explorer is where the job is made, and giving up makes nothing', async () => {
  await settled();
  const done = vscode.commands.executeCommand('flareJobs.createJob', inWorkspace('hello'));
  // The last goal, which has one framework; the name; all sites; JSON. The folder of a job stands for the one above it.
  await press('workbench.action.quickOpenSelectPrevious', TAKE, TAKE, TAKE, TAKE);
  await done;
  equal(vscode.window.activeTextEditor?.document.uri.path, inWorkspace('empty/meta.json').path);
  equal(JSON.parse(await text('empty/meta.json')), { name: 'empty', min_clients: 2, deploy_map: { app: ['@ALL'] } });
  await vscode.workspace.fs.delete(inWorkspace('empty'), { recursive: true, useTrash: false });
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  const left = vscode.commands.executeCommand('flareJobs.createJob');
  await press(TAKE, 'workbench.action.closeQuickOpen');
  await left;
  ok(!(await isThere('fedavg-pytorch')), 'nothing was made');
  await settled();
});
