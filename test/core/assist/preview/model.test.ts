import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../../src/core/analyze';
import { type PreviewModel, previewModel } from '../../../../src/core/assist/preview/model';
import { type PreviewTarget, previewPlace } from '../../../../src/core/assist/preview/place';
import type { Job } from '../../../../src/core/job/model';
import { META_RULES } from '../../../support/all-rules';
import { exampleJob } from '../../../support/example-job';

function check(source: string): { readonly job: Job; readonly model: PreviewModel } {
  const { sources, target } = exampleJob(source);
  const { job, findings, rejected } = analyze(sources, { target, ...META_RULES });
  const model = previewModel(job, findings, rejected);
  assert.deepEqual(JSON.parse(JSON.stringify(model)), model, 'the model survives JSON');
  return { job, model };
}

function meta(value: unknown, more = ''): string {
  return `\n${more}--- meta.json\n${JSON.stringify(value, undefined, 2)}`;
}

/** A row of the matrix: `●` for the app that the site gets, `○` for one that it does not get although it is named there. */
function matrix({ apps, sites }: PreviewModel): readonly string[] {
  return sites.map(({ name, apps: own, how, mandatory }) => {
    const cells = apps.map((_, index) => (own[0] === index && how ? '●' : own.includes(index) ? '○' : '·')).join('');
    return `${name} ${cells}${mandatory ? ' mandatory' : ''}`;
  });
}

function facts({ facts: list }: PreviewModel): readonly string[] {
  return list.map(({ label, value, note, isWrong }) => `${isWrong ? '! ' : ''}${label}: ${value} (${note})`);
}

function setups({ sites, setups: list }: PreviewModel): readonly string[] {
  return list.map(({ options, notes }, index) => {
    const names = sites.filter(({ setup }) => setup === index).map(({ name }) => name);
    const lines = options.map(({ key, value, readBy, map, from }) => `${key}=${value} for ${readBy}, ${map} ${from ?? 'own'}`);
    return [`${names.join(' ')}:`, ...lines, ...notes].join('\n');
  });
}

const APPS = '--- !app\n--- a/config/config_fed_server.json\n{}\n--- b/config/config_fed_client.json\n{}\n';
const LUNG = meta(
  {
    name: 'lung',
    min_clients: 2,
    mandatory_clients: ['site-1'],
    deploy_map: { a: ['server'], b: ['site-1', 'site-2', 'site-3'] },
    resource_spec: { '@default': { num_of_gpus: 1 }, 'site-2': { num_of_gpus: 2, mem_per_gpu_in_GiB: 16 } },
    launcher_spec: { default: { docker: { image: 'fl:1' } }, 'site-3': { docker: { shm_size: '8g' } } },
  },
  APPS,
);

test('rows are sites, columns are apps, the server first', () => {
  const { model } = check(LUNG);
  assert.deepEqual(
    model.apps.map(({ name }) => name),
    ['a', 'b'],
  );
  assert.deepEqual(matrix(model), ['server ●·', 'site-1 ·● mandatory', 'site-2 ·●', 'site-3 ·●']);
});

test('the summary says what the job needs', () => {
  assert.deepEqual(facts(check(LUNG).model), [
    'Apps: 2 (no custom code)',
    'Sites: 4 (server, 3 clients)',
    'Clients needed: 2 of 3 (1 may stay away)',
    'Mandatory: 1 (site-1)',
    'GPUs: 4 (asked of 3 clients)',
  ]);
});

test('equal sites share a setup, and each option says who reads it and where it is from', () => {
  assert.deepEqual(setups(check(LUNG).model), [
    'server:\nnum_of_gpus=1 for launcher, resource_spec @default\nimage="fl:1" for docker, launcher_spec default',
    'site-1:\nnum_of_gpus=1 for resource manager, launcher, resource_spec @default\nimage="fl:1" for docker, launcher_spec default',
    'site-2:\nnum_of_gpus=2 for resource manager, launcher, resource_spec own\nmem_per_gpu_in_GiB=16 for resource manager, resource_spec own\nimage="fl:1" for docker, launcher_spec default',
    'site-3:\nnum_of_gpus=1 for resource manager, launcher, resource_spec @default\nimage="fl:1" for docker, launcher_spec default\nshm_size="8g" for docker, launcher_spec own',
  ]);
});

test('@ALL is a row of its own, and what is named beside it another', () => {
  const { model } = check(
    meta({
      name: 'x',
      deploy_map: { app: ['@ALL'] },
      resource_spec: { '@default': { num_of_gpus: 1 }, 'site-7': { num_of_gpus: 3 } },
    }),
  );
  assert.deepEqual(matrix(model), ['server ●', '@ALL ●', 'site-7 ●']);
  assert.deepEqual(facts(model), [
    'App: 1 (no custom code)',
    'Sites: All (server, every client, 1 of them named)',
    'Clients needed: 1 (any others may stay away)',
    'Mandatory: None (no client in particular)',
    'GPUs: 1 each (3 at the 1 named)',
  ]);
});

test('a site that two apps name gets the first; the other is shown as lost', () => {
  const { model } = check(
    meta({ name: 'x', deploy_map: { app: ['server', 's1'], b: ['s1'] } }, '--- b/config/config_fed_client.json\n{}\n'),
  );
  assert.deepEqual(matrix(model), ['server ●·', 's1 ●○']);
});

