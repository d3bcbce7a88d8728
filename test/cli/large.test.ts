import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHAPES } from '../support/grown-job';
import { runCli } from '../support/memory-host';

const SITES = 20_000;

const WRONG = SHAPES.find(({ name }) => name === 'sites, all wrong')?.files(SITES) ?? {};

// A line looked for from the start of the text for each finding would take a minute.
for (const format of ['human', 'json', 'sarif', 'github']) {
  test(`thousands of findings in hundreds of thousands of lines, as ${format}`, { timeout: 20_000 }, async () => {
    const { code, out } = await runCli(['check', '--format', format], WRONG);
    assert.equal(code, 1);
    assert.ok(out.length > 100_000);
  });
}

test('the same text in one line', { timeout: 20_000 }, async () => {
  const meta = JSON.stringify(JSON.parse(WRONG['meta.json'] ?? ''));
  const { code, out } = await runCli(['check'], { ...WRONG, 'meta.json': meta });
  assert.equal(code, 1);
  for (const line of out.split('\n')) assert.ok(line.length < 2000, line.slice(0, 200));
});

const [SHOWN, OTHER] = ['sites, all wrong', 'sites'].map(
  (name) => SHAPES.find((shape) => shape.name === name)?.files(SITES) ?? {},
);

// More arguments than a call can have, and a search for each site, in what they were before.
test('a job of very many sites with findings is shown', { timeout: 20_000 }, async () => {
  const { code, out, err } = await runCli(['show', '.'], SHOWN);
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.ok(out.includes('\nNamed, but without an app\n'));
  assert.ok(/\n {2}site-2 +app {2}\d+ problems?\n/.test(out));
});

test('two jobs of very many sites are compared', { timeout: 20_000 }, async () => {
  const inFolder = (folder: string, files: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const { code, err } = await runCli(['diff', 'a', 'b'], { ...inFolder('a', SHOWN), ...inFolder('b', OTHER) });
  assert.equal(err, '');
  assert.equal(code, 1);
});
