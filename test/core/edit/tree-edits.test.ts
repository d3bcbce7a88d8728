import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addApp, followFolder, removeApps } from '../../../src/core/edit/edit-apps';
import { addSite, moveSites, namedElsewhere, removeSites, setMandatory } from '../../../src/core/edit/edit-sites';
import type { EditPlan, Refusal } from '../../../src/core/edit/plan';
import type { Job } from '../../../src/core/job/model';
import { edited } from '../../support/edited-job';
import { TEST_FORMATS } from '../../support/formats';
import { wiredJob } from '../../support/wired-job';

type Edit = (checked: { readonly job: Job }) => EditPlan | Refusal;

const move =
  (sites: readonly string[], to: string): Edit =>
  (checked) =>
    moveSites(checked, sites, to);

/** What became of the meta file; the sentence of a refusal. */
function metaAfter(file: string, text: string, edit: Edit, head = ''): string | undefined {
  const { job } = wiredJob(`${head}\n--- ${file}\n${text}`);
  const result = edited(job, edit({ job }));
  return typeof result === 'string' ? result : (result.texts[file] ?? text);
}

interface Golden {
  readonly what: string;
  readonly edit: Edit;
  readonly json: readonly [before: string, after: string];
  readonly hocon: readonly [before: string, after: string];
  readonly yaml: readonly [before: string, after: string];
}

const GOLDEN: readonly Golden[] = [
  {
    what: 'moves two sites to another app, and leaves comments where they are',
    edit: move(['site-1', 'site-2'], 'other'),
    json: [
      '{ "deploy_map": { "app": ["server", "site-1", "site-2"], "other": ["site-3"] } }',
      '{ "deploy_map": { "app": ["server"], "other": ["site-3", "site-1", "site-2"] } }',
    ],
    hocon: [
      'deploy_map {\n  app = [server, site-1, site-2] # first\n  other = [\n    "site-3" // third\n  ]\n}\n',
      'deploy_map {\n  app = [server] # first\n  other = [\n    "site-3" // third\n    "site-1"\n    "site-2"\n  ]\n}\n',
    ],
    yaml: [
      'deploy_map:\n  app: [server, site-1, site-2] # first\n  other:\n    - site-3 # third\n',
      'deploy_map:\n  app: [server] # first\n  other:\n    - site-3 # third\n    - site-1\n    - site-2\n',
    ],
  },
  {
    what: 'adds a site',
    edit: (checked) => addSite(checked, 'site-9', 'app'),
    json: ['{ "deploy_map": { "app": ["server", "site-1"] } }', '{ "deploy_map": { "app": ["server", "site-1", "site-9"] } }'],
    hocon: ['deploy_map { app = [server, site-1] }\n', 'deploy_map { app = [server, site-1, "site-9"] }\n'],
    yaml: ['deploy_map: { app: [server, site-1] }\n', 'deploy_map: { app: [server, site-1, site-9] }\n'],
  },
  {
    what: 'removes a site wherever it is named',
    edit: (checked) => removeSites(checked, ['site-1'], true),
    json: [
      '{\n  "deploy_map": { "app": ["server", "site-1", "site-2"] },\n  "mandatory_clients": ["site-1", "site-2"],\n  "resource_spec": {\n    "site-1": { "num_of_gpus": 1 },\n    "site-2": { "num_of_gpus": 2 }\n  }\n}\n',
      '{\n  "deploy_map": { "app": ["server", "site-2"] },\n  "mandatory_clients": ["site-2"],\n  "resource_spec": {\n    "site-2": { "num_of_gpus": 2 }\n  }\n}\n',
    ],
    hocon: [
      'deploy_map { app = [server, site-1, site-2] }\nmandatory_clients = [site-1, site-2]\nresource_spec {\n  site-1 { num_of_gpus = 1 }\n  site-2 { num_of_gpus = 2 } # big\n}\n',
      'deploy_map { app = [server, site-2] }\nmandatory_clients = [site-2]\nresource_spec {\n  site-2 { num_of_gpus = 2 } # big\n}\n',
    ],
    yaml: [
      'deploy_map: { app: [server, site-1, site-2] }\nmandatory_clients: [site-1, site-2]\nresource_spec:\n  site-1: { num_of_gpus: 1 }\n  site-2: { num_of_gpus: 2 } # big\n',
      'deploy_map: { app: [server, site-2] }\nmandatory_clients: [site-2]\nresource_spec:\n  site-2: { num_of_gpus: 2 } # big\n',
    ],
  },
  {
    what: 'makes sites mandatory',
    edit: (checked) => setMandatory(checked, ['site-1', 'site-2'], true),
    json: [
      '{\n  "min_clients": 1,\n  "deploy_map": { "app": ["server", "site-1", "site-2"] }\n}\n',
      '{\n  "min_clients": 1,\n  "mandatory_clients": ["site-1", "site-2"],\n  "deploy_map": { "app": ["server", "site-1", "site-2"] }\n}\n',
    ],
    hocon: [
      'min_clients = 1 # few\ndeploy_map { app = [server, site-1, site-2] }\n',
      'min_clients = 1 # few\nmandatory_clients = ["site-1", "site-2"]\ndeploy_map { app = [server, site-1, site-2] }\n',
    ],
    yaml: [
      'min_clients: 1 # few\ndeploy_map: { app: [server, site-1, site-2] }\n',
      'min_clients: 1 # few\nmandatory_clients: [site-1, site-2]\ndeploy_map: { app: [server, site-1, site-2] }\n',
    ],
  },
  {
    what: 'makes a site no longer mandatory',
    edit: (checked) => setMandatory(checked, ['site-1'], false),
    json: [
      '{ "mandatory_clients": ["site-2", "site-1"], "deploy_map": { "app": ["server", "site-1", "site-2"] } }',
      '{ "mandatory_clients": ["site-2"], "deploy_map": { "app": ["server", "site-1", "site-2"] } }',
    ],
    hocon: [
      'mandatory_clients = [site-2, site-1] # who\ndeploy_map { app = [server, site-1, site-2] }\n',
      'mandatory_clients = [site-2] # who\ndeploy_map { app = [server, site-1, site-2] }\n',
    ],
    yaml: [
      'mandatory_clients: [site-2, site-1] # who\ndeploy_map: { app: [server, site-1, site-2] }\n',
      'mandatory_clients: [site-2] # who\ndeploy_map: { app: [server, site-1, site-2] }\n',
    ],
  },
  {
    what: 'removes an app',
    edit: (checked) => removeApps(checked, ['other']),
    json: [
      '{\n  "deploy_map": {\n    "app": ["server"],\n    "other": ["site-1"]\n  }\n}\n',
      '{\n  "deploy_map": {\n    "app": ["server"]\n  }\n}\n',
    ],
    hocon: ['deploy_map {\n  app = [server] # one\n  other = [site-1]\n}\n', 'deploy_map {\n  app = [server] # one\n}\n'],
    yaml: ['deploy_map:\n  app: [server] # one\n  other: [site-1]\n', 'deploy_map:\n  app: [server] # one\n'],
  },
  {
    what: 'removes several apps at once',
    edit: (checked) => removeApps(checked, ['app', 'other', 'missing']),
    json: [
      '{\n  "deploy_map": {\n    "app": ["server"],\n    "main": ["site-2"],\n    "other": ["site-1"]\n  }\n}\n',
      '{\n  "deploy_map": {\n    "main": ["site-2"]\n  }\n}\n',
    ],
    hocon: [
      'deploy_map {\n  app = [server]\n  main = [site-2] # one\n  other = [site-1]\n}\n',
      'deploy_map {\n  main = [site-2] # one\n}\n',
    ],
    yaml: ['deploy_map:\n  app: [server]\n  main: [site-2] # one\n  other: [site-1]\n', 'deploy_map:\n  main: [site-2] # one\n'],
  },
  {
    what: 'follows a folder that gets another name',
    edit: (checked) => followFolder(checked, 'other', 'trainer') ?? { refused: 'nothing to do' },
    json: [
      '{ "deploy_map": { "app": ["server"], "other": ["site-1"] } }',
      '{ "deploy_map": { "app": ["server"], "trainer": ["site-1"] } }',
    ],
    hocon: [
      'deploy_map { app = [server], "other" = [site-1] } # who\n',
      'deploy_map { app = [server], "trainer" = [site-1] } # who\n',
    ],
    yaml: [
      "deploy_map: { app: [server], 'other': [site-1] } # who\n",
      "deploy_map: { app: [server], 'trainer': [site-1] } # who\n",
    ],
  },
];

