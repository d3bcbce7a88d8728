import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSites, isSiteFile } from '../../../src/core/schedule/index';
import { offerText } from '../../../src/core/schedule/offer';
import { typedOffers } from '../../../src/core/schedule/typed-offers';
import { TEST_FORMATS } from '../../support/formats';
import { memoryFileSystem } from '../../support/memory-file-system';

const MANAGERS = 'nvflare.app_common.resource_managers';

function resources(path: string, args: unknown): string {
  return JSON.stringify({
    format_version: 2,
    components: [
      { id: 'resource_consumer', path: 'x.Consumer', args: {} },
      { id: 'resource_manager', path, args },
    ],
  });
}

const gpus = (count: number) =>
  resources(`${MANAGERS}.gpu_resource_manager.GPUResourceManager`, { num_of_gpus: count, mem_per_gpu_in_GiB: 16 });

const PROJECT = `
api_version: 3
name: demo
participants:
  - { name: server1, type: server, org: nvidia }
  - name: site-1
    type: client
    org: nvidia
    capacity:
      num_of_gpus: 1
      mem_per_gpu_in_GiB: 8
  - { name: site-2, type: client, org: nvidia }
  - name: site-3
    type: client
    org: nvidia
    components:
      resource_manager:
        path: ${MANAGERS}.list_resource_manager.ListResourceManager
        args: { resources: { gpu: [0, 1] } }
  - { name: admin@nvidia.com, type: admin, org: nvidia, role: lead }
`;

async function sitesIn(tree: Readonly<Record<string, string>>, path = ''): Promise<Readonly<Record<string, string>>> {
  const found = await findSites(memoryFileSystem(tree), path, TEST_FORMATS);
  return Object.fromEntries(found.map(({ site, offer }) => [site, offerText(offer)]));
}

test('sites of a project file with their capacity, and none without one', async () => {
  assert.deepEqual(await sitesIn({ 'project.yml': PROJECT }), {
    'site-1': 'num_of_gpus 1, mem_per_gpu_in_GiB 8',
    'site-2': 'no GPUs',
    'site-3': 'gpu 2',
  });
});

test('startup kits win over the project file, the newer kit over the older one, an edited file over the default', async () => {
  const kits = 'workspace/example_project';
  const sites = await sitesIn({
    'project.yml': PROJECT,
    [`${kits}/prod_00/site-1/local/resources.json.default`]: gpus(2),
    [`${kits}/prod_01/site-1/local/resources.json.default`]: gpus(4),
    [`${kits}/prod_01/site-2/local/resources.json.default`]: gpus(4),
    [`${kits}/prod_01/site-2/local/resources.json`]: gpus(8),
    [`${kits}/prod_01/site-10/local/resources.json.default`]: resources(
      `${MANAGERS}.passthrough_resource_manager.PassthroughResourceManager`,
      {},
    ),
    [`${kits}/prod_01/site-9/local/resources.json.default`]: resources('acme.Manager', {}),
    [`${kits}/prod_01/server/local/resources.json.default`]: '{ "components": [] }',
  });
  assert.deepEqual(Object.entries(sites), [
    ['site-1', 'num_of_gpus 4, mem_per_gpu_in_GiB 16'],
    ['site-2', 'num_of_gpus 8, mem_per_gpu_in_GiB 16'],
    ['site-3', 'gpu 2'],
    ['site-9', 'a resource manager of its own, acme.Manager'],
    ['site-10', 'whatever is asked for'],
  ]);
});

test('one file tells of its own sites, and a broken one of none', async () => {
  const tree = {
    'poc/site-1/local/resources.json': gpus(1),
    'project.yml': PROJECT,
    'x/site-4/local/resources.json': '{ "components": [',
  };
  assert.deepEqual(await sitesIn(tree, 'poc/site-1/local/resources.json'), { 'site-1': 'num_of_gpus 1, mem_per_gpu_in_GiB 16' });
  assert.deepEqual(await sitesIn(tree, 'x'), {});
});

test('arguments that the manager would not start with make an offer that is not known', async () => {
  const manager = `${MANAGERS}.gpu_resource_manager.GPUResourceManager`;
  const sites = await sitesIn({
    'a/site-1/local/resources.json': resources(manager, { num_of_gpus: '2', mem_per_gpu_in_GiB: 8 }),
  });
  assert.deepEqual(sites, { 'site-1': 'a GPU manager that needs a whole number as num_of_gpus' });
});

test('files that tell of sites', () => {
  const yes = ['site-1/local/resources.json', '/a/b/local/resources.json.default', 'project.yml', 'x/project.yaml'];
  const no = ['resources.json', 'local/resources.json.bak', 'my-project.yml', 'local/relay__resources.json'];
  assert.deepEqual([...yes, ...no].filter(isSiteFile), yes);
});

test('typed offers', () => {
  const { offers, otherwise, mistakes } = typedOffers(
    'site-1: num_of_gpus=2, mem_per_gpu_in_GiB=16.5; a, b: any\nc: gpu=4 ; *: none',
  );
  assert.deepEqual(
    [...offers].map(([site, offer]) => `${site}: ${offerText(offer)}`),
    ['site-1: num_of_gpus 2, mem_per_gpu_in_GiB 16.5', 'a: whatever is asked for', 'b: whatever is asked for', 'c: gpu 4'],
  );
  assert.equal(otherwise && offerText(otherwise), 'no GPUs');
  assert.deepEqual(mistakes, []);
});

test('what was typed wrongly is said, and the rest counts', () => {
  const { offers, mistakes } = typedOffers('num_of_gpus=2; a: two; b: num_of_gpus=1.5; c: any');
  assert.deepEqual([...offers.keys()], ['c']);
  assert.deepEqual(mistakes, [
    '"num_of_gpus=2" does not say which site offers it; write "site-1: num_of_gpus=2"',
    '"two" is no offer; write "num_of_gpus=2", "any" or "none"',
    'num_of_gpus must be a whole number, not 1.5',
  ]);
});
