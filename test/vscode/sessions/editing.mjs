// Changes of names and deploy maps by mouse and keyboard, as a person makes them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceCopy } from '../subject.mjs';
import { until } from './steps.mjs';

let workspace = '';
const CLIENT = 'hello/app/config/config_fed_client.json';

const META = `{
  "name": "hello",
  "deploy_map": {
    "app": ["server", "site-1"],
    "other": ["site-2", "site-3"]
  },
  "mandatory_clients": ["site-1"]
}
`;

export function options(defer) {
  workspace = workspaceCopy(defer, {});
  writeFileSync(join(workspace, 'hello/meta.json'), META);
  writeFileSync(
    join(workspace, CLIENT),
    '{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "own.Do", "args": { "peers": ["site-1"] } } }] }\n',
  );
  return { workspace };
}

export const tests = {
  async 'sites are dragged to another app by the mouse'(session) {
    const sideBar = await unfolded(session);
    await site(sideBar, 'site-2').click({ modifiers: ['ControlOrMeta'] });
    await site(sideBar, 'site-3').click({ modifiers: ['ControlOrMeta'] });
    await site(sideBar, 'site-3').dragTo(row(sideBar, 'app app'));
    await textWith(session, '"app": ["server", "site-1", "site-2", "site-3"],');
    await session.screenshot('editing-dragged');
    await session.command('View: Focus First Editor Group');
    await session.page.keyboard.press('ControlOrMeta+z');
    await textWith(session, '"other": ["site-2", "site-3"]');
    await revert(session);
  },

  async 'F2 in the tree renames a site wherever it is named'(session) {
    const sideBar = await unfolded(session);
    await site(sideBar, 'site-1').click();
    await session.page.keyboard.press('F2');
    const input = session.page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor();
    assert.equal(await input.inputValue(), 'site-1');
    await input.fill('site-2');
    await session.waitForText('This job already names a site "site-2".');
    await session.screenshot('editing-refused');
    await session.answer('north');
    await session.page.getByRole('button', { name: 'Apply' }).click();
    await textWith(session, '"mandatory_clients": ["north"]');
    await revert(session);
  },

  async 'Delete in the tree asks what shall become of the rest of a site'(session) {
    const sideBar = await unfolded(session);
    await site(sideBar, 'site-1').click();
    await session.page.keyboard.press('Delete');
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /Also named in mandatory_clients/);
    await session.screenshot('editing-remove');
    await dialog.getByRole('button', { name: 'Remove Everywhere' }).click();
    await textWith(session, '"mandatory_clients": []');
    await revert(session);
  },

  async 'F2 in the editor shows what is doubtful, not chosen, before a site is renamed'(session) {
    await session.openFile('hello/meta.json');
    await session.goTo(4, 25);
    await session.page.keyboard.press('F2');
    const input = session.page.locator('.rename-box.preview input').first();
    await until(async () => (await input.inputValue()) === 'site-1', 'name to change');
    await input.fill('north');
    await input.press('Enter');
    await session.waitForText('Refactor Preview');
    await session.waitForText('config_fed_client.json');
    await session.screenshot('editing-preview');
    await session.page.getByRole('button', { name: 'Apply' }).click();
    await textWith(session, '"mandatory_clients": ["north"]');
    assert.match(readFileSync(join(workspace, CLIENT), 'utf8'), /"peers": \["site-1"\]/);
    await revert(session);
  },

  async 'the menu of a row has what can be done to it'(session) {
    const sideBar = await unfolded(session);
    await site(sideBar, 'site-2').click({ button: 'right' });
    for (const title of ['Move to App…', 'Make Mandatory', 'Rename…', 'Remove']) await session.waitForText(title);
    await session.screenshot('editing-menu');
    await session.page.keyboard.press('Escape');
  },
};

async function unfolded(session) {
  const sideBar = await session.openView('FLARE Jobs');
  for (const label of ['job hello', 'app app', 'app other']) {
    const found = row(sideBar, label);
    await found.waitFor();
    if ((await found.getAttribute('aria-expanded')) !== 'true') await found.locator('.monaco-tl-twistie').click();
  }
  await site(sideBar, 'site-3').waitFor();
  return sideBar;
}

const row = (sideBar, label) => sideBar.getByRole('treeitem', { name: new RegExp(`^${label}\\b`) }).first();
const site = (sideBar, name) => row(sideBar, `site ${name}`);

/** Waits until the meta file in the editor has a text. */
async function textWith(session, text) {
  await session.openFile('hello/meta.json');
  const lines = session.page.locator('.monaco-editor .view-lines').first();
  await until(async () => (await lines.textContent())?.replaceAll('\u00a0', ' ').includes(text), text);
}

async function revert(session) {
  await session.command('View: Focus First Editor Group');
  await session.command('File: Revert File');
}
