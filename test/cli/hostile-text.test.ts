import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../support/healthy-tree';
import { runCli } from '../support/memory-host';

/** What a terminal obeys, or what turns the direction of writing. */
const UNSAFE = /(?![\t\n])\p{Cc}|[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const NASTY = 'x\u001b[2J\u0007\u009b31m\u202e\u2066\u2028\r\n\n# <img src=x onerror=alert(1)> `%%{init: {}}%%';
const FOLDER = 'jobs/a\u001b[2J\u009b\u202eb';

/** A job whose every text is nasty. */
const TREE = {
  ...healthyJobs('a', FOLDER),
  [`${FOLDER}/meta.json`]: JSON.stringify({
    name: NASTY,
    min_clients: 1,
    mandatory_clients: [NASTY],
    resource_spec: { [NASTY]: { [NASTY]: NASTY } },
    deploy_map: { app: ['server', NASTY], [NASTY]: ['site-2'] },
  }),
  [`${FOLDER}/app/config/config_fed_server.json`]: JSON.stringify({
    format_version: 2,
    workflows: [
      {
        id: NASTY,
        path: 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
        args: { train_task_name: NASTY, aggregator_id: NASTY },
      },
    ],
    components: [{ id: `c${NASTY}`, path: NASTY, args: { [NASTY]: NASTY } }],
  }),
};

const RUNS: readonly (readonly string[])[] = [
  ...['human', 'json', 'sarif', 'github'].map((format) => ['check', FOLDER, '--format', format]),
  ...['human', 'json'].map((format) => ['show', FOLDER, '--format', format]),
  ['show', FOLDER, '--site', 'site-1'],
  ...['html', 'json', 'md', 'mermaid'].map((format) => ['preview', FOLDER, '--format', format]),
  ...['human', 'json'].map((format) => ['leaves', FOLDER, '--format', format]),
  ...['human', 'json', 'mermaid', 'svg'].map((format) => ['steps', FOLDER, '--format', format]),
  ...['human', 'json', 'md'].map((format) => ['diff', 'a', FOLDER, '--format', format]),
  ...['human', 'json'].map((format) => ['schedule', FOLDER, '--format', format]),
  ...['human', 'json'].map((format) => ['manifest', FOLDER, '--format', format]),
  // Mistakes that name what was found or typed.
  ['show', ''],
  ['show', FOLDER, '--site', NASTY],
  ['schedule', FOLDER, '--up', NASTY, '--offer', NASTY],
  ['explain', NASTY],
  ['convert', NASTY, '--to', 'json'],
  ['convert', `${FOLDER}/app/config/config_fed_client.json`, '--to', 'yaml'],
  ['new', 'b', '--template', NASTY],
  ['check', `--${NASTY}`],
  [NASTY],
];

for (const argv of RUNS) {
  test(`nothing in a job is an order to the terminal: ${JSON.stringify(argv.join(' '))}`, async () => {
    const { out, err } = await runCli(argv, TREE);
    assert.notEqual(out + err, '');
    assert.doesNotMatch(err, /internal error/);
    for (const text of [out, err]) assert.doesNotMatch(text, UNSAFE);
  });
}

for (const argv of RUNS) {
  test(`nor where a terminal is there to obey: ${JSON.stringify(argv.join(' '))}`, async () => {
    const { out, err } = await runCli(argv, TREE, { terminal: { out: true, err: true }, env: { NO_COLOR: '1' } });
    // Progress is taken back from the line that it stands on.
    for (const text of [out, err.replaceAll('\r\u001b[K', '')]) assert.doesNotMatch(text, UNSAFE);
  });
}

test('in JSON, such characters are written by their numbers, and so keep their value', async () => {
  const { out } = await runCli(['show', FOLDER, '--format', 'json'], TREE);
  assert.deepEqual(JSON.parse(out).mandatoryClients, [NASTY]);
});

test('no text of a job is markup of a page', async () => {
  const html = await runCli(['preview', FOLDER, '--format', 'html'], TREE);
  assert.doesNotMatch(html.out, /<img|<script/i);
  const markdown = await runCli(['preview', FOLDER, '--format', 'md'], TREE);
  assert.doesNotMatch(markdown.out, /^# <img/m);
});
