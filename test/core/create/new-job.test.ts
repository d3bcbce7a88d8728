import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientsProblem, formatsOf, type NewJob, nameProblem, siteNamesIn, TEMPLATES } from '../../../src/core/create/index';
import { hocon } from '../../../src/core/formats/hocon/index';
import { NEWEST, parseRelease } from '../../../src/core/job/release';
import { toPlain } from '../../../src/core/tree/query';
import { madeJob, TEMPLATE_FILES } from '../../support/templates';

function jobOf(name: string, change: Partial<NewJob> = {}): ReadonlyMap<string, string> {
  const template = TEMPLATES.find((candidate) => candidate.name === name);
  assert.ok(template, name);
  return madeJob({ name: 'demo', template, clients: 'all', format: 'json', release: NEWEST, ...change });
}

const meta = (files: ReadonlyMap<string, string>) => JSON.parse(files.get('meta.json') ?? '');

test('a job is its meta file first, then its apps', () => {
  assert.deepEqual(
    [...jobOf('fedavg-numpy').keys()],
    ['meta.json', 'app/config/config_fed_server.json', 'app/config/config_fed_client.json', 'app/custom/train.py'],
  );
});

test('a job for all sites waits for two clients, one for named sites for all of them', () => {
  assert.deepEqual(meta(jobOf('empty')), { name: 'demo', min_clients: 2, deploy_map: { app: ['@ALL'] } });
  const files = jobOf('empty', { clients: ['a', 'b', 'c'] });
  assert.deepEqual(meta(files), { name: 'demo', min_clients: 3, deploy_map: { app: ['server', 'a', 'b', 'c'] } });
  assert.match(files.get('app/config/config_fed_server.json') ?? '', /"min_clients": 3,/);
});

test('where each client has an app of its own, the server has one, too', () => {
  const files = jobOf('per-site', { clients: ['a', 'b'] });
  assert.deepEqual(meta(files).deploy_map, { app_server: ['server'], app_a: ['a'], app_b: ['b'] });
  assert.ok(files.has('app_b/custom/train.py'));
  assert.ok(!files.has('app_server/custom/train.py'));
});

test('both formats say the same, and HOCON keeps the comments of the template', () => {
  const [file, source] = ['app/config/config_fed_server', 'averaging/numpy-server.conf'];
  const text = jobOf('fedavg-numpy', { format: 'hocon' }).get(`${file}.conf`) ?? '';
  assert.equal(text, TEMPLATE_FILES.get(source)?.replaceAll('__CLIENTS__', '2'));
  assert.deepEqual(toPlain(hocon.read(text).root), JSON.parse(jobOf('fedavg-numpy').get(`${file}.json`) ?? ''));
});

test('nothing that is to be filled in is left', () => {
  for (const { name } of TEMPLATES) {
    for (const [path, text] of jobOf(name, { clients: ['site-1', 'site-2'], format: 'hocon' })) {
      assert.doesNotMatch(text, /__[A-Z]+__/, `${name}/${path}`);
    }
  }
});

test('releases before 2.4 read JSON only', () => {
  const formats = (text: string) => formatsOf(parseRelease(text) ?? NEWEST);
  assert.deepEqual([formats('2.3'), formats('2.4')], [['json'], ['json', 'hocon']]);
});

test('the name of a job is that of a folder that NVFLARE takes', () => {
  for (const name of ['a', 'job-1', '9.lives', 'A_b']) assert.equal(nameProblem(name), undefined);
  for (const name of ['', ' ', '-a', '.a', 'a/b', 'a b', 'ä', 'a\n', '@ALL']) assert.ok(nameProblem(name), JSON.stringify(name));
});

test('clients are told apart, and there are enough of them', () => {
  const [empty, cyclic, xgboost] = ['empty', 'cyclic', 'xgboost'].map((name) => TEMPLATES.find((one) => one.name === name));
  assert.ok(empty && cyclic && xgboost);
  assert.deepEqual(siteNamesIn(' a, b  c,,d '), ['a', 'b', 'c', 'd']);
  for (const names of [['a'], ['site-1', 'site_2']]) assert.equal(clientsProblem(names, empty), undefined);
  for (const names of [[], ['a', 'A'], ['server'], ['Server'], ['@all'], ['a.b'], ['ä']]) {
    assert.ok(clientsProblem(names, empty), names.join());
  }
  assert.ok(clientsProblem(['a'], cyclic));
  assert.equal(clientsProblem(['site-1', 'b-2-x', '-3', 'c-1_0'], xgboost), undefined);
  for (const name of ['site', 'site-a', 'site-1a', 'site--1', '1-']) assert.ok(clientsProblem([name], xgboost), name);
});
