import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/vscode/extension';
import type { JobItem, TreeRow } from '../../../src/vscode/features/tree-row';
import { inWorkspace, open, replace, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

type Row = JobItem;

async function rows({ tree }: ExtensionApi, parent?: Row): Promise<readonly Row[]> {
  return ((await tree.getChildren(parent)) ?? []).filter((row) => 'node' in row);
}

/** The row at the end of a path of labels. */
async function row(api: ExtensionApi, ...path: readonly string[]): Promise<Row> {
  let found: Row | undefined;
  for (const label of path) {
    found = (await rows(api, found)).find(({ node }) => node.label === label);
    if (found === undefined) throw new Error(`the tree has no ${path.join(' > ')}: it ends before ${label}`);
  }
  if (found === undefined) throw new Error('no path was given');
  return found;
}

test('the tree has every job, its apps, their sites and what they get', async () => {
  const api = await settled();
  equal(
    (await rows(api)).map(({ node }) => node.label),
    ['hello', 'typo'],
  );
  equal(
    (await rows(api, await row(api, 'hello', 'app'))).slice(0, 3).map(({ node }) => node.label),
    ['server', 'site-1', 'site-2'],
  );
  const item = await api.tree.getTreeItem(await row(api, 'hello', 'app', 'site-1', 'num_of_gpus'));
  equal([item.label, item.description], ['num_of_gpus', '1']);
});

test('every row has an icon, a name for screen readers, and an id of its own', async () => {
  const api = await settled();
  const ids: string[] = [];
  const visit = async (parent?: Row): Promise<void> => {
    for (const one of await rows(api, parent)) {
      const item = await api.tree.getTreeItem(one);
      ok(item.iconPath !== undefined, `icon of ${item.label}`);
      ok((item.accessibilityInformation?.label ?? '') !== '', `spoken name of ${item.label}`);
      ids.push(item.id ?? '');
      await visit(one);
    }
  };
  await visit();
  equal(new Set(ids).size, ids.length, 'number of ids');
});

test('a click on a row goes to its place', async () => {
  const api = await settled();
  const { command } = await api.tree.getTreeItem(await row(api, 'hello', 'app', 'site-2'));
  ok(command !== undefined, 'the row has a command');
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  const editor = vscode.window.activeTextEditor;
  ok(editor?.document.uri.path.endsWith('hello/meta.json') === true, 'the meta file is shown');
  equal(editor.document.getText(editor.selection), '"site-2"');
  await revertAndClose(editor);
});

test('the tree follows edits, and rows keep their ids', async () => {
  const api = await settled();
  const idOf = async (...path: readonly string[]) => (await api.tree.getTreeItem(await row(api, ...path))).id;
  const before = await idOf('hello', 'app', 'site-1');
  const editor = await open('hello/meta.json');
  await replace(editor, '"site-1", "site-2"', '"site-0", "site-1", "site-2"');
  await until(
    async () => (await rows(api, await row(api, 'hello', 'app'))).some(({ node }) => node.label === 'site-0'),
    'row of site-0',
  );
  equal(await idOf('hello', 'app', 'site-1'), before);
  await revertAndClose(editor);
  await until(
    async () => !(await rows(api, await row(api, 'hello', 'app'))).some(({ node }) => node.label === 'site-0'),
    'end of site-0',
  );
});

test('the filter leaves only jobs with problems', async () => {
  const api = await settled();
  const labels = async () => (await rows(api)).map(({ node }) => node.label);
  await vscode.commands.executeCommand('flareJobs.showOnlyProblems');
  equal(await labels(), ['typo']);
  await vscode.commands.executeCommand('flareJobs.showAllJobs');
  equal(await labels(), ['hello', 'typo']);
});

test('jobs of several folders have rows for the folders, and as a list they say where they lie', async () => {
  const api = await settled();
  const meta = inWorkspace('hello/meta.json');
  const copies = ['group/jobs/one', 'group/jobs/two', 'alone/jobs/three'];
  for (const copy of copies) {
    await vscode.workspace.fs.createDirectory(inWorkspace(copy));
    await vscode.workspace.fs.copy(meta, inWorkspace(`${copy}/meta.json`));
  }
  await vscode.commands.executeCommand('flareJobs.refresh');
  const drawn = async (parent?: TreeRow): Promise<readonly string[]> => {
    const lines: string[] = [];
    for (const each of (await api.tree.getChildren(parent)) ?? []) {
      const { label, description } = await api.tree.getTreeItem(each);
      lines.push(`${label} ${description}`);
      if (!('node' in each)) lines.push(...(await drawn(each)).map((line) => `  ${line}`));
    }
    return lines;
  };
  // The view follows when the hands rest.
  await until(async () => (await drawn()).length > 2, 'rows of the new jobs');
  equal(await drawn(), [
    'group/jobs 2 jobs',
    '  one 2 clients',
    '  two 2 clients',
    'three 2 clients · alone/jobs',
    'hello 2 clients',
    'typo 2 clients',
  ]);
  await vscode.commands.executeCommand('flareJobs.viewAsList');
  ok((await drawn()).includes('one 2 clients · group/jobs'), 'the list says where a job lies');
  await vscode.commands.executeCommand('flareJobs.viewAsTree');
  for (const folder of ['group', 'alone']) await vscode.workspace.fs.delete(inWorkspace(folder), { recursive: true });
  await vscode.commands.executeCommand('flareJobs.refresh');
  await until(async () => (await rows(api)).length === 2, 'end of the new rows');
});
