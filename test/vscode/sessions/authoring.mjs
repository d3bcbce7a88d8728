// Jobs made, brought to a later release, and taken apart, by mouse and keyboard, as a person does it; and undone.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceCopy } from '../subject.mjs';
import { revert, until } from './steps.mjs';

let workspace = '';

const META = `{
  "name": "hello",
  "min_clients": 1,
  "deploy_map": {
    "app": ["server", "site-1"],
    "other": ["site-2", "site-3"]
  },
  "resource_spec": {
    "site-1": {
      "docker": { "image": "nvflare:2.8" },
      "process": { "num_of_gpus": 1 }
    }
  }
}
`;
const OTHER_CLIENT = '{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "own.Do" } }] }\n';
const SETTINGS = '{ "targetVersion": "2.8" }\n';

export function options(defer) {
  workspace = workspaceCopy(defer, {});
  writeFileSync(join(workspace, 'hello/meta.json'), META);
  writeFileSync(join(workspace, '.flare-jobs.json'), SETTINGS);
  for (const app of ['other', 'spare']) {
    const config = join(workspace, 'hello', app, 'config');
    mkdirSync(config, { recursive: true });
    writeFileSync(join(config, 'config_fed_client.json'), OTHER_CLIENT);
  }
  return { workspace };
}

export const tests = {
  async 'a job is brought to a later release by one edit, which one undo takes back'(session) {
    await session.openFile('hello/meta.json');
    await session.command('FLARE Jobs: Migrate Job to NVFLARE Release…');
    await session.choose('NVFLARE 2.9');
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(
      await dialog.textContent(),
      /Change job "hello" for NVFLARE 2\.9\?.*meta\.json: Move launcher options to launcher_spec/,
    );
    await session.screenshot('authoring-migrate');
    await dialog.getByRole('button', { name: 'Make All Changes' }).click();
    await textWith(session, '"launcher_spec"');
    await session.waitForText('Changed job "hello" for NVFLARE 2.9.');
    await session.screenshot('authoring-migrated');
    await undo(session);
    await until(async () => !(await editorText(session)).includes('launcher_spec'), 'end of the migration');
    await revert(session);
  },

  async 'the parts of a migration are chosen in the preview of the editor'(session) {
    await session.openFile('hello/meta.json');
    await session.command('FLARE Jobs: Migrate Job to NVFLARE Release…');
    await session.choose('NVFLARE 2.9');
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: 'Choose…' }).click();
    await session.waitForText('Refactor Preview');
    // The row of the file, which stands for all its parts.
    await session.page.locator('.panel .monaco-list-row', { hasText: 'meta.json' }).first().click();
    await session.page.keyboard.press('Space');
    await session.screenshot('authoring-migrate-chosen');
    await session.page.getByRole('button', { name: 'Apply' }).click();
    await textWith(session, '"launcher_spec"');
    await undo(session);
    await until(async () => !(await editorText(session)).includes('launcher_spec'), 'end of the migration');
    await revert(session);
  },

  async 'File ▸ New File… makes a job, and one undo takes it back'(session) {
    await session.command('Create: New File...');
    await session.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Text File' }).first().waitFor();
    await session.screenshot('authoring-new-file');
    await session.page.locator('.quick-input-list .monaco-list-row', { hasText: 'FLARE Job' }).first().click();
    await session.choose('Start from an empty job');
    await session.answer('made');
    await session.choose('All sites');
    await session.choose('JSON');
    await session.page.locator('.quick-input-list .monaco-list-row', { hasText: 'workspace' }).first().click();
    await session.page.locator('.tab.active', { hasText: 'meta.json' }).waitFor();
    assert.ok(existsSync(join(workspace, 'made/app/custom/own_executor.py')));
    await undo(session);
    await until(() => !existsSync(join(workspace, 'made/meta.json')), 'end of the job');
    await session.screenshot('authoring-undone-new');
  },

  async 'Delete in the tree removes an app with its folder, and undo brings both back'(session) {
    const sideBar = await unfolded(session);
    await row(sideBar, 'app other').click();
    await session.page.keyboard.press('Delete');
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /site-2, site-3 then get no app\. The folder has 1 file\. Undo brings back/);
    await session.screenshot('authoring-remove-app');
    await dialog.getByRole('button', { name: 'Remove and Delete Folder' }).click();
    await until(() => !existsSync(join(workspace, 'hello/other')), 'end of the folder');
    await until(async () => !(await editorText(session)).includes('"other"'), 'end of the key');
    await session.screenshot('authoring-removed-app');
    await undo(session);
    await until(() => existsSync(join(workspace, 'hello/other/config/config_fed_client.json')), 'folder again');
    assert.equal(readFileSync(join(workspace, 'hello/other/config/config_fed_client.json'), 'utf8'), OTHER_CLIENT);
    await textWith(session, '"other": ["site-2", "site-3"]');
    await revert(session);
  },

  async 'the light bulb silences a rule in a file and in a job, by the settings file'(session) {
    for (const [reach, glob] of [
      ['file', 'typo/meta.json'],
      ['job', 'typo/**'],
    ]) {
      await session.openFile('typo/meta.json');
      await session.goTo(3, 20);
      await session.waitForProblem('min_clients');
      await session.command('View: Focus First Editor Group');
      await session.page.keyboard.press('ControlOrMeta+.');
      const choice = session.page.getByText(`Silence clients/min-clients-not-an-integer in this ${reach}, by .flare-jobs.json`);
      await choice.first().waitFor();
      await session.screenshot(`authoring-silence-${reach}`);
      await choice.first().click();
      const rows = session.page.locator('.markers-panel .monaco-list-row', { hasText: 'min_clients' });
      await until(async () => (await rows.count()) === 0, 'silence');
      await session.openFile('.flare-jobs.json');
      const silence = `"${glob}": [ "clients/min-clients-not-an-integer" ]`;
      await until(async () => (await editorText(session)).replaceAll(/\s+/g, ' ').includes(silence), silence);
      await revert(session);
    }
  },

  async 'each of the first steps shows its picture, and ticks itself off when it is taken'(session) {
    await firstSteps(session);
    const steps = session.page.locator('.getting-started-step');
    const count = await steps.count();
    assert.ok(count > 4);
    for (let index = 0; index < count; index++) {
      await steps.nth(index).locator('.step-title').first().click();
      await session.page.waitForTimeout(700);
      await session.screenshot(`authoring-step-${index + 1}`);
    }
    await session.command('FLARE Jobs: Check All Jobs');
    await session.openView('FLARE Jobs');
    await session.openFile('hello/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    await session.webview('table');
    await session.command('FLARE Jobs: Pick NVFLARE Release…');
    await session.page.keyboard.press('Escape');
    await session.command('Terminal: Create New Terminal');
    await session.command('View: Hide Panel');
    await firstSteps(session);
    const ticked = session.page.locator('.getting-started-step .codicon-getting-started-step-checked');
    await until(async () => (await ticked.count()) === count, `tick at each of ${count} steps`);
    await session.screenshot('authoring-steps-taken');
  },
};

