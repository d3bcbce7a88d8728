import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import { NEW_JOB_TEMPLATES, type NewJob, newJob } from '../../../src/core/assist/new-job';
import type { ConfigFormat } from '../../../src/core/formats/format';
import { hocon } from '../../../src/core/formats/hocon/index';
import { json } from '../../../src/core/formats/json/index';
import { KNOWN_RELEASES, parseRelease } from '../../../src/core/job/release';
import { META_RULES } from '../../support/all-rules';
import { sourcesOf } from '../../support/example-job';

/** Those that authors are offered: `nvflare job submit` of 2.9 cannot pack YAML. */
const FORMATS: readonly ConfigFormat[] = [json, hocon];

const HELLO: NewJob = { name: 'hello', template: 'numpy', clients: 'all' };

/** The job as it would be on disk. */
function made(job: NewJob, format: ConfigFormat): ReadonlyMap<string, string> {
  return new Map(newJob(job, format)?.map(({ path, text }) => [path, text]));
}

test('a new job is a meta file and an app with two configurations', () => {
  const paths = FORMATS.map((format) => [...made(HELLO, format).keys()]);
  assert.deepEqual(paths, [
    ['meta.json', 'app/config/config_fed_server.json', 'app/config/config_fed_client.json'],
    ['meta.conf', 'app/config/config_fed_server.conf', 'app/config/config_fed_client.conf'],
  ]);
});

test('a job for all sites waits for two clients, one for named sites for all of them', () => {
  const meta = (clients: NewJob['clients']) => JSON.parse(made({ ...HELLO, clients }, json).get('meta.json') ?? '');
  assert.deepEqual(meta('all'), { name: 'hello', min_clients: 2, deploy_map: { app: ['@ALL'] } });
  assert.deepEqual(meta(['a', 'b', 'c']), { name: 'hello', min_clients: 3, deploy_map: { app: ['server', 'a', 'b', 'c'] } });
});

for (const { name: template } of NEW_JOB_TEMPLATES) {
  test(`nothing is to be said of a new ${template} job, in any format`, () => {
    for (const format of FORMATS) {
      for (const clients of ['all', ['site-1'], ['site-1', 'site-2']] as const) {
        // Before 2.4 only JSON was read.
        const releases = KNOWN_RELEASES.filter((release) => format.name === 'json' || release >= '2.4');
        for (const release of releases) {
          const target = parseRelease(release);
          assert.ok(target);
          const sources = sourcesOf('hello', made({ name: 'hello', template, clients }, format));
          const { findings, rejected, failures } = analyze(sources, { target, ...META_RULES });
          const said = findings.filter(({ severity }) => severity !== 'hint').map(({ code }) => code);
          assert.deepEqual(
            { said, rejected, failures },
            { said: [], rejected: false, failures: [] },
            `${format.name} ${release}`,
          );
        }
      }
    }
  });
}

test('an unknown template makes no job', () => {
  assert.equal(newJob({ ...HELLO, template: 'nothing' }, json), undefined);
});
