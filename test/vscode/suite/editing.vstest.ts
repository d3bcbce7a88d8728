import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/vscode/extension';
import type { JobItem } from '../../../src/vscode/features/tree-row';
import { inWorkspace, open, rangeOf, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

/** A job in three formats, with an app of its own for each of its clients. */
const JOB: Readonly<Record<string, string>> = {
  'meta.json':
    '{\n  "name": "edited",\n  "deploy_map": { "app": ["server", "site-0"], "north": ["site-1", "site-2"], "south": ["site-3"] }\n}\n',
  'app/config/config_fed_server.json':
    '{\n  "format_version": 2,\n  "workflows": [\n    { "id": "w", "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "task_name": "train", "persistor_id": "" } }\n  ]\n}\n',
  'app/config/config_fed_client.json':
    '{\n  "format_version": 2,\n  "executors": [\n    { "tasks": ["train"], "executor": { "path": "own.Trainer" } }\n  ]\n}\n',
  'north/config/config_fed_client.conf':
    'format_version = 2\nexecutors = [ # one\n  { tasks = [train], executor { path = own.Trainer } }\n]\n',
  'south/config/config_fed_client.yml':
    "format_version: 2\nexecutors:\n  - tasks: ['train'] # one\n    executor: { path: own.Trainer }\n",
};

/** The folder of the job that a test has; a new one each time, so that no editor holds an older text. */
let folder = '';
let made = 0;

type Row = JobItem;

/** Makes the job, gives it to a test, and takes it away again. */
async function withJob(body: (api: ExtensionApi) => Promise<void>): Promise<void> {
  folder = `edited-${++made}`;
  for (const [path, text] of Object.entries(JOB)) {
    await vscode.workspace.fs.writeFile(inWorkspace(`${folder}/${path}`), new TextEncoder().encode(text));
  }
  // Watchers of files miss what lies in a folder that was made a moment ago; what they do is tested elsewhere.
  await vscode.commands.executeCommand('flareJobs.refresh');
  const api = await settled();
  await until(async () => (await children(api)).some(({ node }) => node.label === folder), 'new job');
  // What apps run is known a moment later.
  await until(async () => (await row(api, folder, 'app', 'config/config_fed_server.json')).node.children !== undefined, 'wiring');
  try {
    await body(api);
  } finally {
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty) await revertAndClose(await vscode.window.showTextDocument(document));
    }
    await vscode.workspace.fs.delete(inWorkspace(folder), { recursive: true });
    await vscode.commands.executeCommand('flareJobs.refresh');
    await until(async () => !(await children(api)).some(({ node }) => node.label === folder), 'end of the job');
  }
}

async function children({ tree }: ExtensionApi, parent?: Row): Promise<readonly Row[]> {
  return ((await tree.getChildren(parent)) ?? []).filter((row) => 'node' in row);
}

async function row(api: ExtensionApi, ...path: readonly string[]): Promise<Row> {
  let found: Row | undefined;
  for (const label of path) found = (await children(api, found)).find(({ node }) => node.label === label);
  if (found === undefined) throw new Error(`the tree has no ${path.join(' > ')}`);
  return found;
}

const textOf = async (path: string) => (await vscode.workspace.openTextDocument(inWorkspace(`${folder}/${path}`))).getText();

test('renames a task in four files of three formats', async () => {
  await withJob(async () => {
    const { document } = await open(`${folder}/north/config/config_fed_client.conf`);
    const at = rangeOf(document, 'train]').start;
    const prepared = await vscode.commands.executeCommand<{ readonly placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      at,
    );
    equal(prepared.placeholder, 'train');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'fit',
    );
    equal(edit.size, 4, 'files');
    ok(await vscode.workspace.applyEdit(edit), 'the edit is made');
    ok((await textOf('app/config/config_fed_server.json')).includes('"task_name": "fit"'), 'the sender');
    ok((await textOf('app/config/config_fed_client.json')).includes('"tasks": ["fit"]'), 'JSON');
    ok((await textOf('north/config/config_fed_client.conf')).includes('tasks = [fit], executor'), 'HOCON');
    ok((await textOf('south/config/config_fed_client.yml')).includes("tasks: ['fit'] # one"), 'YAML');
  });
});

test('refuses a new name with the reason', async () => {
  await withJob(async () => {
    const { document } = await open(`${folder}/meta.json`);
    const at = rangeOf(document, '"site-1"').start.translate(0, 1);
    const reason = await vscode.commands
      .executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, 'site-3')
      .then(() => 'none', String);
    ok(reason.includes('already names a site "site-3"'), reason);
  });
});

