// Are our resources and launcher options those of NVFLARE, and do we refuse what its validator refuses? Random jobs, many of them wrong.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
//   FLARE_JOBS_RUNS=6000                how many jobs
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyze } from '../../src/core/analyze';
import { LIGHT_FORMATS } from '../../src/core/formats/index';
import type { Job } from '../../src/core/job/model';
import { NEWEST } from '../../src/core/job/release';
import type { EffectiveSpec } from '../../src/core/job/site-blocks';
import { jobLauncherSpec, portableResourceSpec, resourceManagerSpec } from '../../src/core/job/site-blocks';
import { RARE_RULES } from '../../src/core/rules/rare.generated';
import { type Plain, toPlain } from '../../src/core/tree/query';
import { sourcesOf } from '../support/example-job';
import { startOracle } from './oracle-client';
import { RANDOM_META } from './resources-jobs';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 6000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const JOBS_OF_A_BATCH = 200;

const SITES = ['site-1', 'site-2', 'server', '@default', 'default'] as const;
const MODES = ['process', 'docker', 'k8s', 'slurm'] as const;

/** One question about a job: what applies to a site. */
interface Question {
  readonly do: 'resource_manager_spec' | 'portable_spec' | 'launcher_spec';
  readonly site: string;
  readonly mode?: (typeof MODES)[number];
}

const QUESTIONS: readonly Question[] = SITES.flatMap((site): Question[] => [
  { do: 'resource_manager_spec', site },
  { do: 'portable_spec', site },
  ...MODES.map((mode): Question => ({ do: 'launcher_spec', site, mode })),
]);

test('random resources and launcher options', { timeout: 1_800_000 }, async (context) => {
  const oracle = startOracle();
  const seen = { jobs: 0, rejected: 0, crashed: 0, specs: 0, odd: 0 };
  const differences: string[] = [];
  const metas = fc.sample(RANDOM_META, { seed, numRuns: runs });
  for (let from = 0; from < metas.length; from += JOBS_OF_A_BATCH) {
    const batch = metas.slice(from, from + JOBS_OF_A_BATCH);
    const reply = await oracle.ask('validator', { do: 'many', requests: batch.flatMap((meta) => requestsFor(meta)) });
    assert.ok(Array.isArray(reply.ok), reply.error);
    const answers = reply.ok as readonly Outcome[];
    batch.forEach((meta, i) => {
      const theirs = answers.slice(i * (QUESTIONS.length + 1), (i + 1) * (QUESTIONS.length + 1));
      const difference = compare(meta, theirs, seen);
      if (difference) differences.push(`${difference}\n    ${JSON.stringify(meta)}`);
    });
  }
  oracle.close();
  context.diagnostic(
    `${seen.jobs} jobs, ${seen.rejected} rejected and ${seen.crashed} of those by a crash; ${seen.specs} effective specs equal, ` +
      `${seen.odd} that NVFLARE fails over; ${differences.length} differences`,
  );
  assert.deepEqual(differences.slice(0, 10), []);
  assert.ok(seen.rejected > runs / 10 && seen.rejected < runs * 0.9, 'the jobs are neither all right nor all wrong');
});

const APP = {
  'app/config/config_fed_server.json': '{ "format_version": 2 }',
  'app/config/config_fed_client.json': '{ "format_version": 2 }',
};

function requestsFor(meta: Readonly<Record<string, Plain>>): readonly unknown[] {
  const files = { ...APP, 'meta.json': JSON.stringify(meta) };
  return [{ do: 'validate', name: 'job', files }, ...QUESTIONS.map((question) => ({ ...question, meta }))];
}

interface Outcome {
  readonly ok?: unknown;
  readonly error?: string;
}

interface Verdict {
  readonly valid: boolean;
  readonly error: string;
  readonly exception: string | null;
}

function compare(
  meta: Readonly<Record<string, Plain>>,
  [verdict, ...theirs]: readonly Outcome[],
  seen: { jobs: number; rejected: number; crashed: number; specs: number; odd: number },
): string | undefined {
  const texts = new Map(Object.entries({ ...APP, 'meta.json': JSON.stringify(meta) }));
  const analysis = analyze(sourcesOf('job', texts), { target: NEWEST, formats: LIGHT_FORMATS, rare: RARE_RULES });
  assert.deepEqual(analysis.failures, []);
  const { valid, error, exception } = (verdict as Outcome).ok as Verdict;
  seen.jobs++;
  if (!valid) seen.rejected++;
  if (exception) seen.crashed++;
  if (analysis.rejected === valid) {
    const ours = analysis.findings.filter(({ stage }) => stage === 'submit').map(({ code, message }) => `${code}: ${message}`);
    return `NVFLARE: ${valid ? 'valid' : `${exception ?? 'rejected'}: ${error}`}; ours: ${ours.join(', ') || 'valid'}`;
  }
  for (const [i, question] of QUESTIONS.entries()) {
    const spec = specFor(analysis.job, question);
    const their = theirs[i] as Outcome;
    // Python raises where a value is no object, or gives the value itself, or an empty dict made of an empty list.
    const isDict = typeof their.ok === 'object' && their.ok !== null && 'dict' in their.ok;
    if (spec.odd) seen.odd++;
    // The portable resources are checked once more there; what is wrong with them is said above.
    else if (question.do === 'portable_spec' && their.error === 'ValueError' && !valid) continue;
    else {
      const ours = { dict: spec.entries.map(({ key, entry }) => [key, encode(toPlain(entry.value), entry.value.kind)]) };
      if (JSON.stringify(ours) !== JSON.stringify(their.ok))
        return `${JSON.stringify(question)}: NVFLARE ${JSON.stringify(their)}; ours ${JSON.stringify(ours)}`;
      seen.specs++;
    }
    if (spec.odd && isDict && JSON.stringify(their.ok) !== '{"dict":[]}')
      return `${JSON.stringify(question)}: NVFLARE ${JSON.stringify(their)}; ours: odd`;
  }
  return undefined;
}

function specFor(job: Job, question: Question): EffectiveSpec {
  switch (question.do) {
    case 'resource_manager_spec':
      return resourceManagerSpec(job, question.site);
    case 'portable_spec':
      return portableResourceSpec(job, question.site);
    case 'launcher_spec':
      return jobLauncherSpec(job, question.site, question.mode ?? 'process');
  }
}

/** The oracle's way to write a value (`encoding.py`). */
function encode(value: Plain, kind: string): unknown {
  if (typeof value === 'number') {
    if (kind === 'float' || !Number.isInteger(value)) return { float: String(value) };
    return { int: value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}` };
  }
  if (value === null || value === undefined || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Plain) => encode(item, ''));
  return { dict: Object.entries(value).map(([key, item]) => [key, encode(item, '')]) };
}
