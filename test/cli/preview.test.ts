import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../support/healthy-tree';
import { type CliRun, runCli } from '../support/memory-host';

const TREE = healthyJobs('jobs/demo');

test('preview: a page on the standard output, HTML unless another form is asked for', async () => {
  const html = await runCli(['preview', 'jobs/demo'], TREE);
  assert.deepEqual([html.code, html.err], [0, '']);
  assert.match(html.out, /^<!DOCTYPE html>[\s\S]*sha256:[0-9a-f]{64}[\s\S]*<\/html>\n$/);
  const json = JSON.parse((await runCli(['preview', 'jobs/demo', '-f', 'json'], TREE)).out);
  assert.match(html.out, new RegExp(json.hash));
  assert.ok((await runCli(['preview', 'jobs/demo', '-f', 'mermaid'], TREE)).out.startsWith('flowchart LR\n'));
});

test('preview: the ending of the file says the form, and a page that is there is written anew', async () => {
  const first = await runCli(['preview', 'jobs/demo', '-o', 'out/demo.md'], TREE);
  assert.deepEqual([first.code, first.out, first.err], [0, '', '']);
  assert.match(textOf(first, 'out/demo.md'), /^# demo\n/);
  const again = await runCli(['preview', 'jobs/demo', '-o', 'demo.md'], { ...TREE, 'demo.md': 'old' });
  assert.equal(again.code, 0);
  assert.match(textOf(again, 'demo.md'), /^# demo\n/);
});

test('preview: each ending stands for its form', async () => {
  for (const [ending, start] of [
    ['html', '<!DOCTYPE html>'],
    ['HTM', '<!DOCTYPE html>'],
    ['json', '{\n'],
    ['md', '# demo'],
    ['mmd', 'flowchart LR\n'],
  ]) {
    const file = `demo.${ending}`;
    const text = textOf(await runCli(['preview', 'jobs/demo', '-o', file], TREE), file);
    assert.ok(text.startsWith(start ?? ''), `${ending}: ${text.slice(0, 40)}`);
  }
});

test('preview: no file that the job is read from is written over', async () => {
  for (const file of ['meta.json', 'app/config/config_fed_server.json']) {
    const { code, err, fs } = await runCli(['preview', 'jobs/demo', '-o', `./jobs/../jobs/demo/${file}`], TREE);
    assert.equal(code, 2);
    assert.match(err, /is a file of the job, and was not changed/);
    const source = fs.read(`jobs/demo/${file}`);
    assert.equal(source.kind === 'text' && source.text, TREE[`jobs/demo/${file}` as keyof typeof TREE]);
  }
});

test('preview: a file whose ending says nothing needs a form', async () => {
  const { code, err } = await runCli(['preview', 'jobs/demo', '-o', 'demo.pdf'], TREE);
  assert.equal(code, 2);
  assert.match(err, /demo\.pdf does not say in which format; add --format/);
});

function textOf({ fs }: CliRun, file: string): string {
  const source = fs.read(file);
  return source.kind === 'text' ? source.text : source.kind;
}
