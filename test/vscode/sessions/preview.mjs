// The preview of a job, read from its frame and worked with by keyboard.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { projectRoot } from '../hosts/install.mjs';
import { workspaceCopy } from '../subject.mjs';
import { activeLine, revert, typeAt, until } from './steps.mjs';

export const options = (defer) => ({
  workspace: workspaceCopy(defer, { workspace: join(projectRoot, 'examples') }),
  viewport: { width: 1900, height: 1000 },
});

export const tests = {
  async 'a preview that is drawn anew leaves the keyboard where it is'(session) {
    const page = await openPreview(session, 'hospitals/meta.json');
    await page.locator('table.options .link').first().focus();
    await session.command('View: Focus First Editor Group');
    await session.goTo(2, 12);
    // Slowly, so that the preview follows every letter.
    for (const letter of 'slow') {
      await session.page.keyboard.press(letter);
      await session.page.waitForTimeout(400);
    }
    await until(
      async () => (await page.getByRole('heading', { level: 1 }).textContent())?.includes('slow'),
      'name with all letters',
    );
    await revert(session);
  },

  async 'the preview shows sites, apps and what applies'(session) {
    const page = await openPreview(session, 'hospitals/meta.json');
    assert.deepEqual(await matrix(page), [
      ['server', 'server', '', 'docker'],
      ['st-marys', 'radiology', '1', 'docker'],
      ['charite', 'radiology', '2', 'docker'],
      ['karolinska', 'pathology', '', 'docker, k8s'],
    ]);
    assert.deepEqual(await facts(page), [
      'Apps: 3, 1 with custom code',
      'Sites: 4, server, 3 clients',
      'Clients needed: 2 of 3, 1 may stay away',
      'Mandatory: 1, st-marys',
      'GPUs: 3, asked of 2 clients',
    ]);
    const options = await page
      .locator('table.options tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent).join(' | ')));
    for (const row of [
      'num_of_gpus | 2 | resource manager, launcher | own block',
      'image | "hospital/fl:2.9" | docker | default',
      'shm_size | "8g" | docker | own block',
      'pending_timeout | 600 | k8s | own block',
    ])
      assert.ok(options.includes(row), `${row} is not among\n${options.join('\n')}`);
  },

  async 'the preview follows what is typed, before it is saved'(session) {
    const page = await openPreview(session, 'hospitals/meta.json');
    await typeAt(session, 'hospitals/meta.json', 8, 19, '"oslo", ');
    await until(async () => (await matrix(page)).some(([site]) => site === 'oslo'), 'row of the new site');
    assert.equal((await facts(page))[2], 'Clients needed: 2 of 4, 2 may stay away');
    await revert(session);
    await until(async () => (await matrix(page)).length === 4, 'matrix as before');
  },

  async 'problems lead to their places and explanations'(session) {
    const page = await openPreview(session, 'mistakes/meta.json');
    const problems = page.getByRole('region', { name: 'Problems' });
    assert.equal(await problems.getByRole('listitem').count(), 5);
    await problems.getByRole('button', { name: /^Show all/ }).click();
    assert.ok((await problems.getByRole('listitem').count()) > 5);
    await problems.getByRole('button', { name: /"site-3" is mandatory/ }).click();
    await until(async () => (await activeLine(session)) === 8, 'caret on the line of the problem');
    await problems.getByRole('button', { name: 'What apps/missing means' }).click();
    await session.page.locator('.tab', { hasText: 'missing' }).first().waitFor();
  },

  async 'the matrix is worked with by keys'(session) {
    const page = await openPreview(session, 'hospitals/meta.json');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    await page.getByRole('searchbox').focus();
    await session.page.keyboard.press('Tab');
    assert.equal(await focused(), 'Site');
    await session.page.keyboard.press('ArrowDown');
    await session.page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'st-marys, client, mandatory');
    assert.match(await page.getByRole('region', { name: /Resources/ }).textContent(), /Gets app radiology/);
    await session.page.keyboard.press('ArrowRight');
    await session.page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'gets radiology');
    await session.page.keyboard.press('End');
    await session.page.keyboard.press('Control+End');
    assert.equal(await focused(), 'options for docker, k8s');
    await session.page.keyboard.press('Home');
    await session.page.keyboard.press('Enter');
    await until(async () => (await activeLine(session)) === 8, 'caret on the site in deploy_map');
  },

  async 'the filter leaves the sites that are looked for'(session) {
    const page = await openPreview(session, 'hospitals/meta.json');
    await page.getByRole('searchbox').fill('radio');
    assert.deepEqual(
      (await matrix(page)).map(([site]) => site),
      ['st-marys', 'charite'],
    );
    await page.getByText('2 of 4').waitFor();
    await page.getByRole('searchbox').fill('');
  },

  async 'nothing inline, nothing from elsewhere'(session) {
    const refused = [];
    const listen = (message) => /Content Security Policy|Refused to/.test(message.text()) && refused.push(message.text());
    session.page.on('console', listen);
    const page = await openPreview(session, 'mistakes/meta.json');
    await page.getByRole('gridcell').first().click();
    const { policy, inline } = await page.evaluate(() => ({
      policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
      inline: document.querySelectorAll('main [onclick], main script, main style').length,
    }));
    session.page.off('console', listen);
    assert.match(policy, /^default-src 'none'; img-src data:; style-src [^;']*'self' [^;']+; script-src 'nonce-[\w-]+'$/);
    assert.equal(inline, 0);
    assert.deepEqual(
      refused.filter((text) => text.includes('nonce')),
      [],
    );
  },

  async 'what is named in a job is never read as HTML'(session) {
    const page = await openPreview(session, 'hospitals/meta.json');
    const name = "<img src=x onerror='document.title=1'>";
    await typeAt(session, 'hospitals/meta.json', 8, 19, `"${name}", `);
    await until(async () => (await matrix(page)).some(([site]) => site === name), 'row of the odd site');
    assert.equal(await page.locator('img').count(), 0);
    await revert(session);
  },

  async 'the preview is back after a reload of the window'(session) {
    const page = await openPreview(session, 'hospitals/meta.json');
    await page.getByRole('searchbox').fill('kar');
    // In a browser VS Code writes down what is open every five seconds.
    await session.page.waitForTimeout(6000);
    await session.page.reload();
    const again = await until(() => session.webview('table.matrix').catch(() => undefined), 'preview after the reload', 60);
    await until(async () => (await matrix(again)).length === 1, 'filtered matrix');
    assert.equal(await again.getByRole('searchbox').inputValue(), 'kar');
    await again.getByRole('searchbox').fill('');
  },
};

async function openPreview(session, path) {
  await session.openFile(path);
  await session.command('FLARE Jobs: Preview Job');
  return await session.webview('table.matrix');
}

/** The rows of the matrix: site, the app it gets, GPUs, launchers where there is room for them. */
async function matrix(page) {
  return await page.locator('table.matrix').evaluate((table) => {
    const apps = [...table.querySelectorAll('thead th.app')].map((cell) => cell.textContent);
    const hasLaunchers = table.querySelector('thead th.launchers') !== null;
    return [...table.querySelectorAll('tbody tr[role="row"]')].map((row) => {
      const cells = [...row.querySelectorAll('td.app')];
      const app = apps[cells.findIndex((cell) => cell.getAttribute('aria-label').startsWith('gets '))] ?? '';
      const launchers = hasLaunchers ? row.querySelector('td.launchers').textContent : undefined;
      const found = [row.querySelector('.site-name').textContent, app, row.querySelector('td.number').textContent];
      return launchers === undefined ? found : [...found, launchers];
    });
  });
}

async function facts(page) {
  return await page.locator('.fact').evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label')));
}