const FILES = { json: 'meta.json', hocon: 'meta.conf', yaml: 'meta.yml' } as const;

for (const { what, edit, ...texts } of GOLDEN) {
  for (const format of ['json', 'hocon', 'yaml'] as const) {
    test(`${what} (${format})`, () => {
      const [before, after] = texts[format];
      // Examples lose the line end of their last line.
      assert.equal(metaAfter(FILES[format], before, edit)?.trimEnd(), after.trimEnd());
    });
  }
}

const map = (apps: string) => `{ "deploy_map": { ${apps} } }`;

const FORMS: readonly (readonly [what: string, before: string, edit: Edit, after: string])[] = [
  [
    'the text of an app with one site becomes a list',
    '"app": ["server", "site-1"], "b": "site-2"',
    move(['site-1'], 'b'),
    '"app": ["server"], "b": ["site-2", "site-1"]',
  ],
  [
    'an app that was a text has no site left',
    '"app": ["server"], "b": "site-2"',
    move(['site-2'], 'app'),
    '"app": ["server", "site-2"], "b": []',
  ],
  [
    'the list of an object grows and shrinks',
    '"app": { "targets": ["server", "site-1"] }, "b": { "sites": ["site-2"] }',
    move(['site-1'], 'b'),
    '"app": { "targets": ["server"] }, "b": { "sites": ["site-2", "site-1"] }',
  ],
  [
    'an object in a list goes with its last site',
    '"app": ["server", { "sites": ["site-1"] }], "b": [{ "sites": ["site-2", "site-3"] }]',
    move(['site-1', 'site-3'], 'b'),
    '"app": ["server"], "b": [{ "sites": ["site-2", "site-3"] }, "site-1"]',
  ],
  [
    'a site of two apps gets the one that it is moved to',
    '"app": ["server", "site-1"], "b": ["site-1"], "c": []',
    move(['site-1'], 'c'),
    '"app": ["server"], "b": [], "c": ["site-1"]',
  ],
  ['a site that is there already stays', '"app": ["server", "site-1"]', move(['site-1'], 'app'), '"app": ["server", "site-1"]'],
  ['all sites move as one', '"app": ["@ALL"], "b": []', move(['@ALL'], 'b'), '"app": [], "b": ["@ALL"]'],
  ['a site without an app gets one', '"app": ["server"]', move(['site-7'], 'app'), '"app": ["server", "site-7"]'],
];

