import assert from 'node:assert/strict';
import { test } from 'node:test';
import picomatch from 'picomatch';
import type { PlacedSilence } from '../../../src/core/settings/job-settings';
import { withoutSilenced } from '../../../src/core/settings/silence';
import { wiredJob } from '../../support/wired-job';

/** The codes that are left, and whether the server would refuse the job. */
function left(source: string, silences: readonly PlacedSilence[] = []) {
  const analysis = wiredJob(source);
  const { findings, rejected } = withoutSilenced(analysis, {
    folder: '/repo/jobs/demo',
    silences,
    compile: (glob) => picomatch(glob, { dot: true }),
  });
  return { codes: findings.map(({ code }) => code), rejected };
}

const META = (comments: { above?: string; beside?: string; top?: string }) => `
--- target 2.7
--- meta.yml
${comments.top ?? '# a job'}
name: demo
min_clients: 1
deploy_map: { app: ["@ALL"] }
${comments.above ?? '#'}
nmae: 1 ${comments.beside ?? ''}
`;

test('without a comment the finding is heard', () => {
  assert.deepEqual(left(META({})).codes, ['meta/unknown-key']);
});

for (const [what, comments] of [
  ['for the next line', { above: '# flare-jobs-disable-next-line meta/unknown-key' }],
  [
    'for the next line, with others and a reason',
    { above: '# flare-jobs-disable-next-line meta/no-name, meta/unknown-key -- ours' },
  ],
  ['for its line', { beside: '# flare-jobs-disable-line meta/unknown-key' }],
  ['for the file', { top: '# flare-jobs-disable-file meta/unknown-key' }],
] as const) {
  test(`a comment silences ${what}`, () => assert.deepEqual(left(META(comments)).codes, []));
}

for (const [what, comments] of [
  ['another rule', { above: '# flare-jobs-disable-next-line meta/no-name' }],
  ['no rule', { above: '# flare-jobs-disable-next-line' }],
  ['the reason alone', { above: '# flare-jobs-disable-next-line -- meta/unknown-key' }],
  ['another line', { top: '# flare-jobs-disable-next-line meta/unknown-key' }],
  ['the line of the comment', { above: '# flare-jobs-disable-line meta/unknown-key' }],
] as const) {
  test(`a comment that names ${what} silences nothing`, () => assert.deepEqual(left(META(comments)).codes, ['meta/unknown-key']));
}

test('HOCON has both of its comments', () => {
  for (const sign of ['#', '//']) {
    const source = `
--- meta.conf
name = demo
min_clients = 1
deploy_map { app = ["@ALL"] }
${sign} flare-jobs-disable-next-line meta/unknown-key
nmae = 1
`;
    assert.deepEqual(left(source).codes, []);
  }
});

const MISSPELT = '\n--- meta.json\n{ "name": "demo", "min_clients": 1, "deploy_map": { "app": ["@ALL"] }, "nmae": 1 }\n';

test('settings silence by path below their own folder', () => {
  const silence = (folder: string, glob: string, codes: readonly string[] | '*' = ['meta/unknown-key']) =>
    left(MISSPELT, [{ folder, glob, codes }]).codes;
  assert.deepEqual(silence('/repo', 'jobs/**'), []);
  assert.deepEqual(silence('/repo', '**/meta.json'), []);
  assert.deepEqual(silence('/repo/jobs', '*/meta.json', '*'), []);
  assert.deepEqual(silence('/repo/jobs/demo', 'meta.json'), []);
  assert.deepEqual(silence('/repo/jobs', 'jobs/**'), ['meta/unknown-key']);
  assert.deepEqual(silence('/repo', 'jobs/**', ['meta/no-name']), ['meta/unknown-key']);
  assert.deepEqual(silence('/elsewhere', '**'), ['meta/unknown-key']);
});

test('a refused job stays refused, whatever is silenced', () => {
  const refused = `
--- target 2.7
--- meta.yml
name: demo
# flare-jobs-disable-file deploy-map/missing
`;
  assert.deepEqual(left(refused), { codes: left(refused).codes.filter((code) => code !== 'deploy-map/missing'), rejected: true });
  assert.deepEqual(left(MISSPELT.replace('"deploy_map": { "app": ["@ALL"] }, ', ''), [{ folder: '/', glob: '**', codes: '*' }]), {
    codes: [],
    rejected: true,
  });
});

test('several comments stand above one line, and one at the top is about the text as a whole, too', () => {
  const above = '# flare-jobs-disable-next-line meta/no-name\n# flare-jobs-disable-next-line meta/unknown-key';
  assert.deepEqual(left(META({ above })).codes, []);
  assert.deepEqual(left(META({ above: above.split('\n').reverse().join('\n') })).codes, []);
  const whole = `
--- target 2.7
--- meta.conf
# flare-jobs-disable-next-line meta/no-name
min_clients = 1
deploy_map { app = ["@ALL"] }
`;
  assert.deepEqual(left(whole.replace(/# flare.*/, '#')).codes, ['meta/no-name']);
  assert.deepEqual(left(whole).codes, []);
});
