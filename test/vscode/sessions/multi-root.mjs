// A workspace of several folders, with jobs in each and settings of their own.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../hosts/cleanup.mjs';
import { projectRoot } from '../hosts/install.mjs';

export function options(defer) {
  const root = temporaryFolder(defer, 'roots');
  const from = (name) => join(projectRoot, 'test', 'vscode', 'workspace', name);
  cpSync(from('hello'), join(root, 'berlin', 'hello'), { recursive: true });
  cpSync(from('typo'), join(root, 'boston', 'typo'), { recursive: true });
  mkdirSync(join(root, 'boston', '.vscode'));
  const silent = { 'flareJobs.rules': { 'clients/mandatory-not-deployed': 'off' } };
  writeFileSync(join(root, 'boston', '.vscode', 'settings.json'), JSON.stringify(silent));
  const workspace = join(root, 'both.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'berlin' }, { path: 'boston' }] }));
  return { workspace };
}

export const tests = {
  async 'the jobs of all roots are checked, each with the settings of its folder'(session) {
    const sideBar = await session.openView('FLARE Jobs');
    await sideBar.getByRole('treeitem', { name: /^job hello/ }).waitFor();
    await sideBar.getByRole('treeitem', { name: /^job typo/ }).waitFor();
    await session.openFile('typo/meta.json');
    await session.waitForProblem('min_clients is a text');
    assert.equal(await session.page.locator('.markers-panel .monaco-list-row', { hasText: 'site-9' }).count(), 0);
    await session.openFile('hello/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    const page = await session.webview('table.matrix');
    await page.getByRole('heading', { name: 'hello' }).waitFor();
  },
};
