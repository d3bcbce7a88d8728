// A job with many sites: what is not in sight is not drawn.
import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../hosts/cleanup.mjs';
import { projectRoot } from '../hosts/install.mjs';
import { revert, typeAt, until } from './steps.mjs';

const SITES = 10_000;

export function options(defer) {
  const workspace = temporaryFolder(defer, 'many-sites');
  const names = Array.from({ length: SITES }, (_, index) => `site-${index + 1}`);
  const resources = names.filter((_, index) => index % 2 === 0).map((name) => [name, { num_of_gpus: 1 }]);
  const meta = { name: 'many', deploy_map: { app: ['server', ...names] }, resource_spec: Object.fromEntries(resources) };
  cpSync(join(projectRoot, 'examples', 'hello-numpy'), join(workspace, 'many'), { recursive: true });
  writeFileSync(join(workspace, 'many', 'meta.json'), JSON.stringify(meta, undefined, 2));
  return { workspace };
}

export const tests = {
  async 'the matrix of 10,000 sites scrolls, filters and follows typing without delay'(session) {
    await session.openFile('meta.json');
    await session.command('FLARE Jobs: Preview Job');
    const page = await session.webview('table.matrix');
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(SITES + 2));
    assert.ok((await page.locator('table.matrix tr').count()) < 100, 'only rows in sight are drawn');
    const times = await page.evaluate(async () => {
      const scroller = document.querySelector('.scroller');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const list = [];
      for (let i = 1; i <= 20; i++) {
        const start = performance.now();
        scroller.scrollTop = (scroller.scrollHeight / 21) * i;
        scroller.dispatchEvent(new Event('scroll'));
        list.push(performance.now() - start);
        await frame();
      }
      return list.sort((a, b) => a - b);
    });
    console.log(`  a screen of rows is drawn in ${times[10].toFixed(1)} ms (median of 20)`);
    assert.ok(times[10] < 100, `${times[10]} ms`);
    await page.getByRole('searchbox').fill('site-9999');
    await until(async () => (await page.locator('table.matrix tbody tr[role="row"]').count()) === 1, 'one row');
    await page.getByRole('searchbox').fill('');
    await typeAt(session, 'meta.json', 2, 12, 'as-');
    const start = Date.now();
    await page.getByRole('heading', { name: 'as-many' }).waitFor();
    console.log(`  what is typed is in the preview after another ${Date.now() - start} ms`);
    await revert(session);
  },
};
