import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../../src/core/analyze';
import { NEWEST } from '../../../src/core/job/release';
import { scheduleReport, supposedNetwork } from '../../../src/core/schedule/index';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';

test('ten thousand sites, half of them mandatory', () => {
  const sites = Array.from({ length: 10_000 }, (_, i) => `site-${i}`);
  const meta = {
    name: 'demo',
    min_clients: 9_000,
    mandatory_clients: sites.slice(0, 5_000),
    deploy_map: { app: ['server', ...sites] },
    resource_spec: {
      '@default': { num_of_gpus: 1 },
      ...Object.fromEntries(sites.slice(5_000).map((site) => [site, { num_of_gpus: 4 }])),
    },
  };
  const { job } = modelOf(sourcesOf('demo', new Map([['meta.json', JSON.stringify(meta)]])), {
    target: NEWEST,
    formats: TEST_FORMATS,
  });
  const report = scheduleReport(job, supposedNetwork(job, [], { offers: '*: num_of_gpus=2' }));
  assert.equal(report.decision, 'waits');
  assert.equal(report.sites.filter(({ state }) => state === 'ready').length, 5_000);
  assert.deepEqual(report.remedies[0]?.changes, ['set min_clients to 5000']);
});
