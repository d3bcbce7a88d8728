// What the manifest promises and what the code does, compared both ways.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import manifest from '../package.json';
import { COMMAND_NAMES } from '../src/vscode/commands/names';

const { contributes } = manifest;
const code = readdirSync('src/vscode', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src/vscode', file), 'utf8'))
  .join('\n');

const found = (pattern: RegExp) => new Set([...code.matchAll(pattern)].map((match) => match[1] ?? ''));
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

const contributed = contributes.commands.map(({ command }) => command);
/** Called by rows, links and lenses of our own, with arguments that nobody can type. */
const INTERNAL = ['flareJobs.openPlace', 'flareJobs.revealFolder'];

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
const menus = Object.entries<readonly Entry[]>(contributes.menus);
const whens = [
  ...menus.flatMap(([, entries]) => entries.map(({ when }) => when ?? '')),
  ...contributes.keybindings.map(({ when }) => when),
  ...contributes.viewsWelcome.map(({ when }) => when),
  ...contributes.commands.map((command) => ('enablement' in command ? (command.enablement ?? '') : '')),
];

test('every command of the manifest is registered, and every registered one is in the manifest', () => {
  const registered = [...COMMAND_NAMES.map((name) => `flareJobs.${name}`), ...found(/registerCommand\(\s*'(flareJobs\.\w+)'/g)];
  assert.deepEqual(sorted(registered), sorted([...contributed, ...INTERNAL]));
});

test('menus, keys and welcome texts call commands that there are', () => {
  const called = [
    ...menus.flatMap(([, entries]) => entries.map(({ command }) => command)),
    ...contributes.keybindings.map(({ command }) => command),
    ...contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:(flareJobs\.\w+)/g)].map((m) => m[1] ?? ''),
    ),
  ];
  assert.deepEqual(
    called.filter((command) => !contributed.includes(command)),
    [],
  );
});

test('what the code calls of our own commands is there', () => {
  const called = [...found(/(?:executeCommand\(|command: |command:)\s*'?(flareJobs\.\w+)/g)];
  assert.ok(called.length > 5);
  assert.deepEqual(
    called.filter((command) => !contributed.includes(command) && !INTERNAL.includes(command)),
    [],
  );
});

test('every setting of the manifest is read, and every one that is read is in the manifest', () => {
  const settings = contributes.configuration
    .flatMap(({ properties }) => Object.keys(properties))
    .map((name) => name.slice('flareJobs.'.length));
  const isRead = (name: string) => code.includes(`'${name}'`) || code.includes(`'${name.split('.').at(-1)}'`);
  assert.deepEqual(
    settings.filter((name) => !isRead(name)),
    [],
  );
  const read = [
    ...found(/getConfiguration\('flareJobs'[^)]*\)\s*\.get(?:<[^(]*>)?\('([\w.]+)'/g),
    ...found(/\bsettings\.get(?:<[^(]*>)?\('([\w.]+)'/g),
  ];
  assert.ok(read.length > 2);
  assert.deepEqual(
    read.filter((name) => !settings.some((setting) => setting === name || setting.endsWith(`.${name}`))),
    [],
  );
});

test('every context key that conditions ask for is set, and every one that is set is asked for', () => {
  const asked = whens.flatMap((when) =>
    [...when.matchAll(/flareJobs\.(?!jobs\b|preview\b)(\w+)/g)].map((match) => match[1] ?? ''),
  );
  const set = [...found(/'setContext', 'flareJobs\.(\w+)'/g), ...found(/\bset\('(\w+)', /g)];
  assert.deepEqual(sorted(asked), sorted(set));
});

test('conditions name kinds of rows that there are', () => {
  const rows = [
    'job',
    'app',
    'file',
    'folder',
    'site-server',
    'site-client',
    'site-client-mandatory',
    'site-all-sites',
    'workflow',
    'component',
  ];
  for (const when of whens) {
    const [, pattern, plain] = /viewItem (?:=~ \/(.*?)\/|== ([\w-]+))/.exec(when) ?? [];
    if (pattern !== undefined)
      assert.ok(
        rows.some((row) => new RegExp(pattern).test(row)),
        when,
      );
    if (plain !== undefined) assert.ok(rows.includes(plain), when);
  }
});

test('no two entries of a menu have the same place at the same time', () => {
  for (const [menu, entries] of menus) {
    const places = entries.flatMap(({ when, group }) => (group === undefined ? [] : [`${group} ${when ?? ''}`]));
    assert.deepEqual(places, [...new Set(places)], menu);
  }
});

test('a command about one row is not offered for several', () => {
  const many = ['moveSites', 'setMandatory', 'unsetMandatory', 'removeRows', 'copyPath'].map((name) => `flareJobs.${name}`);
  for (const { command, when = '', group = '' } of contributes.menus['view/item/context'] as readonly Entry[]) {
    if (group.startsWith('inline') || many.includes(command)) continue;
    assert.match(when, /!listMultiSelection/, command);
  }
});

test('the command palette has no command that only rows have', () => {
  const hidden = new Set(
    (contributes.menus.commandPalette as readonly Entry[]).filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const free = ['flareJobs.checkAllJobs', 'flareJobs.createJob'];
  for (const command of contributes.commands) {
    const isGuarded =
      'enablement' in command || contributes.menus.commandPalette.some((entry) => entry.command === command.command);
    assert.ok(isGuarded || hidden.has(command.command) || free.includes(command.command), command.command);
  }
});

test('titles are in title case and of one category', () => {
  const small = new Set(['a', 'an', 'the', 'as', 'in', 'of', 'to', 'with', 'and', 'or']);
  for (const { title, category } of contributes.commands) {
    assert.equal(category, 'FLARE Jobs', title);
    const words = title.split(' ');
    for (const [index, word] of words.entries())
      assert.ok(/^[A-Z]/.test(word) || (index > 0 && small.has(word)), `${title}: ${word}`);
  }
});

test('files that the manifest names are there', () => {
  const files = [
    manifest.icon,
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
    ...contributes.languages.flatMap((language) => ('configuration' in language ? [language.configuration ?? ''] : [])),
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.jsonValidation.map(({ url }) => url),
  ];
  for (const file of files) assert.ok(existsSync(file), file);
});
