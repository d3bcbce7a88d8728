// Whether a job will be scheduled and what is uploaded, in the preview.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../hosts/install.mjs';
import { workspaceCopy } from '../subject.mjs';
import { activeLine, revert, until } from './steps.mjs';

const KIT = {
  components: [
    {
      id: 'resource_manager',
      path: 'nvflare.app_common.resource_managers.gpu_resource_manager.GPUResourceManager',
      args: { num_of_gpus: 1, mem_per_gpu_in_GiB: 16 },
    },
  ],
};
const POLICY = { format_version: '1.0', permissions: { lead: { submit_job: 'any', byoc: 'o:site' } } };

export const options = (defer) => {
  const workspace = workspaceCopy(defer, { workspace: join(projectRoot, 'examples') });
  const kit = join(workspace, 'kits', 'prod_00', 'charite', 'local');
  mkdirSync(kit, { recursive: true });
  writeFileSync(join(kit, 'resources.json.default'), JSON.stringify(KIT));
  writeFileSync(join(kit, 'authorization.json.default'), JSON.stringify(POLICY));
  writeFileSync(join(workspace, 'hospitals', 'pathology', 'custom', 'patients.csv'), 'id,age\n1,80\n');
  return { workspace, viewport: { width: 1900, height: 1000 } };
};

export const tests = {
  async 'the offers of the workspace and of the user decide who runs'(session) {
    const page = await openSection(session, 'Show Whether the Job Will Be Scheduled', '#offers');
    assert.equal(await becomes(page, 'charite'), 'Is left out: it is asked for num_of_gpus 2 and has 1');
    assert.equal(await becomes(page, 'st-marys'), 'Runs if it has num_of_gpus 1; its offer is not known');
    await page.locator('#offers').fill('*: num_of_gpus=1');
    await until(async () => (await becomes(page, 'st-marys')) === 'Runs', 'that st-marys runs');
    assert.match(await verdict(page), /^The job starts with 2 clients/);
    await page.locator('#up').fill('karolinska, charite');
    await until(
      async () => (await verdict(page)).startsWith('The job waits: the mandatory client st-marys is not connected'),
      'verdict',
    );
    await page.getByRole('button', { name: 'Show why' }).click();
    await until(async () => (await activeLine(session)) === 4, 'caret on mandatory_clients');
  },

  async 'the changes of the job are made by a button'(session) {
    const page = await openSection(session, 'Show Whether the Job Will Be Scheduled', '#offers');
    await page.locator('#up').fill('');
    await page.locator('#offers').fill('*: none');
    await until(async () => (await verdict(page)).startsWith('The job waits'), 'verdict');
    await page
      .getByRole('region', { name: /fewest changes/ })
      .getByRole('button')
      .first()
      .click();
    await until(async () => (await verdict(page)).startsWith('The job starts'), 'that the job starts');
    await revert(session);
    await until(async () => (await verdict(page)).startsWith('The job waits'), 'the job as before');
  },

  async 'what is uploaded is listed, and data is told of'(session) {
    const page = await openSection(session, 'Show What Is Uploaded', '.upload-files');
    const first = page.getByRole('region', { name: /Look at these first/ });
    assert.match(await first.textContent(), /pathology\/custom\/patients\.csv it looks like a table of data/);
    assert.match(
      await page.getByRole('region', { name: 'The archive' }).textContent(),
      /6 files in 7 folders.*sha256:[0-9a-f]{64}/,
    );
    const roles = await page.getByRole('region', { name: /Who may submit/ }).textContent();
    assert.match(roles, /lead.*byoc at charite: if o:site/);
    await first.getByRole('button', { name: /patients/ }).click();
    await session.page.locator('.tab', { hasText: 'patients.csv' }).first().waitFor();
  },
};

async function openSection(session, command, selector) {
  await session.command('View: Close All Editors');
  await session.openFile('hospitals/meta.json');
  await session.command(`FLARE Jobs: ${command}`);
  return await session.webview(selector);
}

function verdict(page) {
  return page.locator('.schedule-verdict > span').textContent();
}

function becomes(page, site) {
  return page.locator('.schedule-sites tbody tr', { hasText: site }).first().locator('.becomes').textContent();
}