async function firstSteps(session) {
  await session.command('View: Close All Editors');
  await session.command('Welcome: Open Walkthrough...');
  await session.choose('First Steps with FLARE Jobs');
  await session.page.locator('.getting-started-step').first().waitFor();
}

const row = (sideBar, label) => sideBar.getByRole('treeitem', { name: new RegExp(`^${label}\\b`) }).first();

async function unfolded(session) {
  const sideBar = await session.openView('FLARE Jobs');
  const found = row(sideBar, 'job hello');
  await found.waitFor();
  if ((await found.getAttribute('aria-expanded')) !== 'true') await found.locator('.monaco-tl-twistie').click();
  await row(sideBar, 'app other').waitFor();
  return sideBar;
}

/** Undoes in the editor, which may ask whether all files are meant. */
async function undo(session) {
  await session.command('View: Focus First Editor Group');
  await session.page.keyboard.press('ControlOrMeta+z');
  const dialog = session.page.locator('.monaco-dialog-box');
  const isAsked = await dialog.waitFor({ timeout: 1500 }).then(
    () => true,
    () => false,
  );
  if (!isAsked) {
    await session.command('Notifications: Show Notifications');
    await session.screenshot(`authoring-undo-unasked-${++asked}`);
    return;
  }
  await session.screenshot(`authoring-undo-${++asked}`);
  await dialog
    .getByRole('button', { name: /^(undo|yes)/i })
    .first()
    .click();
}

let asked = 0;

/** What the editor on the left shows. */
async function editorText(session) {
  const lines = session.page.locator('.monaco-editor .view-lines').first();
  return ((await lines.textContent()) ?? '').replaceAll('\u00a0', ' ');
}

async function textWith(session, text) {
  await until(async () => (await editorText(session)).includes(text), text);
}
