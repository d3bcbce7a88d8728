// Does NVFLARE fail where we report an error, and do we report what it fails over? Its own configurators build real jobs, jobs with a
// planted fault, and jobs that were changed at random.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
//   FLARE_JOBS_RUNS=4000                how many random jobs
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { formatOf, readConfig, withoutEnding } from '../../src/core/formats/index';
import type { JobSources } from '../../src/core/job/sources';
import { applyEdits } from '../../src/core/text/text-edit';
import { toPlain } from '../../src/core/tree/query';
import { sourcesOf } from '../support/example-job';
import { TEST_FORMATS } from '../support/formats';
import { type Fault, type Random, seeded } from '../support/plant';
import { CLASS_FAULTS } from '../support/plant-class-faults';
import { ID_FAULTS } from '../support/plant-id-faults';
import { TASK_FAULTS } from '../support/plant-task-faults';
import {
  check,
  closeOracle,
  compare,
  differenceOf,
  errorsOf,
  isShown,
  type Side,
  said,
  sidesOf,
  told,
  written,
} from './config-compare';
import { type WholeJob, wholeJobs } from './config-jobs';
import { MUTATION, mutate } from './config-mutants';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 4000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);

after(closeOracle);

const FAULTS = [...CLASS_FAULTS, ...ID_FAULTS, ...TASK_FAULTS];
const MOST_OF_A_KIND = 12;
const jobs = wholeJobs();

test('jobs without a fault are built, start, and have no errors', { timeout: 60_000 }, async () => {
  const compared = await compare(jobs.map(({ sources }) => ({ sources, sides: sidesOf(check(sources)) })));
  for (const [i, { analysis, built }] of compared.entries()) {
    assert.ok(built.length >= 2, `${jobs[i]?.name} has no server or no client`);
    assert.equal(told(built), '', jobs[i]?.name);
    assert.equal(written(errorsOf(analysis)), '', jobs[i]?.name);
  }
});

test('what is planted and is an error to us, NVFLARE fails over', { timeout: 600_000 }, async (context) => {
  const random = seeded(seed);
  const cases = FAULTS.flatMap((fault) =>
    shuffled(
      jobs.flatMap((job) => plantingsIn(job, fault, random)),
      random,
    ).slice(0, MOST_OF_A_KIND),
  );
  const compared = await compare(cases);
  const seen = new Map<string, number>();
  const differences: string[] = [];
  for (const [i, { analysis, built }] of compared.entries()) {
    const { fault, name, sources } = cases[i] as Planted;
    const errors = errorsOf(analysis);
    for (const error of errors) {
      if (isShown(error, built, analysis)) seen.set(error.code, (seen.get(error.code) ?? 0) + 1);
      else differences.push(`${fault.name} in ${name}: ${written([error])}\n    NVFLARE: ${told(built) || 'built and started'}`);
    }
    if (told(built) && said(analysis).length === 0)
      differences.push(`${fault.name} in ${name} (${sources.name}): nothing\n    NVFLARE: ${told(built)}`);
  }
  context.diagnostic(`${cases.length} faults; ${[...seen].map(([code, count]) => `${code} ${count}`).join(', ')}`);
  assert.deepEqual(differences, []);
  assert.ok([...seen.values()].reduce((sum, count) => sum + count, 0) >= 30);
});

interface Planted {
  readonly fault: Fault;
  readonly name: string;
  readonly sources: JobSources;
  readonly sides: readonly Side[];
}

function plantingsIn({ name, sources }: WholeJob, fault: Fault, random: Random): readonly Planted[] {
  const analysis = check(sources);
  if (!analysis.wiring) return [];
  return [...fault.plant(analysis.job, analysis.wiring, random)].flatMap(({ file, edit }) => {
    const source = sources.texts.get(file);
    if (source?.kind !== 'text') return [];
    const text = applyEdits(source.text, [edit]);
    const changed = { ...sources, texts: new Map([...sources.texts, [file, { kind: 'text' as const, text }]]) };
    return [{ fault, name: `${name} ${file}: ${edit.newText}`, sources: changed, sides: sidesOf(analysis) }];
  });
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const other = random(i + 1);
    [all[i], all[other]] = [all[other] as T, all[i] as T];
  }
  return all;
}