test('sites without an app come last', () => {
  const { model } = check(meta({ name: 'x', deploy_map: { app: ['server', 's1'] }, resource_spec: { s9: { num_of_gpus: 1 } } }));
  assert.deepEqual(matrix(model), ['server ●', 's1 ●', 's9 ·']);
  assert.equal(facts(model)[1], 'Sites: 2 (server, 1 client; 1 without app)');
  assert.equal(model.sites[2]?.warnings, 1);
});

test('what cannot work is marked', () => {
  const few = check(meta({ name: 'x', min_clients: 3, deploy_map: { app: ['server', 's1'] }, mandatory_clients: ['s2'] })).model;
  assert.deepEqual(facts(few).slice(2, 4), ['! Clients needed: 3 of 1 (only 1 named)', '! Mandatory: 1 (s2: no app)']);
  const text = check(meta({ name: 'x', min_clients: '3', deploy_map: { app: ['@ALL'] } })).model;
  assert.equal(facts(text)[2], '! Clients needed: ? (min_clients is no whole number)');
  const none = check('\n--- !app\n--- meta.json\n{ "name": "x" }').model;
  assert.equal(facts(none)[0], '! Apps: 0 (nothing to run)');
});

test('mandatory clients are needed even where min_clients asks for fewer', () => {
  const { model } = check(
    meta({ name: 'x', min_clients: 1, deploy_map: { app: ['server', 's1', 's2', 's3'] }, mandatory_clients: ['s1', 's3'] }),
  );
  assert.equal(facts(model)[2], 'Clients needed: 2 of 3 (1 may stay away)');
});

test('GPUs that only launchers ask for are counted by launcher', () => {
  const block = { docker: { num_of_gpus: 2 }, slurm: { nodes: 2, gpus_per_node: 4 } };
  const { model } = check(meta({ name: 'x', deploy_map: { app: ['server', 's1'] }, launcher_spec: { s1: block } }));
  assert.equal(facts(model)[4], 'GPUs: 2 (docker), 8 (slurm) (by launcher options)');
});

test('problems come the gravest first, with their lines and sites', () => {
  const { model } = check(
    meta({ name: 'x', deploy_map: { app: ['server', 's1'] }, mandatory_clients: ['s9'], resource_spec: { s1: { num_gpus: 1 } } }),
  );
  assert.equal(model.verdict.text, 'The server would refuse this job');
  const [first] = model.problems;
  assert.deepEqual([first?.code, first?.where, first?.site], ['clients/mandatory-not-deployed', 'meta.json:10', 's9']);
  assert.equal(model.problemCount, model.problems.length);
  const about = model.problems.filter(({ site }) => site === 's1').map(({ code }) => code);
  assert.deepEqual(about, ['resources/misspelt-key']);
});

test('a healthy job says so', () => {
  const { model } = check(meta({ name: 'x', min_clients: 1, deploy_map: { app: ['@ALL'] } }));
  assert.deepEqual(model.verdict, { level: 'ok', text: 'No problems found' });
  assert.deepEqual(model.problems, []);
});

test('everything shown has its place', () => {
  const { job } = check(LUNG);
  const text = (target: PreviewTarget) => {
    const place = previewPlace(job, target);
    return place && job.meta?.document.text.slice(place.range.start, place.range.end);
  };
  assert.equal(text({ kind: 'site', site: 'site-2' }), '"site-2"');
  assert.equal(text({ kind: 'site', site: 'site-2', app: 'b' }), '"site-2"');
  assert.equal(text({ kind: 'mandatory', site: 'site-1' }), '"site-1"');
  assert.equal(text({ kind: 'app', app: 'b' }), '"b"');
  assert.equal(text({ kind: 'key', key: 'min_clients' }), '"min_clients"');
  assert.equal(text({ kind: 'key', key: 'not-there' }), '');
  const option = { kind: 'option', site: 'site-2', role: 'client', list: 'resources' } as const;
  assert.equal(text({ ...option, key: 'num_of_gpus' }), '2');
  assert.equal(text({ ...option, site: 'site-1', key: 'num_of_gpus' }), '1');
  assert.equal(text({ ...option, list: 'docker', key: 'image' }), '"fl:1"');
  assert.equal(text({ kind: 'site', site: 'nobody' }), undefined);
});

test('a folder that is no complete job has a preview as well', () => {
  const { model } = check('\n--- !app\n--- !meta.json\n--- config/config_fed_server.json\n{}');
  assert.equal(model.what, 'App without a job, the form of before 2.1, checked for NVFLARE 2.9');
  assert.equal(model.meta, null);
});

/** A job in which every site has options and problems of its own. */
function manySites(count: number): () => PreviewModel {
  const names = Array.from({ length: count }, (_, index) => `site-${index}`);
  const { sources, target } = exampleJob(
    meta({
      name: 'many',
      deploy_map: { app: ['server', ...names] },
      mandatory_clients: names,
      resource_spec: Object.fromEntries(names.map((name, index) => [name, { num_of_gpus: index % 3, num_gpus: 1 }])),
    }),
  );
  const { job, findings, rejected } = analyze(sources, { target, ...META_RULES });
  return () => previewModel(job, findings, rejected);
}

test('equal options of 10,000 sites are said once', { timeout: 60_000 }, () => {
  const model = manySites(10_000)();
  assert.equal(model.sites.length, 10_001);
  assert.equal(model.setups.length, 4);
  assert.ok(JSON.stringify(model).length < 3_000_000);
});
