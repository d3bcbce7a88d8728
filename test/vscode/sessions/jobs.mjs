// The view "Jobs" and the commands, as a person uses them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceCopy } from '../subject.mjs';
import { activeLine, revert, typeAt, until } from './steps.mjs';

let workspace = '';

export function options(defer) {
  workspace = workspaceCopy(defer, {});
  return { workspace };
}

export const tests = {
  async 'what is unfolded in the tree stays so while the job is edited'(session) {
    const sideBar = await session.openView('FLARE Jobs');
    for (const label of ['job hello', 'app app', 'site site-1']) await unfold(sideBar, label);
    await sideBar.getByRole('treeitem', { name: /^num_of_gpus/ }).waitFor();
    await typeAt(session, 'hello/meta.json', 6, 23, '"site-0", ');
    await sideBar.getByRole('treeitem', { name: /^site site-0/ }).waitFor();
    assert.equal(await sideBar.getByRole('treeitem', { name: /^num_of_gpus/ }).count(), 1);
    await revert(session);
    await until(async () => (await sideBar.getByRole('treeitem', { name: /^site site-0/ }).count()) === 0, 'end of the new row');
  },

  async 'a click in the tree goes to the source'(session) {
    const sideBar = await session.openView('FLARE Jobs');
    for (const label of ['job hello', 'app app']) await unfold(sideBar, label);
    await sideBar.getByRole('treeitem', { name: /^site site-2/ }).click();
    await until(async () => (await activeLine(session)) === 6, 'caret in deploy_map');
  },

  async 'Show Site… asks for the site and shows what applies to it'(session) {
    await session.openFile('hello/meta.json');
    await session.command('FLARE Jobs: Show Site…');
    await session.choose('site-1');
    const page = await session.webview('table.sheet');
    await page.getByText('Gets app').waitFor();
    assert.equal(await page.getByRole('heading', { name: /site-1/ }).count(), 1);
    assert.match(
      await page.locator('table.options').textContent(),
      /mem_per_gpu_in_GiB4resource managerresource_spec, own block/,
    );
  },

  async 'Create Job… makes a whole job, and opens it'(session) {
    await session.command('FLARE Jobs: Create Job…');
    await session.choose('Train a model together');
    await session.choose('NumPy');
    await session.answer('my-job');
    await session.choose('Sites by name…');
    await session.answer('site-1, site-2');
    await session.choose('JSON');
    // The folder of the workspace, which is offered first.
    await session.page.locator('.quick-input-list .monaco-list-row', { hasText: 'workspace' }).first().click();
    await session.page.locator('.tab.active', { hasText: 'meta.json' }).waitFor();
    await session.waitForText('runs as it is. Put your');
    const file = (path) => join(workspace, 'my-job', path);
    assert.deepEqual(JSON.parse(readFileSync(file('meta.json'), 'utf8')), {
      name: 'my-job',
      min_clients: 2,
      deploy_map: { app: ['server', 'site-1', 'site-2'] },
    });
    assert.ok(existsSync(file('app/config/config_fed_client.json')));
    const sideBar = await session.openView('FLARE Jobs');
    await sideBar.getByRole('treeitem', { name: 'job my-job, 2 clients', exact: true }).waitFor();
  },

  async 'Create Job… refuses a name that NVFLARE would refuse'(session) {
    await session.command('FLARE Jobs: Create Job…');
    await session.choose('Start from an empty job');
    await session.waitForText('The name of the job and of its folder.');
    const input = session.page.locator('.quick-input-widget input[type="text"]').first();
    await input.fill('my job');
    await session.waitForText('The name of a job has only letters, digits');
    await input.fill('hello');
    await session.waitForText('has a "hello" already. Choose another name.');
    await session.page.keyboard.press('Escape');
  },
};

async function unfold(sideBar, label) {
  const row = sideBar.getByRole('treeitem', { name: new RegExp(`^${label}\\b`) }).first();
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
}
