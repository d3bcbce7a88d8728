import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/memory-host';

const CONF = 'name = demo // ours\nmin_clients = 2\ndeploy_map { app = ["@ALL"] }\n';

test('the text goes to the standard output, or into a new file', async () => {
  const tree = { 'job/meta.json': '{"name": "demo", "min_clients": 2.0}' };
  const shown = await runCli(['convert', 'job/meta.json', '--to', 'yaml'], tree);
  assert.deepEqual([shown.code, shown.out, shown.err], [0, 'name: demo\nmin_clients: 2.0\n', '']);
  const written = await runCli(['convert', 'job/meta.json', '--to=hocon', '-o', 'job/meta.conf'], tree);
  assert.deepEqual([written.code, written.out, written.err], [0, '', '']);
  assert.match(written.fs.texts()['job/meta.conf'] ?? '', /name = "demo"\nmin_clients = 2\.0/);
  assert.equal(written.fs.texts()['job/meta.json'], tree['job/meta.json'], 'the old file stays');
});

test('what cannot be carried over is named at its place, with the option that leaves it out', async () => {
  const refused = await runCli(['convert', 'meta.conf', '--to', 'json'], { 'meta.conf': CONF });
  assert.equal(refused.code, 1);
  assert.equal(refused.out, '');
  assert.match(refused.err, /meta\.conf:1:13: JSON has no place for this comment/);
  assert.match(refused.err, /was not converted; it can be with --drop-comments\n$/);
  const { code, out, err } = await runCli(['convert', 'meta.conf', '--to', 'json', '--drop-comments'], { 'meta.conf': CONF });
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), { name: 'demo', min_clients: 2, deploy_map: { app: ['@ALL'] } });
  assert.match(err, /meta\.conf:1:13:/, 'what was left out is told');
  const both = await runCli(['convert', 'meta.conf', '--to', 'json'], { 'meta.conf': '# a\nx = 1\ny = ${x}\n' });
  assert.match(both.err, /with --drop-comments and --write-out-references\n$/);
  const broken = await runCli(['convert', 'meta.json', '--to', 'yaml'], { 'meta.json': '{"a": }' });
  assert.equal(broken.code, 1);
  assert.match(broken.err, /was not converted\n$/);
});

test('no file is overwritten, and none is written under a name of another format', async () => {
  const tree = { 'meta.json': '{"a": 1}', 'meta.yml': 'a: 2\n' };
  const taken = await runCli(['convert', 'meta.json', '--to', 'yaml', '-o', 'meta.yml'], tree);
  assert.deepEqual(
    [taken.code, taken.err, taken.fs.texts()],
    [2, 'flare-jobs: meta.yml exists already; name another file\n', tree],
  );
  for (const [argv, expected] of [
    [['meta.json', '--to', 'yaml', '-o', 'meta.conf'], /would not read meta\.conf as yaml/],
    [['meta.json', '--to', 'json'], /meta\.json is json already/],
    [['meta.json'], /needs --to/],
    [['--to', 'json'], /needs a file/],
    [['meta.txt', '--to', 'json'], /has no ending/],
    [['meta.conf', '--to', 'json'], /meta\.conf cannot be read: it does not exist/],
    [['meta.json', '--to', 'xml'], /--to cannot be "xml"/],
  ] as const) {
    const run = await runCli(['convert', ...argv], tree);
    assert.equal(run.code, 2, argv.join(' '));
    assert.match(run.err, expected);
  }
});

test('marks of a merge are named once', async () => {
  const text = '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> other\n}\n';
  const { code, out, err } = await runCli(['convert', 'meta.json', '--to', 'yaml'], { 'meta.json': text });
  assert.deepEqual([code, out], [1, '']);
  assert.match(
    err,
    /^flare-jobs: meta\.json:2:1: this line was left by a merge that is not finished; [^\n]*\nflare-jobs: meta\.json was not converted\n$/,
  );
});

test('a terminal gets no orders from a converted file; a pipe gets the file as it is', async () => {
  const value = 'a\u009b31m\u202eb\u2028c\u0085';
  const tree = { 'meta.json': JSON.stringify({ name: value, tab: '\t' }) };
  const argv = ['convert', 'meta.json', '--to', 'hocon'];
  const piped = await runCli(argv, tree);
  assert.equal(piped.err, '');
  const shown = await runCli(argv, tree, { terminal: { out: true } });
  assert.doesNotMatch(shown.out, /(?![\t\n])\p{Cc}|[\u2028\u202e]/u);
  assert.match(shown.err, /some characters are shown by their numbers; --output FILE writes them as they are/);
  const written = await runCli([...argv, '-o', 'meta.conf'], tree, { terminal: { out: true } });
  assert.deepEqual([written.fs.texts()['meta.conf'], written.err], [piped.out, '']);
  const ordinary = await runCli(argv, { 'meta.json': '{\r\n\t"a": [1, "ä"]\r\n}\r\n' }, { terminal: { out: true } });
  assert.equal(ordinary.err, '');
});
