import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../support/healthy-tree';
import { runCli } from '../support/memory-host';

const META = `{
  "name": "demo",
  "min_clients": 2,
  "mandatory_clients": ["site-1"],
  "deploy_map": { "app": ["server", "site-1", "site-2", "site-3"] },
  "resource_spec": {
    "site-1": { "num_of_gpus": 1 },
    "site-2": { "num_of_gpus": 4 }
  }
}
`;
const TREE = {
  ...healthyJobs('jobs/demo'),
  'jobs/demo/meta.json': META,
  'poc/prod_00/site-1/local/resources.json.default': JSON.stringify({
    components: [
      {
        id: 'resource_manager',
        path: 'nvflare.app_common.resource_managers.gpu_resource_manager.GPUResourceManager',
        args: { num_of_gpus: 2, mem_per_gpu_in_GiB: 16 },
      },
    ],
  }),
};

test('schedule: a job that starts, with whom, and who is left out', async () => {
  const { code, out, err } = await runCli(['schedule', 'jobs/demo', '--sites', 'poc', '--offer', '*: num_of_gpus=2'], TREE);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    `demo jobs/demo/meta.json, for NVFLARE 2.9
✓ the job starts with 2 clients

Clients (as if all that deploy_map names were connected; --up says otherwise)
  site-1  app  mandatory  runs  asked for num_of_gpus 1, offers num_of_gpus 2, mem_per_gpu_in_GiB 16
  site-2  app  is left out: it is asked for num_of_gpus 4 and has 2  jobs/demo/meta.json:8:32
  site-3  app  runs
`,
  );
});

test('schedule: a job that does not start, why, where, and the fewest changes', async () => {
  const { code, out } = await runCli(['schedule', 'jobs/demo', '--up', 'site-1,site-2', '--offer', '*: num_of_gpus=1'], TREE);
  assert.equal(code, 1);
  assert.equal(
    out,
    `demo jobs/demo/meta.json, for NVFLARE 2.9
✗ the job waits: 1 client has enough resources, min_clients is 2; NVFLARE tries 10 times, for about 40 minutes, and then gives up (FINISHED:CAN_NOT_SCHEDULE)  jobs/demo/meta.json:8:32

Clients (connected: those that were named by --up)
  site-1  app  mandatory  is ready  asked for num_of_gpus 1, offers num_of_gpus 1
  site-2  app  is left out: it is asked for num_of_gpus 4 and has 1  jobs/demo/meta.json:8:32
  site-3  app  is not connected

The fewest changes that would let it start
  1 change of the job: ask site-2 for num_of_gpus 1
  1 change at the sites: bring site-3 up
`,
  );
});

test('schedule --format json', async () => {
  const { code, out } = await runCli(['schedule', 'jobs/demo', '--format', 'json', '--up', 'site-2'], TREE);
  const shown = JSON.parse(out);
  assert.equal(code, 1);
  assert.equal(shown.version, 1);
  assert.deepEqual(
    [shown.decision, shown.cause, shown.from, shown.rejected],
    ['waits', 'mandatory-not-connected', 'typed', false],
  );
  assert.deepEqual(shown.at, {
    file: 'jobs/demo/meta.json',
    range: { start: { line: 3, character: 24 }, end: { line: 3, character: 32 } },
  });
  assert.deepEqual(
    shown.sites.map(({ site, state }: { site: string; state: string }) => `${site} ${state}`),
    ['site-1 not-connected', 'site-2 unclear', 'site-3 not-connected'],
  );
  assert.deepEqual(shown.remedies, [
    { count: 1, by: 'sites', changes: ['bring site-1 up'] },
    { count: 2, by: 'job', changes: ['set min_clients to 1', 'take site-1 out of mandatory_clients'] },
  ]);
});

test('schedule: mistakes at the keyboard', async () => {
  const offer = await runCli(['schedule', 'jobs/demo', '--offer', 'two'], TREE);
  assert.deepEqual(
    [offer.code, offer.err.split('\n')[0]],
    [2, 'flare-jobs: --offer: "two" does not say which site offers it; write "site-1: num_of_gpus=2"'],
  );
  const sites = await runCli(['schedule', 'jobs/demo', '--sites', 'nowhere'], TREE);
  assert.deepEqual([sites.code, sites.err.split('\n')[0]], [2, 'flare-jobs: --sites: nowhere does not exist']);
  const none = await runCli(['schedule', 'jobs/demo', '--sites', 'jobs'], TREE);
  assert.equal(none.err, 'flare-jobs: jobs tells of no clients; startup kits and project.yml do\n');
});

test('schedule: a job that the server would refuse never gets to the scheduler', async () => {
  const { code, out } = await runCli(['schedule', 'jobs/demo', '--offer', '*: any'], {
    ...TREE,
    'jobs/demo/meta.json': META.replace('"name": "demo"', '"name": "demo", "launcher_spec": []'),
  });
  assert.equal(code, 1);
  assert.match(out, /the server would refuse this job; flare-jobs check says why\n✓ the job starts with 3 clients/);
});
