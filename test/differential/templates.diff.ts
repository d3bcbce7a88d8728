// Does NVFLARE take the jobs that our templates make, and do they run to their end? For every release with a catalogue its own validator
// judges every template in every format, and its own simulator runs those that need nothing but NumPy, with two clients.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with any release of nvflare; older ones are taken from PyPI
//   FLARE_JOBS_PYTHONS=python3.8:…      older ones, which releases up to 2.4 need
//   FLARE_JOBS_RELEASES=2.4,2.5         only these lines
//   FLARE_JOBS_BOUNDED=1                two of the runs, half a minute, by the interpreter's own release
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { formatsOf, TEMPLATES } from '../../src/core/create/index';
import { isSince, lineOf, NEWEST, parseRelease, type Release } from '../../src/core/job/release';
import { madeJob, madeJobs } from '../support/templates';
import { PYTHON, startOracle } from './oracle-client';
import { CATALOGUED, installRelease, unpackRelease } from './releases';
import { type Run, simulate } from './simulate';

const CLIENTS = ['site-1', 'site-2'];
/** A run takes half a minute; on a busy machine more. */
const MOST_SECONDS = 240;

/** What shows that a job did its work, since the simulator may end with 0 though it failed. */
const PROOFS: Readonly<Record<string, (run: Run, release: Release) => void>> = {
  'fedavg-numpy': learned,
  cyclic: learned,
  'per-site': learned,
  statistics: ({ result }, release) => {
    const { age } = JSON.parse(result('statistics.json')) as { age: { count: object; histogram: object } };
    // Up to 2.3 a site and its data set are one key.
    const isNested = isSince(release, '2.4');
    const [all, ...sites] = ['Global', ...CLIENTS].map((name) => (isNested ? name : `${name}-patients`));
    const count = (patients: number) => (isNested ? { patients } : patients);
    const counts = [[all, count(1000)], ...sites.map((site) => [site, count(500)])];
    assert.deepEqual(age.count, Object.fromEntries(counts));
    assert.deepEqual(Object.keys(age.histogram).sort(), [all, ...sites]);
  },
  'cross-site-evaluation': ({ result }) => {
    const table = JSON.parse(result('cross_val_results.json')) as Readonly<Record<string, Readonly<Record<string, object>>>>;
    assert.deepEqual(Object.keys(table).sort(), CLIENTS);
    for (const site of CLIENTS) assert.deepEqual(Object.keys(table[site] ?? {}).sort(), ['SRV_server', ...CLIENTS]);
  },
  empty: ({ log }) => {
    for (const site of CLIENTS) assert.match(log, new RegExp(`${site} answers '${site} did own_task'`));
  },
};

const BOUNDED = ['fedavg-numpy', 'empty'];
const isBounded = process.env['FLARE_JOBS_BOUNDED'] !== undefined;
const lines = process.env['FLARE_JOBS_RELEASES']?.split(',');
const RELEASES = CATALOGUED.filter(({ release }) => lines === undefined || lines.includes(lineOf(release)));

const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
after(() => rmSync(root, { recursive: true, force: true }));

for (const { version, release } of RELEASES) {
  test(`the validator of NVFLARE ${version} takes every template in every format`, async (context) => {
    const oracle = startOracle(unpackRelease(version, root));
    try {
      assert.equal((await oracle.ask('validator', { do: 'version' })).ok, version);
      const jobs = [...madeJobs(release, 'all'), ...madeJobs(release, CLIENTS)];
      assert.ok(jobs.length >= 2 * TEMPLATES.length - 1);
      for (const job of jobs) {
        const files = Object.fromEntries(madeJob(job));
        const answer = await oracle.ask('validator', { do: 'validate', name: job.name, files });
        const to = job.clients === 'all' ? 'all sites' : 'named sites';
        const title = `${job.name} in ${job.format} to ${to}: ${JSON.stringify(answer)}`;
        assert.deepEqual(answer.ok, { valid: true, error: '', exception: null, where: null }, title);
      }
      context.diagnostic(`${jobs.length} jobs`);
    } finally {
      oracle.close();
    }
  });
}

if (isBounded) {
  const version = execFileSync(PYTHON, ['-c', 'import nvflare; print(nvflare.__version__)'], { encoding: 'utf8' }).trim();
  for (const name of BOUNDED) testRun(name, version, parseRelease(version) ?? NEWEST, PYTHON);
} else {
  for (const { version, release } of RELEASES) {
    const installed = installRelease(version);
    for (const name of Object.keys(PROOFS)) {
      if ('python' in installed) testRun(name, version, release, installed.python);
      else test(`${name} in NVFLARE ${version}: not compared`, { skip: installed.whyNot });
    }
  }
}

/** Every second template is run in HOCON, where the release reads that. */
function testRun(name: string, version: string, release: Release, python: string): void {
  const formats = formatsOf(release);
  const format = formats[Object.keys(PROOFS).indexOf(name) % formats.length] ?? 'json';
  test(`${name} in ${format} runs in NVFLARE ${version}`, { timeout: (MOST_SECONDS + 30) * 1000 }, async () => {
    const template = TEMPLATES.find((each) => each.name === name);
    assert.ok(template);
    const files = madeJob({ name, template, clients: CLIENTS, format, release });
    await simulate(files, { python, clients: CLIENTS, mostSeconds: MOST_SECONDS }, (run) => {
      assert.equal(run.status, 0, run.log);
      assert.doesNotMatch(run.log, / - (?:ERROR|CRITICAL) - |Traceback/);
      PROOFS[name]?.(run, release);
    });
  });
}

/** The model explains more than at first, and most of the data; the server kept it. */
function learned({ log, result }: Run): void {
  const scores = [...log.matchAll(/round \d+: score (-?[\d.]+)|\]: score (-?[\d.]+)/g)].map((match) =>
    Number(match[1] ?? match[2]),
  );
  const [first = Number.NaN] = scores;
  const last = scores.at(-1) ?? Number.NaN;
  assert.ok(scores.length >= 6 && first < 0 && last > 0.8, scores.join(' '));
  assert.ok(result('server.npy').length > 0);
}
