import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../src/core/actions/index';
import { type Analysis, analyze } from '../../src/core/analyze';
import { moveSites, namedElsewhere, removeSites, setMandatory } from '../../src/core/edit/edit-sites';
import { planRename, renameableAt } from '../../src/core/edit/rename';
import { buildGraph, outlineOf } from '../../src/core/graph/index';
import { NEWEST } from '../../src/core/job/release';
import { leaving } from '../../src/core/leaving/leaving';
import { lensesOf } from '../../src/core/lenses/lenses';
import { usesPredeployedFlower } from '../../src/core/manifest/byoc';
import { compareJobs } from '../../src/core/review/index';
import { ALL_RULES } from '../support/all-rules';
import { edited } from '../support/edited-job';
import { sourcesOf } from '../support/example-job';
import { TEST_FORMATS } from '../support/formats';
import { SHAPES } from '../support/grown-job';

// What grows faster than a job does takes minutes at these sizes.
const TIMEOUT = { timeout: 60_000 };

function grown(name: string, size: number): Analysis {
  const shape = SHAPES.find((each) => each.name === name);
  assert.ok(shape, name);
  return checked(sourcesOf('grown', new Map(Object.entries(shape.files(size)))));
}

function checked(sources: Parameters<typeof analyze>[0]): Analysis {
  const analysis = analyze(sources, { target: NEWEST, ...ALL_RULES });
  assert.deepEqual(analysis.failures, []);
  return analysis;
}

function clients({ job }: Analysis): readonly string[] {
  return job.deployment.sites.map(({ value }) => value).filter((site) => site !== 'server');
}

test('what the tree does to all of ten thousand sites', TIMEOUT, () => {
  const analysis = grown('sites', 10_000);
  const sites = clients(analysis);
  assert.equal(namedElsewhere(analysis, sites).length, 20_000);
  for (const plan of [
    moveSites(analysis, sites, 'other'),
    removeSites(analysis, sites, true),
    setMandatory(analysis, sites, false),
  ]) {
    const made = edited(analysis.job, plan);
    assert.ok(typeof made !== 'string');
    JSON.parse(made.texts['meta.json'] ?? '');
  }
});

test('all fixes of a meta file in which all is wrong for thousands of sites', TIMEOUT, () => {
  const analysis = grown('sites, all wrong', 3000);
  const edits = fixAll({ analysis, formats: TEST_FORMATS }, checked, {});
  assert.ok(edits.length > 0);
});

test('a thousand components of which each is wrong', TIMEOUT, () => {
  const analysis = grown('components, all wrong', 1000);
  const { job, wiring, findings } = analysis;
  const graph = buildGraph(job, wiring, findings);
  assert.ok(graph.nodes.length > 1000);
  // What is of no help to anybody is left out: no message or list holds all names.
  for (const { code, message, related, fixes } of findings) {
    assert.ok(message.length < 2000, `${code}: ${message.length}`);
    assert.ok(related.length <= 30 && fixes.length <= 10, code);
  }
});

test('thousands of healthy components: their graph, lenses, what leaves and what is new', TIMEOUT, () => {
  const analysis = grown('components, healthy', 2000);
  const { job, wiring, findings } = analysis;
  assert.ok(wiring);
  const graph = buildGraph(job, wiring, findings);
  assert.ok(outlineOf(graph).length > 0);
  assert.equal(leaving(job, wiring).apps[0]?.paths.length, 2000);
  assert.equal(lensesOf(analysis, 'app/config/config_fed_client.json').filter(({ title }) => /filter/.test(title)).length, 2000);
  assert.deepEqual(compareJobs({ job, wiring }, { job, wiring }), []);
});

test('a site gets another name in a job of a thousand apps', TIMEOUT, () => {
  const analysis = grown('apps', 1000);
  const text = analysis.job.meta?.document.text ?? '';
  const what = renameableAt(analysis, 'meta.json', text.indexOf('site-999') + 1);
  assert.ok('kind' in what);
  const made = edited(analysis.job, planRename(analysis, what, 'other-site'));
  assert.ok(typeof made !== 'string');
  assert.deepEqual(Object.keys(made.texts), ['meta.json']);
});

test('lists longer than the arguments of a call may be', TIMEOUT, () => {
  const long = 150_000;
  const meta = '{ "name": "demo", "min_clients": 1, "deploy_map": { "app": ["@ALL"] } }';
  const server = JSON.stringify({ format_version: 2, workflows: [], components: [], data: Array(long).fill(1) });
  const hocon = `format_version = 2\nexecutors = []\ncomponents = []\ndata = [${'a b,'.repeat(long)}]\n`;
  const python = `class A:\n    x = f(${'1,'.repeat(long)})\n`;
  const analysis = checked(
    sourcesOf(
      'grown',
      new Map([
        ['meta.json', meta],
        ['app/config/config_fed_server.json', server],
        ['app/config/config_fed_client.conf', hocon],
        ['app/custom/a.py', python],
      ]),
    ),
  );
  const { job, wiring } = analysis;
  assert.ok(wiring);
  assert.deepEqual(compareJobs({ job, wiring }, { job, wiring }), []);
  assert.equal(usesPredeployedFlower(job), false);
});
