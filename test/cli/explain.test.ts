import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ABOUT } from '../../src/core/rules/about.generated';
import { runCli } from '../support/memory-host';

test('every rule has a page with its reason and remedy', async () => {
  for (const { code, why, remedy } of ABOUT) {
    const run = await runCli(['explain', code]);
    const words = run.out.replace(/\s+/g, ' ');
    assert.equal(run.code, 0, code);
    for (const part of [code, why, remedy]) assert.ok(words.includes(part.replace(/\s+/g, ' ')), `${code}: ${part}`);
    for (const line of run.out.split('\n')) assert.ok(line.length <= 80, line);
  }
});

test('the last part of a code is enough where only one rule has it; the first part lists its rules', async () => {
  assert.match((await runCli(['explain', 'no-server'])).out, /^deploy-map\/no-server error\n/);
  const group = await runCli(['explain', 'deploy-map']);
  assert.equal(group.code, 2);
  assert.match(group.err, /"deploy-map" is a group of rules: .*deploy-map\/no-server/);
});

test('several codes are explained one after the other', async () => {
  const { out } = await runCli(['explain', 'deploy-map/no-server', 'deploy-map/site-twice']);
  assert.match(out, /^deploy-map\/no-server[\s\S]*\n\ndeploy-map\/site-twice/);
});
