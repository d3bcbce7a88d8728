import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../support/healthy-tree';
import { runCli } from '../support/memory-host';

const META = `{
  "name": "demo",
  "min_clients": 2,
  "mandatory_clients": ["site-1"],
  "deploy_map": {
    "app": ["server", "site-1"],
    "app2": ["site-2"]
  },
  "resource_spec": {
    "@default": { "num_of_gpus": 1 },
    "site-2": { "num_of_gpus": 2, "memory": "8Gi" }
  },
  "launcher_spec": {
    "default": { "docker": { "image": "fl:1" } },
    "site-2": { "docker": { "shm_size": "8g" } },
    "site-3": { "docker": { "image": "fl:2" } }
  }
}
`;
const TREE = {
  ...healthyJobs('jobs/demo'),
  'jobs/demo/meta.json': META,
  'jobs/demo/app/custom/net.py': '',
  'jobs/demo/app2/config/config_fed_client.json':
    '{ "format_version": 2, "executors": [{ "tasks": ["validate"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }',
};

test('show: more sites than a call takes arguments', async () => {
  const sites = Array.from({ length: 200_000 }, (_, i) => `"s${i}"`).join(',');
  const { code, out, err } = await runCli(['show', 'jobs/demo'], {
    ...TREE,
    'jobs/demo/meta.json': `{ "name": "demo", "mandatory_clients": [${sites}], "deploy_map": { "app": [${sites}] } }`,
  });
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /s199999/);
});

test('show: apps, sites and resources', async () => {
  const { code, out, err } = await runCli(['show', 'jobs/demo'], TREE);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out.replace(/ {2}\d+ problems?/g, ''),
    `demo jobs/demo/meta.json, for NVFLARE 2.9
starts with 2 or more clients; mandatory: site-1

Apps
  app: server, site-1
    config_fed_server.json, config_fed_client.json, custom code (1 file)
  app2: site-2
    config_fed_client.json

Sites
  server  app
          process: num_of_gpus 1 (default)
          docker: image "fl:1" (default)
  site-1  app  mandatory
          num_of_gpus 1 (default)
          docker: image "fl:1" (default)
  site-2  app2
          num_of_gpus 2
          process: memory "8Gi"
          docker: image "fl:1" (default), shm_size "8g"

Named, but without an app
  site-3
          num_of_gpus 1 (default)
          docker: image "fl:2"
`,
  );
});

test('show: a long value is cut', async () => {
  const tree = {
    ...healthyJobs('a'),
    'a/meta.json': JSON.stringify({ ...JSON.parse(META), resource_spec: { 'site-1': { note: 'x'.repeat(200) } } }),
  };
  const { out } = await runCli(['show', 'a'], tree);
  assert.ok(out.includes(`note "${'x'.repeat(76)}...`), out);
  assert.ok(!out.includes('x'.repeat(77)));
});

test('show --site: everything that will apply, each with the place that says so', async () => {
  const { code, out } = await runCli(['show', 'jobs/demo', '--site', 'site-2'], TREE);
  assert.equal(code, 0);
  assert.equal(
    out.split('\nProblems')[0]?.trimEnd(),
    `site-2 client in demo, for NVFLARE 2.9

  app         app2, because deploy_map names the site  jobs/demo/meta.json:7:14
  mandatory   no

Asked of the resource manager
  num_of_gpus  2  jobs/demo/meta.json:11:32

Set for the process of the job
  num_of_gpus  2  jobs/demo/meta.json:11:32
  memory       "8Gi"  jobs/demo/meta.json:11:45

If docker starts the job
  image     "fl:1"  jobs/demo/meta.json:14:39, the default of all sites
  shm_size  "8g"  jobs/demo/meta.json:15:41

Executors
  -  nvflare.app_common.np.np_trainer.NPTrainer  jobs/demo/app2/config/config_fed_client.json:1:85

Tasks
  train     no executor here, sent by scatter_and_gather  jobs/demo/app/config/config_fed_server.json:13:28
  validate  done by NPTrainer, sent by nobody that is known  jobs/demo/app2/config/config_fed_client.json:1:50`,
  );
});

test('show --site: findings at places that bear on the site', async () => {
  const problems = async (site: string) =>
    (await runCli(['show', 'jobs/demo', '-s', site], TREE)).out.split('\nProblems\n')[1]?.split('\n').filter(Boolean) ?? [];
  assert.ok((await problems('site-3')).some((line) => line.includes('launcher/site-not-deployed')));
  assert.ok(!(await problems('site-1')).some((line) => line.includes('launcher/site-not-deployed')));
});