for (const [what, before, edit, after] of FORMS) {
  test(what, () => {
    assert.equal(metaAfter('meta.json', map(before), edit), map(after));
  });
}

const REFUSED: readonly (readonly [what: string, text: string, edit: Edit, reason: RegExp])[] = [
  ['a site beside @ALL', map('"app": ["@ALL"]'), move(['site-1'], 'app'), /already means every site/],
  ['a site to an app that nobody deploys', map('"b": ["server"]'), move(['server'], 'app'), /does not name app "app"/],
  ['@ALL to an app with sites', map('"app": ["@ALL"], "b": ["x"]'), move(['@ALL'], 'b'), /cannot stand beside others/],
  ['a site twice', map('"app": ["server", "x"]'), (checked) => addSite(checked, 'x', 'app'), /already names a site "x"/],
  ['a name that no site has', map('"app": ["server"]'), (checked) => addSite(checked, 'a b', 'app'), /only letters, digits/],
  [
    'to make the server mandatory',
    map('"app": ["server"]'),
    (checked) => setMandatory(checked, ['server'], true),
    /Only a client/,
  ],
  [
    'to make a site mandatory that gets no app',
    map('"app": ["server"]'),
    (checked) => setMandatory(checked, ['x'], true),
    /No app goes/,
  ],
  ['sites that are no list', map('"app": 3, "b": ["x"]'), move(['x'], 'app'), /not written as a list/],
  [
    'sites that come by a reference',
    'all = [server]\ndeploy_map { app = ${all}, b = [x] }',
    move(['x'], 'app'),
    /meta.conf, line \d: what stands there comes from another place/,
  ],
  [
    'a second app of a name',
    map('"app": ["server"]'),
    (checked) => addApp(checked, 'app', [], TEST_FORMATS),
    /already has an app/,
  ],
  [
    'a name that the server refuses',
    map('"app": ["server"]'),
    (checked) => addApp(checked, 'a/b', [], TEST_FORMATS),
    /cannot be the name/,
  ],
];

for (const [what, text, edit, reason] of REFUSED) {
  test(`refuses ${what}`, () => {
    assert.match(metaAfter(text.startsWith('{') ? 'meta.json' : 'meta.conf', text, edit) ?? '', reason);
  });
}

test('says where else a site is named that is to be removed', () => {
  const { job } = wiredJob(
    '\n--- meta.json\n{ "deploy_map": { "app": ["server", "x"] }, "mandatory_clients": ["x"], "launcher_spec": { "x": {} } }',
  );
  assert.deepEqual(
    namedElsewhere({ job }, ['x', 'server']).map(({ as }) => as),
    ['mandatory_clients', 'launcher_spec'],
  );
});

test('a new app brings the least that runs where it goes, in the format of the job', () => {
  const { job } = wiredJob(`
--- meta.json
{ "deploy_map": { "app": ["server", "x"] } }
--- !app/config/config_fed_server.json
--- !app/config/config_fed_client.json
--- app/config/config_fed_server.conf
format_version = 2`);
  const result = edited(job, addApp({ job }, 'b', ['x'], TEST_FORMATS));
  assert.ok(typeof result !== 'string');
  assert.deepEqual(result.texts, { 'meta.json': '{ "deploy_map": { "app": ["server"], "b": ["x"] } }' });
  assert.equal(result.moves.length, 1);
  assert.match(result.moves[0] ?? '', /"create-file","file":"b\/config\/config_fed_client\.conf","text":"format_version = 2/);
});

test('a folder that leaves the job, or takes a name that is taken, changes nothing', () => {
  const { job } = wiredJob('\n--- meta.json\n{ "deploy_map": { "app": ["server"], "b": ["x"] } }');
  assert.equal(followFolder({ job }, 'app', 'sub/app'), undefined);
  assert.equal(followFolder({ job }, 'app', 'b'), undefined);
  assert.equal(followFolder({ job }, 'app/config', 'configs'), undefined);
  assert.equal(followFolder({ job }, 'notes', 'texts'), undefined);
});
