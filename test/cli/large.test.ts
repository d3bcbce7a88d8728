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
