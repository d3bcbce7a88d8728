// Restricted Mode: the folder is not trusted, and everything about checking works as always.
import assert from 'node:assert/strict';
import { workspaceCopy } from '../subject.mjs';

export const options = (defer) => ({ workspace: workspaceCopy(defer, {}), trust: false });

export const tests = {
  async 'Restricted Mode shows problems, hovers, the tree and the preview'(session) {
    await session.waitForText('Restricted Mode');
    await session.openFile('typo/meta.json');
    await session.waitForProblem('site-9');
    await session.openFile('hello/meta.json');
    assert.match(await session.hover(6, 26), /client/);
    await session.page.keyboard.press('Escape');
    const sideBar = await session.openView('FLARE Jobs');
    await sideBar.getByRole('treeitem', { name: /^job hello/ }).waitFor();
    await session.command('FLARE Jobs: Preview Job');
    const page = await session.webview('table.matrix');
    assert.equal(await page.locator('tbody tr[role="row"]').count(), 3);
  },
};