interface Mutant {
  readonly job: WholeJob;
  readonly file: string;
  readonly changes: Parameters<typeof mutate>[1];
}

const CONFIGS = jobs.flatMap((job) =>
  [...job.sources.texts.keys()].filter((file) => /config_fed_/.test(file)).map((file) => ({ job, file })),
);

const MUTANT: fc.Arbitrary<Mutant> = fc
  .record({ of: fc.constantFrom(...CONFIGS), changes: MUTATION })
  .map(({ of, changes }) => ({ ...of, changes }));

/** The job with one configuration changed and written as JSON. */
function mutantSources({ job: { sources }, file, changes }: Mutant): { readonly sources: JobSources; readonly text: string } {
  const source = sources.texts.get(file);
  assert.ok(source?.kind === 'text');
  const { root } = readConfig(TEST_FORMATS, formatOf(file) ?? 'json', source.text);
  const text = JSON.stringify(mutate(toPlain(root), changes), null, 1);
  const texts = new Map(
    [...sources.texts].flatMap(([path, each]) => (path === file || each.kind !== 'text' ? [] : [[path, each.text] as const])),
  );
  return { sources: sourcesOf(sources.name, new Map([...texts, [`${withoutEnding(file)}.json`, text]])), text };
}

const JOBS_OF_A_BATCH = 100;

/** Fails with the smallest change that makes a difference; the same seed gives the same jobs. */
async function showSmallest(sides: ReadonlyMap<WholeJob, readonly Side[]>): Promise<void> {
  const property = fc.asyncProperty(MUTANT, async (mutant) => {
    const { sources, text } = mutantSources(mutant);
    const [compared] = await compare([{ sources, sides: sides.get(mutant.job) ?? [] }]);
    const difference = compared && differenceOf(compared, { jobs: 0, failed: 0, refused: 0, errors: 0, warned: 0 });
    assert.equal(difference, undefined, `${mutant.job.name} ${mutant.file}\n${text}`);
  });
  await fc.assert(property, { seed, numRuns: runs });
}

test('jobs that were changed at random', { timeout: 1_800_000 }, async (context) => {
  const sides = new Map(jobs.map((job) => [job, sidesOf(check(job.sources))]));
  const seen = { jobs: 0, failed: 0, refused: 0, errors: 0, warned: 0 };
  const differences: string[] = [];
  const mutants = fc.sample(MUTANT, { seed, numRuns: runs });
  for (let from = 0; from < mutants.length; from += JOBS_OF_A_BATCH) {
    const batch = mutants.slice(from, from + JOBS_OF_A_BATCH);
    const cases = batch.map((mutant) => ({ ...mutantSources(mutant), sides: sides.get(mutant.job) ?? [] }));
    for (const [i, compared] of (await compare(cases)).entries()) {
      const difference = differenceOf(compared, seen);
      if (difference) differences.push(`${batch[i]?.job.name} ${JSON.stringify(batch[i]?.changes)}: ${difference}`);
    }
  }
  context.diagnostic(
    `${seen.jobs} jobs; NVFLARE fails over ${seen.failed}; errors in ${seen.errors}, only warnings of what fails in ${seen.warned}, ` +
      `values that a component refuses in ${seen.refused}; ${differences.length} differences`,
  );
  if (differences.length > 0) await showSmallest(sides);
  assert.deepEqual(differences.slice(0, 10), []);
  assert.ok(seen.errors > runs / 10 && seen.failed < runs * 0.9, 'the jobs are neither all right nor all wrong');
});
