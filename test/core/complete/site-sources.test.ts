import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KnownSite, mergeSites, provisionedSites } from '../../../src/core/complete/index';
import { formatOf, readConfig } from '../../../src/core/formats/index';
import { knownSites } from '../../../src/core/schedule/index';
import { caretIn, completionsFor } from '../../support/completing';
import { TEST_FORMATS } from '../../support/formats';
import { ENDINGS, FORMAT_NAMES, textIn } from '../../support/three-formats';

const KIT = JSON.stringify({
  format_version: 2,
  components: [
    {
      id: 'resource_manager',
      path: 'nvflare.app_common.resource_managers.gpu_resource_manager.GPUResourceManager',
      args: { num_of_gpus: 0, mem_per_gpu_in_GiB: 0 },
    },
  ],
});
const SERVER_KIT = '{ "format_version": 2, "servers": [], "components": [] }';
const PROJECT = `participants:
  - { name: server1, type: server, org: a }
  - { name: clinic-a, type: client, org: a }
  - { name: admin@a.org, type: admin, org: a, role: lead }
`;

/** Where a site may be known from: the files around the job, and the site that they tell of, with what is said of it. */
const SOURCES: readonly (readonly [what: string, files: Readonly<Record<string, string>>, site: string, detail: string])[] = [
  ['project.yml', { 'project.yml': PROJECT }, 'clinic-a', 'project.yml'],
  ['project.yaml of a folder', { 'provision/project.yaml': PROJECT }, 'clinic-a', 'project.yaml'],
  [
    'startup kits',
    {
      'workspace/example/prod_00/site-1/local/resources.json.default': KIT,
      'workspace/example/prod_00/server1/local/resources.json.default': SERVER_KIT,
    },
    'site-1',
    'startup kit',
  ],
  [
    'a POC workspace',
    {
      'nvflare/poc/example_project/prod_00/site-2/local/resources.json': KIT,
      'nvflare/poc/example_project/prod_00/server/local/resources.json.default': SERVER_KIT,
      'nvflare/poc/example_project/prod_00/admin@nvidia.com/local/resources.json.default': '{ "format_version": 1 }',
    },
    'site-2',
    'POC workspace',
  ],
];

for (const [what, files, site, detail] of SOURCES) {
  for (const format of FORMAT_NAMES) {
    test(`sites of ${what} are offered and nobody else, ${format}`, () => {
      const read = Object.entries(files).map(([file, text]) => ({
        file,
        root: readConfig(TEST_FORMATS, formatOf(file) ?? 'json', text).root,
      }));
      const sites = mergeSites(provisionedSites(knownSites(read)));
      assert.deepEqual(offered(format, '{"deploy_map": {"app": ["server", "|"]}}', sites), [[site, detail]]);
      assert.deepEqual(offered(format, '{"deploy_map": {"app": ["@ALL"]}, "mandatory_clients": ["|"]}', sites), [[site, detail]]);
      assert.deepEqual(
        offered(format, '{"deploy_map": {"app": ["|"]}}', sites).map(([name]) => name),
        ['@ALL', 'server', site],
      );
    });
  }
}

for (const format of FORMAT_NAMES) {
  test(`sites of this job and of other jobs are offered, ${format}`, () => {
    const others: readonly KnownSite[] = [{ name: 'site-9', from: 'job hello', isProvisioned: false }];
    const json =
      '{"deploy_map": {"app": ["server", "|"]}, "resource_spec": {"site-1": {"num_of_gpus": 1}}, "mandatory_clients": ["site-2"]}';
    assert.deepEqual(
      offered(format, json, others).map(([name, detail]) => `${name} ${detail}`),
      ['site-2 this job', 'site-1 this job · with site-2', 'site-9 job hello · with site-2'],
    );
  });
}

test('a provisioned site is offered before one that another job names, and once', () => {
  const sites = mergeSites([
    { name: 'site-1', from: 'job hello', isProvisioned: false },
    { name: 'a', from: 'job hello', isProvisioned: false },
    { name: 'site-1', from: 'startup kit', isProvisioned: true },
  ]);
  assert.deepEqual(
    sites.map(({ name, from }) => `${name} ${from}`),
    ['site-1 startup kit', 'a job hello'],
  );
});

for (const [json, isOffered] of [
  ['{"deploy_map": {"app": ["|"]}}', true],
  ['{"deploy_map": {"app": ["server", "|"]}}', false],
  ['{"deploy_map": {"app": ["server"], "other": ["|"]}}', false],
  ['{"deploy_map": {"app": ["@ALL"]}, "mandatory_clients": ["|"]}', false],
] as const) {
  for (const format of FORMAT_NAMES) {
    test(`@ALL is ${isOffered ? '' : 'not '}offered in ${json}, ${format}`, () => {
      const names = offered(format, json, [{ name: 'a', from: 'project.yml', isProvisioned: true }]).map(([name]) => name);
      assert.equal(names.includes('@ALL'), isOffered);
    });
  }
}

function offered(format: (typeof FORMAT_NAMES)[number], json: string, sites: readonly KnownSite[]) {
  const caret = caretIn(`--- !meta.json\n--- meta${ENDINGS[format]}\n${textIn(format, json)}`);
  return completionsFor(caret, sites).items.map(({ label, detail }) => [label, detail]);
}