test('show --format json: one site and all sites say the same', async () => {
  const json = async (...argv: readonly string[]) =>
    JSON.parse((await runCli(['show', 'jobs/demo', '-f', 'json', ...argv], TREE)).out);
  const all = await json();
  assert.deepEqual(
    all.apps.map((app: { name: string; customFiles: number; sites: string[] }) => [app.name, app.customFiles, app.sites]),
    [
      ['app', 1, ['server', 'site-1']],
      ['app2', 0, ['site-2']],
    ],
  );
  assert.deepEqual([all.minClients, all.mandatoryClients, all.target], [2, ['site-1'], '2.9']);
  const one = await json('--site', 'site-2');
  assert.deepEqual(one.sites, [all.sites[2]]);
  assert.deepEqual(one.sites[0].resources, [
    {
      key: 'num_of_gpus',
      value: 2,
      from: 'site',
      at: {
        file: 'jobs/demo/meta.json',
        range: { start: { line: 10, character: 31 }, end: { line: 10, character: 32 } },
      },
    },
  ]);
});

test('show --site under @ALL: any client gets the app, the place says why', async () => {
  const { out, code } = await runCli(['show', 'job', '--site', 'anyone'], healthyJobs('job'));
  assert.equal(code, 0);
  assert.match(out, /^anyone client in job/);
  assert.match(out, /app {9}app, because it goes to all sites {2}job\/meta\.json:4:27/);
});

test('show --site: a name that no app goes to makes the exit code 1, with the nearest name', async () => {
  const { code, err } = await runCli(['show', 'jobs/demo', '--site', 'site2'], TREE);
  assert.deepEqual([code, err], [1, 'flare-jobs: no app goes to "site2"; did you mean site-2?\n']);
});

test('show: a folder that holds one job stands for it; one that is not there does not', async () => {
  assert.match((await runCli(['show', 'jobs'], TREE)).out, /^demo jobs\/demo\/meta\.json/);
  const { code, out, err } = await runCli(['show', 'nowhere'], TREE);
  assert.deepEqual([code, out, err], [2, '', 'flare-jobs: nowhere does not exist\n']);
});

const RUNS = {
  'job/meta.json': '{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }',
  'job/app/config/config_fed_server.json': `{
  "format_version": 2, "rounds": 3,
  "workflows": [
    { "id": "fedavg", "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_rounds": "{rounds}" } }
  ],
  "components": [{ "id": "persistor", "path": "net.Persistor", "disabled": true }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "net.Check" }] }]
}`,
  'job/app/config/config_fed_client.conf': `format_version = 2
executors = [
  { tasks = ["t*"], executor { path = "net.Trainer", args { site = "{SITE_NAME}", job = "{JOB_ID}" } } }
  { tasks = [validate], executor { path = "net.Validator" } }
]
`,
};

/** What \`show --site\` prints of what the site runs. */
async function runsOf(site: string): Promise<string> {
  const { out } = await runCli(['show', 'job', '--site', site], RUNS);
  return (
    out
      .slice(out.search(/^(Workflows|Executors)$/m))
      .split('\nProblems')[0]
      ?.trimEnd() ?? ''
  );
}

test('show --site: workflows, components, tasks, filters and variables of the server', async () => {
  assert.equal(
    await runsOf('server'),
    `Workflows
  fedavg  nvflare.app_common.workflows.fedavg.FedAvg  job/app/config/config_fed_server.json:4:31

Components
  persistor  net.Persistor, disabled  job/app/config/config_fed_server.json:6:47

Tasks
  train  sent by fedavg  job/app/config/config_fed_server.json:4:31

Filters
  train  Check (task results, in)  job/app/config/config_fed_server.json:7:27

Variables
  rounds  3  job/app/config/config_fed_server.json:2:24`,
  );
});

test('show --site: executors, which of them does which task, and variables of a client', async () => {
  assert.equal(
    await runsOf('site-7'),
    `Executors
  -  net.Trainer  job/app/config/config_fed_client.conf:3:39
  -  net.Validator  job/app/config/config_fed_client.conf:4:43

Tasks
  train     done by Trainer, sent by fedavg  job/app/config/config_fed_client.conf:3:14
  validate  done by Validator, sent by nobody that is known  job/app/config/config_fed_client.conf:4:14

Variables
  SITE_NAME  "site-7", set by NVFLARE  job/app/config/config_fed_client.conf:3:70
  JOB_ID     set by NVFLARE  job/app/config/config_fed_client.conf:3:91`,
  );
});

test('show --site --format json: what runs is there for programs, and null where there is no configuration', async () => {
  const json = async (tree: Record<string, string>) =>
    JSON.parse((await runCli(['show', 'job', '--site', 'site-1', '--format', 'json'], tree)).out).runs;
  const runs = await json(RUNS);
  assert.equal(runs.file, 'job/app/config/config_fed_client.conf');
  assert.deepEqual(
    runs.tasks.map(({ name, sentBy, doneBy }: { name: string; sentBy: string[]; doneBy: string }) => [name, sentBy, doneBy]),
    [
      ['train', ['fedavg'], 'Trainer'],
      ['validate', [], 'Validator'],
    ],
  );
  assert.deepEqual(
    runs.variables.map(({ name, from, value }: { name: string; from: string; value: unknown }) => [name, from, value]),
    [
      ['SITE_NAME', 'system', 'site-1'],
      ['JOB_ID', 'system', null],
    ],
  );
  const { 'job/app/config/config_fed_client.conf': _, ...without } = RUNS;
  assert.equal(await json(without), null);
});
