// The graph and the site's view in the preview: by mouse, by keys alone, while typing, and what axe-core says of every tab.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../hosts/install.mjs';
import { workspaceCopy } from '../subject.mjs';
import { activeLine, revert, typeAt, until } from './steps.mjs';

export const options = (defer) => ({
  workspace: workspaceCopy(defer, { workspace: join(projectRoot, 'examples') }),
  viewport: { width: 1900, height: 1000 },
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const tests = {
  async 'the graph shows what runs, and a click goes to the source'(session) {
    const page = await openGraph(session, 'hospitals/meta.json');
    const nodes = await page.locator('.graph .node').evaluateAll((list) => list.map((node) => node.getAttribute('data-node')));
    for (const id of ['server/server/workflow/controller', 'task/train', 'client/radiology/filters/train'])
      assert.ok(nodes.includes(id), `${id} among ${nodes.join(', ')}`);
    await page.locator('[data-node="task/train"]').click();
    await session.page.locator('.tab.active', { hasText: 'config_fed_' }).first().waitFor();
    await page.locator('[data-node="server/server/component/persistor"]').click();
    await session.page.locator('.tab', { hasText: 'config_fed_server.conf' }).first().waitFor();
  },

  async 'the graph is worked with by keys alone'(session) {
    const page = await openGraph(session, 'hospitals/meta.json');
    const { keyboard } = session.page;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await page.getByRole('tab', { name: 'Graph', exact: true }).focus();
    await until(async () => {
      await keyboard.press('Tab');
      return (await page.evaluate(() => document.activeElement?.classList.contains('stop'))) === true;
    }, 'node with the focus');
    await keyboard.press('Home');
    assert.match(await focused(), /^component persistor/);
    await keyboard.press('ArrowRight');
    assert.match(await focused(), /^workflow controller/);
    await keyboard.press('ArrowRight');
    assert.match(await focused(), /^task train/);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    assert.match(await focused(), /^executor /);
    const before = await page.locator('.graph .scene').getAttribute('transform');
    await keyboard.press('+');
    assert.notEqual(await page.locator('.graph .scene').getAttribute('transform'), before);
    await keyboard.press('0');
    await keyboard.press('Enter');
    await session.page.locator('.tab.active', { hasText: 'config_fed_client.conf' }).first().waitFor();
  },

  async 'the outline has the same things, and goes to their source by keys'(session) {
    const page = await openGraph(session, 'hospitals/meta.json');
    const drawn = await page.locator('.graph .node').count();
    await page.getByRole('button', { name: 'Show as an outline' }).click();
    const tree = page.getByRole('tree');
    const things = await tree.evaluate(
      (list) => list.querySelectorAll(':scope > [role="treeitem"] > [role="group"] > [role="treeitem"]').length,
    );
    assert.equal(things, drawn);
    await tree.getByRole('treeitem').first().focus();
    await session.page.keyboard.press('ArrowRight');
    await session.page.keyboard.press('Enter');
    await session.page.locator('.tab.active', { hasText: 'config_fed_server.conf' }).first().waitFor();
    await page.getByRole('button', { name: 'Show as a drawing' }).click();
  },

  async 'the graph follows what is typed and where the caret is'(session) {
    const page = await openGraph(session, 'mistakes/meta.json');
    const file = 'app/config/config_fed_server.json';
    const text = readFileSync(join(projectRoot, 'examples', 'mistakes', file), 'utf8');
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes('"id": "persistor"')) + 1;
    assert.ok(line > 0, 'the example has a persistor');
    const column = (lines[line - 1]?.indexOf('persistor') ?? 0) + 1;
    await typeAt(session, `mistakes/${file}`, line, column, 'my_');
    await page.locator('.graph .node-component', { hasText: 'my_persistor' }).waitFor();
    await page.locator('.graph .node-missing.is-error', { hasText: 'persistor' }).waitFor();
    await page.locator('.graph .node-component.is-current', { hasText: 'my_persistor' }).waitFor();
    await revert(session);
    await until(
      async () => (await page.locator('.graph .node-missing', { hasText: 'persistor' }).count()) === 0,
      'graph as before',
    );
  },

  async 'one site: its app, components, tasks and options, each with its source'(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Show Site…');
    await session.choose('charite');
    const page = await session.webview('table.sheet');
    await page.getByRole('heading', { name: /charite/ }).waitFor();
    const text = await page.getByRole('tabpanel').textContent();
    for (const part of ['Gets app radiology', 'num_of_gpus', 'shm_size', 'PercentilePrivacy', 'NPTrainer', 'train'])
      assert.ok(text.includes(part), part);
    await page.getByRole('button', { name: 'Next site' }).click();
    await page.getByRole('heading', { name: /karolinska/ }).waitFor();
    await page.getByRole('button', { name: 'train', exact: true }).first().click();
    await session.page.locator('.tab', { hasText: 'config_fed_client.conf' }).first().waitFor();
    assert.ok((await activeLine(session)) > 0);
  },

  async 'axe-core finds nothing in any tab'(session) {
    for (const job of ['hospitals', 'mistakes']) {
      await session.openFile(`${job}/meta.json`);
      await session.command('FLARE Jobs: Preview Job');
      const page = await session.webview('[role="tab"]');
      for (const tab of await page.getByRole('tab').all()) {
        const name = await tab.textContent();
        await tab.click();
        await until(async () => (await page.locator('[role="tabpanel"]:not([hidden]) > *').count()) > 0, `panel of ${name}`);
        await assertAccessible(page, `${job}, ${name}`);
      }
      await session.tidy();
    }
  },

  async 'axe-core finds nothing in the exported page, light or dark'(session) {
    for (const job of ['hospitals', 'mistakes']) {
      const cli = join(projectRoot, 'dist', 'cli.js');
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'preview', job], {
        cwd: join(projectRoot, 'examples'),
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
      for (const colorScheme of ['light', 'dark']) {
        const page = await session.page.context().browser().newPage({ colorScheme });
        await page.setContent(stdout);
        await assertAccessible(page, `${job}, ${colorScheme}`);
        await page.close();
      }
    }
  },

  async 'axe-core finds nothing in the outline of the graph'(session) {
    const page = await openGraph(session, 'mistakes/meta.json');
    await page.getByRole('button', { name: 'Show as an outline' }).click();
    await assertAccessible(page, 'outline');
    await page.getByRole('button', { name: 'Show as a drawing' }).click();
  },
};

async function openGraph(session, path) {
  await session.openFile(path);
  await session.command('FLARE Jobs: Preview Job');
  const page = await session.webview('[role="tab"]');
  await page.getByRole('tab', { name: 'Graph', exact: true }).click();
  return await session.webview('.graph .node');
}

/** Runs axe-core in a page of the preview. The page's policy keeps foreign scripts out, so it comes in by the browser's tools. */
async function assertAccessible(page, what) {
  const found = await page.evaluate(async (source) => {
    // biome-ignore lint/security/noGlobalEval: not in the product; the tools of the browser run it past the page's policy.
    if (!globalThis.axe) globalThis.eval(source);
    // The frame around belongs to VS Code.
    const { violations } = await globalThis.axe.run(document, { rules: { region: { enabled: false } } });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  }, axe);
  assert.deepEqual(found, [], what);
}