test('drags two sites to another app, unsaved and undone at once', async () => {
  await withJob(async (api) => {
    const transfer = new vscode.DataTransfer();
    const token = new vscode.CancellationTokenSource().token;
    const sites = [await row(api, folder, 'north', 'site-1'), await row(api, folder, 'north', 'site-2')];
    await api.dragging.handleDrag?.(sites, transfer, token);
    await api.dragging.handleDrop?.(await row(api, folder, 'south'), transfer, token);
    const document = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/meta.json`));
    ok(document.getText().includes('"north": [], "south": ["site-3", "site-1", "site-2"]'), document.getText());
    ok(document.isDirty, 'nothing was saved');
    await until(async () => (await children(api, await row(api, folder, 'south'))).length > 3, 'sites in the tree');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), JOB['meta.json'], 'text after undo');
  });
});

test('makes a site mandatory by command, and no longer so', async () => {
  await withJob(async (api) => {
    await vscode.commands.executeCommand('flareJobs.setMandatory', await row(api, folder, 'south', 'site-3'));
    ok((await textOf('meta.json')).includes('"mandatory_clients": ["site-3"]'), 'mandatory');
    const item = async () => await api.tree.getTreeItem(await row(api, folder, 'south', 'site-3'));
    await until(async () => (await item()).contextValue === 'site-client-mandatory', 'mandatory row');
    await vscode.commands.executeCommand('flareJobs.unsetMandatory', await row(api, folder, 'south', 'site-3'));
    ok((await textOf('meta.json')).includes('"mandatory_clients": []'), 'no longer mandatory');
  });
});

test('makes sites of two jobs mandatory at once', async () => {
  await withJob(async (api) => {
    const rows = [await row(api, folder, 'south', 'site-3'), await row(api, 'hello', 'app', 'site-1')];
    await vscode.commands.executeCommand('flareJobs.setMandatory', rows[0], rows);
    ok((await textOf('meta.json')).includes('"mandatory_clients": ["site-3"]'), 'the first job');
    const other = await vscode.workspace.openTextDocument(inWorkspace('hello/meta.json'));
    ok(other.getText().includes('"mandatory_clients": ["site-1"]'), other.getText());
  });
});

test('removes two apps with their folders by one edit, and an app alone where its folder is to stay', async () => {
  await withJob(async (api) => {
    const isThere = (path: string) =>
      vscode.workspace.fs.stat(inWorkspace(`${folder}/${path}`)).then(
        () => true,
        () => false,
      );
    const both = [await row(api, folder, 'north'), await row(api, folder, 'south')];
    await answering('Remove and Delete Folders', () => vscode.commands.executeCommand('flareJobs.removeRows', both[0], both));
    ok((await textOf('meta.json')).includes('"deploy_map": { "app": ["server", "site-0"] }'), await textOf('meta.json'));
    equal([await isThere('north'), await isThere('south'), await isThere('app')], [false, false, true], 'folders');
    await answering('Only from deploy_map', async () =>
      vscode.commands.executeCommand('flareJobs.removeRows', await row(api, folder, 'app')),
    );
    ok(!(await textOf('meta.json')).includes('"app"'), await textOf('meta.json'));
    ok(await isThere('app/config/config_fed_server.json'), 'the folder stays');
  });
});

/** Answers the next question of the editor by one of its buttons. */
async function answering(button: string, body: () => Thenable<unknown>): Promise<void> {
  const { window } = vscode;
  const ask = window.showWarningMessage;
  let offered: readonly unknown[] = [];
  window.showWarningMessage = async (_message: string, ...items: readonly unknown[]) => {
    offered = items;
    return items.find((item) => item === button) as never;
  };
  try {
    await body();
  } finally {
    window.showWarningMessage = ask;
  }
  ok(offered.includes(button), `${button} among ${JSON.stringify(offered)}`);
}

test('a folder of an app that gets another name takes its key in the deploy map along', async () => {
  await withJob(async () => {
    const move = new vscode.WorkspaceEdit();
    move.renameFile(inWorkspace(`${folder}/north`), inWorkspace(`${folder}/west`));
    ok(await vscode.workspace.applyEdit(move), 'the folder is renamed');
    const text = await until(async () => {
      const now = await textOf('meta.json');
      return now.includes('"west"') && now;
    }, 'new key');
    ok(text.includes('"west": ["site-1", "site-2"], "south"'), text);
  });
});

test('a folder of jobs that gets another name changes none of them', async () => {
  await withJob(async (api) => {
    const move = new vscode.WorkspaceEdit();
    await vscode.workspace.fs.createDirectory(inWorkspace('group'));
    move.renameFile(inWorkspace(folder), inWorkspace(`group/${folder}`));
    ok(await vscode.workspace.applyEdit(move), 'the job is moved');
    const moved = inWorkspace(`group/${folder}/meta.json`);
    equal((await vscode.workspace.openTextDocument(moved)).getText(), JOB['meta.json']);
    const back = new vscode.WorkspaceEdit();
    back.renameFile(inWorkspace(`group/${folder}`), inWorkspace(folder));
    ok(await vscode.workspace.applyEdit(back), 'the job is moved back');
    await vscode.workspace.fs.delete(inWorkspace('group'), { recursive: true });
    await vscode.commands.executeCommand('flareJobs.refresh');
    await until(async () => (await children(api)).some(({ node }) => node.label === folder), 'job in its place');
  });
});
