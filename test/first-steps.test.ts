import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import manifest from '../package.json';

const { walkthroughs, commands, configuration, views, menus } = manifest.contributes;
const own = new Set(commands.map(({ command }) => command));
const settings = configuration.flatMap(({ properties }) => Object.entries<{ readonly markdownDescription?: string }>(properties));
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test('each first step has a picture in the colours of the theme', () => {
  for (const { id, media } of steps) {
    assert.ok(existsSync(media.svg), `${id}: ${media.svg}`);
    const picture = readFileSync(media.svg, 'utf8');
    assert.match(picture, /var\(--vscode-editor-background, /);
    // VS Code takes styles out of the pictures of steps, and what is left of them is black.
    assert.doesNotMatch(picture, /style/);
    assert.ok(media.altText.length > 20, id);
  }
});

test('each first step ticks itself off by something that there is', () => {
  const ids = new Set(Object.values(views).flatMap((list) => list.map(({ id }) => id)));
  const names = new Set(settings.map(([name]) => name));
  for (const { id, completionEvents } of steps) {
    assert.ok(completionEvents.length > 0, id);
    for (const event of completionEvents) {
      const [kind, what = ''] = event.split(/:(.*)/s);
      const isThere =
        (kind === 'onCommand' && (own.has(what) || /^(workbench|vscode)\./.test(what))) ||
        (kind === 'onView' && ids.has(what)) ||
        (kind === 'onSettingChanged' && names.has(what)) ||
        (kind === 'onContext' && what.startsWith('flareJobs.hasJobs'));
      assert.ok(isThere, `${id}: ${event}`);
    }
  }
});

test('the links of first steps call commands that there are', () => {
  for (const { id, description } of steps) {
    const called = [...description.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1] ?? '');
    assert.ok(called.length > 0, id);
    for (const command of called) {
      assert.ok(own.has(command) || /^(workbench|vscode)\.|^flareJobs\.jobs\.focus$/.test(command), `${id}: ${command}`);
    }
  }
});

test('settings are in groups, in order, and described', () => {
  assert.ok(configuration.length > 1);
  assert.deepEqual(
    configuration.map(({ order }) => order),
    configuration.map((_, index) => index + 1),
  );
  for (const { title } of configuration) assert.match(title, /^[A-Z]/);
  for (const [name, { markdownDescription }] of settings) assert.match(markdownDescription ?? '', /\.$/, name);
});

test('Create Job is where people look for it', () => {
  for (const menu of ['file/newFile', 'explorer/context', 'view/title'] as const) {
    assert.ok(
      menus[menu].some(({ command }) => command === 'flareJobs.createJob'),
      menu,
    );
  }
});
