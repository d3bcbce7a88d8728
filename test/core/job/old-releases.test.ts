import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import { parseRelease } from '../../../src/core/job/release';
import { META_RULES } from '../../support/all-rules';
import { HEALTHY, sourcesOf } from '../../support/example-job';

/** The codes of what is found in a meta file, and whether the server of that release refuses the job. */
function check(release: string, meta: string) {
  const target = parseRelease(release);
  assert.ok(target);
  const files = new Map(Object.entries({ ...HEALTHY, 'meta.json': meta }));
  const { findings, rejected } = analyze(sourcesOf('demo', files), { target, ...META_RULES });
  return { codes: findings.map(({ code }) => code), rejected };
}

const MARK = '\ufeff';

test('up to 2.3 a byte-order mark is no fault, and what stands behind it is judged', () => {
  const fine = '{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }';
  assert.deepEqual(check('2.3', MARK + fine), { codes: [], rejected: false });
  assert.deepEqual(check('2.4', MARK + fine), { codes: ['meta/unreadable'], rejected: true });
  assert.deepEqual(check('2.3', `${MARK}{}`), { codes: ['meta/missing'], rejected: true });
  assert.deepEqual(check('2.3', `${MARK}{ "name": "demo" }`), { codes: ['deploy-map/missing'], rejected: true });
  assert.deepEqual(check('2.3', `${MARK}{ "name" }`), { codes: ['meta/unreadable'], rejected: true });
});

const MISREAD = ['2.3', '2.4', '2.5', '2.6', '2.7.1'];

test('before 2.7.2 the keys of an object, and the letters of a text, are taken for sites', () => {
  const to = (sites: string) => `{ "name": "demo", "deploy_map": { "app": ${sites} } }`;
  for (const release of MISREAD) {
    for (const sites of ['{ "@ALL": 1 }', '{ "server": 1, "site-1": 1 }']) {
      const { codes, rejected } = check(release, to(sites));
      // What packing does to the key "@ALL" is another matter.
      const own = codes.filter((code) => !code.startsWith('pack/'));
      assert.deepEqual({ own, rejected }, { own: ['deploy-map/sites-misread'], rejected: false }, `${release} ${sites}`);
    }
    for (const sites of ['"@ALL"', '"server"', '{ "sites": ["@ALL"] }', '5', 'null'])
      assert.ok(check(release, to(sites)).codes.includes('deploy-map/invalid-sites'), `${release} ${sites}`);
  }
  assert.deepEqual(check('2.7.2', to('"@ALL"')).rejected, false);
  assert.ok(check('2.7.2', to('{ "@ALL": 1 }')).codes.includes('deploy-map/invalid-sites'));
});

test('what is misread counts as it is read: enough clients, mandatory ones, no site twice', () => {
  const meta = (more: string) =>
    `{ "name": "demo", ${more} "deploy_map": { "app": { "server": 1, "site-1": [], "site-2": [] } } }`;
  assert.equal(check('2.6', meta('"min_clients": 2,')).rejected, false);
  assert.equal(check('2.6', meta('"min_clients": 3,')).rejected, true);
  assert.equal(check('2.6', meta('"mandatory_clients": ["site-2"],')).rejected, false);
  assert.equal(check('2.6', meta('"mandatory_clients": ["site-3"],')).rejected, true);
});
