import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byocReasons, usesPredeployedFlower } from '../../../src/core/manifest/byoc';
import { forecast, type Needs } from '../../../src/core/manifest/forecast';
import { findPolicies } from '../../../src/core/manifest/index';
import type { Permission, Person } from '../../../src/core/manifest/policy';
import { TEST_FORMATS } from '../../support/formats';
import { memoryFileSystem } from '../../support/memory-file-system';
import { wiredJob } from '../../support/wired-job';

/** The rights that NVFLARE provisions. */
const DEFAULT = JSON.stringify({
  format_version: '1.0',
  permissions: {
    project_admin: 'any',
    org_admin: { submit_job: 'none', byoc: 'none', view: 'any' },
    lead: { submit_job: 'any', byoc: 'any', view: 'any' },
    member: { view: 'any' },
  },
});
const STRICT = JSON.stringify({ format_version: '1.0', permissions: { lead: { byoc: ['o:site', 'not n:eve'] } } });

const KITS = {
  'poc/prod_00/server/startup/fed_server.json': '{}',
  'poc/prod_00/server/local/authorization.json.default': DEFAULT,
  'poc/prod_00/site-1/startup/fed_client.json': '{}',
  'poc/prod_00/site-1/local/authorization.json.default': DEFAULT,
  'poc/prod_00/site-2/local/authorization.json.default': DEFAULT,
  'poc/prod_00/site-2/local/authorization.json': STRICT,
};

const said = (permission: Permission | undefined) =>
  permission === undefined ? '?' : permission.kind === 'if' ? `if ${permission.condition}` : permission.kind;

async function roles(
  tree: Readonly<Record<string, string>>,
  needs: Needs,
  who: Partial<Person> = {},
): Promise<readonly string[]> {
  const { roles: found } = forecast(await findPolicies(memoryFileSystem(tree), 'poc', TEST_FORMATS), needs, who);
  return found.map(
    ({ role, submit, sites }) =>
      `${role}: ${[said(submit), ...sites.map(({ site, permission }) => `${site} ${said(permission)}`)].join(', ')}`,
  );
}

test('who may submit a job without code of its own', async () => {
  assert.deepEqual(await roles(KITS, { byoc: [], flower: false }), [
    'project_admin: yes',
    'org_admin: no',
    'lead: yes',
    'member: no',
  ]);
});

test('code of its own needs a right at every site that gets it; the edited file of a site counts', async () => {
  assert.deepEqual(await roles(KITS, { byoc: 'all', flower: false }), [
    'project_admin: yes, server yes, site-1 yes, site-2 no',
    'org_admin: no, server no, site-1 no, site-2 no',
    'lead: yes, server yes, site-1 yes, site-2 if o:site and not n:eve',
    'member: no, server no, site-1 no, site-2 no',
  ]);
  assert.deepEqual(await roles(KITS, { byoc: ['site-1'], flower: false }, { role: 'lead' }), ['lead: yes, site-1 yes']);
});

test('what is known of the person settles conditions', async () => {
  assert.deepEqual(await roles(KITS, { byoc: ['site-2'], flower: false }, { role: 'lead', name: 'eve' }), [
    'lead: yes, site-2 no',
  ]);
  assert.deepEqual(await roles(KITS, { byoc: ['site-2'], flower: false }, { role: 'lead', name: 'ann' }), [
    'lead: yes, site-2 if o:site',
  ]);
});

test('a policy that NVFLARE does not start with is told of', async () => {
  const broken = {
    'poc/site-1/local/authorization.json': '{ "format_version": "1.0", "permissions": { "lead": { "byoc": "sometimes" } } }',
  };
  const found = forecast(await findPolicies(memoryFileSystem(broken), 'poc', TEST_FORMATS), { byoc: 'all', flower: false });
  assert.deepEqual(found, {
    roles: [],
    broken: [{ file: 'poc/site-1/local/authorization.json', why: 'the condition "sometimes" cannot be read' }],
  });
});

const reasons = (source: string) =>
  byocReasons(wiredJob(source).job).map(({ text, sites }) => `${text} @ ${sites?.join(', ') ?? 'all'}`);

test('a folder "custom" is code of its own for the sites of its app, even when it is empty', () => {
  const meta =
    '--- meta.json\n{ "name": "demo", "deploy_map": { "app": ["server"], "b": ["site-1"] } }\n--- b/config/config_fed_client.json\n{}\n';
  assert.deepEqual(reasons(`${meta}--- b/custom/a.py\na = 1`), ['the app b has a folder "custom" (1 file) @ site-1']);
  assert.deepEqual(reasons('\n--- app/custom/'), ['the app app has a folder "custom" (empty) @ all']);
  assert.deepEqual(reasons('\n--- link app/custom/'), [
    'the app app has a folder "custom" (a link, which is sent as an empty folder) @ all',
  ]);
  assert.deepEqual(reasons(meta), []);
});

test('since 2.9 who chooses an image brings code', () => {
  const meta = (target: string) => `
--- target ${target}
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", "site-2"] }, "launcher_spec": { "site-1": { "docker": { "image": "a:1", "shm_size": "1g" } } } }`;
  assert.deepEqual(reasons(meta('2.9')), ['the launcher option "image" of docker chooses what runs @ site-1']);
  assert.deepEqual(reasons(meta('2.8')), []);
});

test('from 2.5 to 2.7 the author could say that there is code', () => {
  const meta = (target: string) =>
    `\n--- target ${target}\n--- meta.json\n{ "name": "demo", "byoc": true, "deploy_map": { "app": ["@ALL"] } }`;
  assert.deepEqual(
    ['2.4', '2.5', '2.7', '2.8'].map((target) => reasons(meta(target)).length),
    [0, 1, 1, 0],
  );
});

test('a Flower app on the server needs a right of its own in 2.9', () => {
  const config = (target: string) => `
--- target ${target}
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "x.Y", "args": { "flower_app_path": "/apps/f" } }] }`;
  assert.deepEqual(
    ['2.9', '2.8'].map((target) => usesPredeployedFlower(wiredJob(config(target)).job)),
    [true, false],
  );
});
