import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllSites, isFinished, isJobName, isSiteName, runStatuses } from '../../../src/core/job/job-def';
import { jobMetaKeys } from '../../../src/core/job/meta-key';
import { parseRelease, type Release } from '../../../src/core/job/release';

/** What each release added to `JobMetaKey`, read off its `job_def.py`. */
const ADDED: readonly (readonly [release: string, ...names: string[]])[] = [
  [
    '2.1',
    'JOB_ID',
    'JOB_NAME',
    'JOB_FOLDER_NAME',
    'STATUS',
    'DEPLOY_MAP',
    'RESOURCE_SPEC',
    'CONTENT_LOCATION',
    'RESULT_LOCATION',
    'APPROVALS',
    'MIN_CLIENTS',
    'MANDATORY_CLIENTS',
    'SUBMIT_TIME',
    'SUBMIT_TIME_ISO',
    'START_TIME',
    'DURATION',
  ],
  ['2.2', 'SUBMITTER_NAME', 'SUBMITTER_ORG', 'SUBMITTER_ROLE', 'JOB_DEPLOY_DETAIL', 'SCOPE', 'CLONED_FROM'],
  ['2.3', 'SCHEDULE_COUNT', 'LAST_SCHEDULE_TIME', 'SCHEDULE_HISTORY'],
  ['2.4', 'STATS_POOL_CONFIG', 'FROM_HUB_SITE', 'CUSTOM_PROPS'],
  ['2.5', 'DATA_STORAGE_FORMAT'],
  ['2.6', 'EDGE_METHOD', 'JOB_CLIENTS'],
  ['2.7'],
  ['2.8', 'STUDY', 'JOB_LAUNCHER_SPEC'],
];

function release(text: string): Release {
  const parsed = parseRelease(text);
  assert.ok(parsed);
  return parsed;
}

test('each release has the meta keys of its JobMetaKey', () => {
  const known: string[] = [];
  const names = (of: string) =>
    jobMetaKeys(release(of))
      .map(({ enumName }) => enumName)
      .sort();
  for (const [line, ...added] of ADDED) {
    known.push(...added);
    assert.deepEqual(names(line), [...known].sort(), line);
  }
  assert.deepEqual(names('2.9'), known.filter((name) => name !== 'FROM_HUB_SITE').sort());
  assert.equal(jobMetaKeys().length, known.length);
});

test('a meta key has its word in the file and what there is to say of it', () => {
  const name = jobMetaKeys().find(({ enumName }) => enumName === 'JOB_NAME');
  assert.equal(name?.value, 'name');
  assert.equal(name?.setBy, 'author');
  assert.equal(name?.type, 'string');
});

test('FAILED_TO_RUN changed its value in 2.3', () => {
  const failed = (of: string) =>
    runStatuses(release(of))
      .filter((status) => status.name === 'FAILED_TO_RUN')
      .map(({ value }) => value);
  assert.deepEqual(failed('2.2'), ['FAILED_TO_RUN']);
  assert.deepEqual(failed('2.3'), ['FINISHED:FAILED_TO_RUN']);
  assert.equal(runStatuses(release('2.1')).length, 8);
  assert.equal(runStatuses(release('2.9')).length, 11);
  assert.ok(isFinished('FAILED_TO_RUN') && isFinished('FINISHED:ABORTED') && !isFinished('RUNNING'));
});

test('names are judged as the patterns of NVFLARE judge them', () => {
  assert.ok(isAllSites('@ALL') && isAllSites('@all') && !isAllSites('ALL'));
  assert.ok(isJobName('a.b-c_1') && isJobName('a\n') && !isJobName('.a') && !isJobName('a b') && !isJobName(''));
  assert.ok(isSiteName('-site_1') && !isSiteName('site.1'));
});
