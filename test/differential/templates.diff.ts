// Does NVFLARE take the jobs that our templates make, and do they run to their end? Its validator judges every template in every format
// for every release; its simulator runs those that need nothing but NumPy, with two clients, as they are made for its own release.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with any release of nvflare that templates are for
//   FLARE_JOBS_BOUNDED=1                two of the runs, half a minute
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { formatsOf, TEMPLATES } from '../../src/core/create/index';
import { NEWEST, parseRelease, releaseName } from '../../src/core/job/release';
import { madeJob, madeJobs, TEMPLATE_RELEASES } from '../support/templates';
import { PYTHON, startOracle } from './oracle-client';

const CLIENTS = ['site-1', 'site-2'];
/** A run takes half a minute; on a busy machine more. */
const MOST_SECONDS = 240;

/** What shows that a job did its work, since the simulator may end with 0 though it failed. */
const PROOFS: Readonly<Record<string, (run: Run) => void>> = {
  'fedavg-numpy': learned,
  cyclic: learned,
  'per-site': learned,
  statistics: ({ result }) => {
    const { age } = JSON.parse(result('statistics.json')) as { age: { count: { Global: unknown }; histogram: object } };
    assert.deepEqual(age.count.Global, { patients: 1000 });
    assert.deepEqual(Object.keys(age.histogram).sort(), ['Global', ...CLIENTS]);
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

test("NVFLARE's validator takes every template, in every format and for every release", async (context) => {
  const oracle = startOracle();
  try {
    let count = 0;
    for (const release of TEMPLATE_RELEASES) {
      for (const job of [...madeJobs(release, 'all'), ...madeJobs(release, CLIENTS)]) {
        const files = Object.fromEntries(madeJob(job));
        const { ok } = await oracle.ask('validator', { do: 'validate', name: job.name, files });
        assert.deepEqual(ok, { valid: true, error: '', exception: null, where: null }, `${job.name} ${releaseName(release)}`);
        count++;
      }
    }
    context.diagnostic(`${count} jobs`);
  } finally {
    oracle.close();
  }
});

const version = execFileSync(PYTHON, ['-c', 'import nvflare; print(nvflare.__version__)'], { encoding: 'utf8' }).trim();
const release = parseRelease(version) ?? NEWEST;

for (const [index, [name, proof]] of Object.entries(PROOFS).entries()) {
  if (process.env['FLARE_JOBS_BOUNDED'] && !BOUNDED.includes(name)) continue;
  const formats = formatsOf(release);
  const format = formats[index % formats.length] ?? 'json';
  test(`${name} in ${format} runs in NVFLARE ${version}`, { timeout: (MOST_SECONDS + 30) * 1000 }, async () => {
    const template = TEMPLATES.find((each) => each.name === name);
    assert.ok(template);
    const run = await simulate(madeJob({ name, template, clients: CLIENTS, format, release }));
    try {
      assert.equal(run.status, 0, run.log);
      assert.doesNotMatch(run.log, / - (?:ERROR|CRITICAL) - |Traceback/);
      proof(run);
    } finally {
      rmSync(run.root, { recursive: true, force: true });
    }
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

interface Run {
  readonly status: number;
  readonly log: string;
  readonly root: string;
  /** The text of the only file of that name that the run wrote. */
  result(name: string): string;
}

/** Runs a job in the simulator. Its folder stays, for its results to be looked at. */
async function simulate(files: ReadonlyMap<string, string>): Promise<Run> {
  const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
  for (const [path, text] of files) {
    const target = join(root, 'job', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const workspace = join(root, 'workspace');
  const args = ['-m', 'nvflare.cli', 'simulator', join(root, 'job'), '-w', workspace, '-c', CLIENTS.join(','), '-t', '2'];
  const result = (name: string) => {
    const found = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(`/${name}`));
    assert.equal(found.length, 1, `${name}: ${found.join(', ')}`);
    return readFileSync(join(workspace, found[0] ?? ''), 'utf8');
  };
  return await new Promise((resolve) => {
    execFile(PYTHON, args, { maxBuffer: 1e8, timeout: MOST_SECONDS * 1000 }, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ status, log: `${stdout}\n${stderr}`, root, result });
    });
  });
}
