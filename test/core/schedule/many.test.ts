import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../../src/core/analyze';
import { NEWEST } from '../../../src/core/job/release';
import { supposedNetwork } from '../../../src/core/schedule/network';
import { type ScheduleReport, scheduleReport } from '../../../src/core/schedule/report';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';

/** Ten thousand sites that are asked for GPUs, every second one of them mandatory. */
function reported(offers: string): ScheduleReport {
  const sites = Array.from({ length: 10_000 }, (_, index) => `site-${index + 1}`);
  const meta = {
    min_clients: 2,
    deploy_map: { app: ['server', ...sites] },
    mandatory_clients: sites.filter((_, index) => index % 2),
    resource_spec: Object.fromEntries(sites.map((site) => [site, { num_of_gpus: 1 }])),
  };
  const sources = sourcesOf('demo', new Map([['meta.json', JSON.stringify(meta)]]));
  const { job } = modelOf(sources, { target: NEWEST, formats: TEST_FORMATS });
  return scheduleReport(job, supposedNetwork(job, [], { offers }));
}

// Quadratic, each of these takes minutes.
test('ten thousand sites, half of them mandatory', { timeout: 20_000 }, () => {
  const { decision, sites, remedies } = reported('*: any');
  assert.deepEqual([decision, sites.length, remedies.length], ['starts', 10_000, 0]);
});

test('what would help is counted where nobody would read all of it', { timeout: 20_000 }, () => {
  const { decision, text, remedies } = reported('*: none');
  assert.equal(decision, 'waits');
  assert.match(text, /no clients have enough resources/);
  const [first] = remedies;
  assert.equal(first?.changes.length, 51);
  assert.equal(first?.changes.at(-1), `and ${(first?.count ?? 0) - 50} more changes`);
});

test('a sentence about many sites names the first of them', () => {
  const { text } = reported('site-1: any; site-3: any; *: none');
  assert.match(text, /the mandatory clients site-2, .*site-24 and 4988 more do not have enough resources/);
});

test('ten thousand sites, half of them with blocks of their own', () => {
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

test('more clients than there can be are no way to let a job start', { timeout: 20_000 }, () => {
  const schedule = (least: number) => {
    const meta = { min_clients: least, deploy_map: { app: ['@ALL'] } };
    const sources = sourcesOf('demo', new Map([['meta.json', JSON.stringify(meta)]]));
    const { job } = modelOf(sources, { target: NEWEST, formats: TEST_FORMATS });
    return scheduleReport(job, supposedNetwork(job, [], { up: 'site-1' })).remedies.map(({ changes }) => changes);
  };
  assert.deepEqual(schedule(3), [['set min_clients to 1'], ['bring 2 more clients up']]);
  assert.deepEqual(schedule(1e12), [['set min_clients to 1']]);
});
