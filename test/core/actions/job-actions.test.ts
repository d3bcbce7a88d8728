import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JobAction } from '../../../src/core/actions/job-action';
import { siteActions } from '../../../src/core/actions/move-site';
import { organiseMeta } from '../../../src/core/actions/organise';
import { fixedText, resolveFix } from '../../../src/core/rules/resolve-fix';
import { TEST_FORMATS } from '../../support/formats';
import { wiredJob } from '../../support/wired-job';

/** The meta file after an action. */
function after(source: string, choose: (analysis: ReturnType<typeof wiredJob>) => JobAction | undefined): string | undefined {
  const analysis = wiredJob(source);
  const action = choose(analysis);
  const { meta } = analysis.job;
  const resolved = action && meta && resolveFix(action, TEST_FORMATS, () => meta.document);
  return resolved && meta && fixedText(resolved, meta.file, meta.document.text);
}

const SECOND_APP = `--- app_b/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }
`;

const METAS = {
  json: [
    `--- meta.json
{
  "name": "demo",
  "min_clients": 1,
  "deploy_map": {
    "app": ["server", "site-1", "site-2"],
    "app_b": ["site-3"]
  }
}`,
    `{
  "name": "demo",
  "min_clients": 1,
  "deploy_map": {
    "app": ["server", "site-1"],
    "app_b": ["site-3", "site-2"]
  }
}`,
    `{
  "name": "demo",
  "min_clients": 1,
  "deploy_map": {
    "app": ["server", "site-1"],
    "app_site-2": ["site-2"],
    "app_b": ["site-3"]
  }
}`,
  ],
  hocon: [
    `--- meta.conf
name = demo
min_clients = 1
deploy_map {
  app = ["server", "site-1", "site-2"] # the hospitals
  app_b = ["site-3"]
}`,
    `name = demo
min_clients = 1
deploy_map {
  app = ["server", "site-1"] # the hospitals
  app_b = ["site-3", "site-2"]
}`,
    `name = demo
min_clients = 1
deploy_map {
  app = ["server", "site-1"] # the hospitals
  app_site-2 = ["site-2"]
  app_b = ["site-3"]
}`,
  ],
  yaml: [
    `--- target 2.7
--- meta.yml
name: demo
min_clients: 1
deploy_map:
  app:
    - server
    - site-1 # the first
    - site-2
  app_b: [site-3]`,
    `name: demo
min_clients: 1
deploy_map:
  app:
    - server
    - site-1 # the first
  app_b: [site-3, site-2]`,
    `name: demo
min_clients: 1
deploy_map:
  app:
    - server
    - site-1 # the first
  app_site-2: [site-2]
  app_b: [site-3]`,
  ],
} as const;

for (const [format, [meta, moved, extracted]] of Object.entries(METAS)) {
  const source = `\n${meta}\n${SECOND_APP}`;
  const action = (kind: JobAction['kind']) => (analysis: ReturnType<typeof wiredJob>) => {
    const site = analysis.job.deployment.bySite.get('site-2')?.[0];
    return site && siteActions(analysis.job, site).find((found) => found.kind === kind);
  };

  test(`${format}: a site moves to another app`, () => assert.equal(after(source, action('move')), moved));

  test(`${format}: a site gets a copy of its app as its own`, () => {
    assert.equal(after(source, action('extract')), extracted);
    const made = action('extract')(wiredJob(source));
    assert.deepEqual(made?.copies, [{ from: 'app', to: 'app_site-2' }]);
    assert.equal(made?.title, 'Extract site-2 into its own app "app_site-2"');
  });
}

/** The titles of what is offered for a site. */
function offered(source: string, site: string): readonly string[] {
  const { job } = wiredJob(source);
  const use = job.deployment.bySite.get(site)?.[0];
  return use ? siteActions(job, use).map(({ title }) => title) : [];
}

const map = (value: string) => `\n--- meta.json\n{ "name": "demo", "min_clients": 1, "deploy_map": ${value} }\n${SECOND_APP}`;

test('only what leaves a whole job is offered', () => {
  assert.deepEqual(offered(map('{ "app": ["@ALL"] }'), '@ALL'), []);
  assert.deepEqual(offered(map('{ "app": ["server", "site-1"], "app_b": ["site-2"] }'), 'site-2'), [], 'nobody else gets app_b');
  assert.deepEqual(
    offered(map('{ "app": ["server", "site-1"], "app_b": ["site-2"] }'), 'server'),
    ['Extract server into its own app "app_server"'],
    'app_b has no configuration for the server',
  );
  assert.deepEqual(offered(map('{ "app": ["server", "a b"], "app_b": ["c"] }'), 'a b'), [
    'Move a b to app "app_b"',
    'Extract a b into its own app "app_a_b"',
  ]);
});

test('sites in objects move as those in lists do', () => {
  const source = map('{ "app": { "targets": ["server", "site-1", "site-2"] }, "app_b": { "sites": ["site-3"] } }');
  const at = (kind: JobAction['kind']) =>
    after(source, ({ job }) => {
      const site = job.deployment.bySite.get('site-2')?.[0];
      return site && siteActions(job, site).find((found) => found.kind === kind);
    });
  assert.match(
    at('move') ?? '',
    /"app": \{ "targets": \["server", "site-1"\] \}, "app_b": \{ "sites": \["site-3", "site-2"\] \}/,
  );
  assert.match(at('extract') ?? '', /"app_site-2": \{ "targets": \["site-2"\] \}, "app_b"/);
});

test('the name of the new app is one that is free', () => {
  const source = `${map('{ "app": ["server", "site-1"] }')}--- app_site-1/readme.txt\n`;
  assert.deepEqual(offered(source, 'site-1'), ['Extract site-1 into its own app "app_site-1_2"']);
});

const organised = (source: string) => after(source, ({ job }) => organiseMeta(job));

test('a meta file is put into the order of its description, with its comments', () => {
  assert.equal(
    organised(`
--- meta.json
{
  "resource_spec": {},
  "min_clients": 1,
  "note": 1,
  "deploy_map": { "app": ["@ALL"] },
  "name": "demo"
}`),
    `{
  "name": "demo",
  "deploy_map": { "app": ["@ALL"] },
  "min_clients": 1,
  "resource_spec": {},
  "note": 1
}`,
  );
  assert.equal(
    organised(`
--- meta.conf
# how many must be there
min_clients = 1
# who gets what
deploy_map { app = ["@ALL"] }
name = demo # ours
`),
    `name = demo # ours
# who gets what
deploy_map { app = ["@ALL"] }
# how many must be there
min_clients = 1
`,
  );
  assert.equal(
    organised(`
--- target 2.7
--- meta.yml
# a job
min_clients: 1
# who gets what
deploy_map:
  app: ["@ALL"]
name: demo # ours
scope: x
`),
    `# a job
name: demo # ours
# who gets what
deploy_map:
  app: ["@ALL"]
min_clients: 1
scope: x`,
  );
});

test('what is in order stays, and a file without a name does not begin with an object', () => {
  assert.equal(
    organised('\n--- meta.json\n{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "x": 1, "status": "X" }'),
    undefined,
  );
  assert.equal(
    organised('\n--- meta.json\n{ "deploy_map": { "app": ["@ALL"] }, "min_clients": 1 }'),
    '{ "min_clients": 1, "deploy_map": { "app": ["@ALL"] } }',
  );
});
