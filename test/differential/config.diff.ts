// Does NVFLARE fail where we report an error, and do we report what it fails over? Its own configurators build real jobs, jobs with a
// planted fault, and jobs that were changed at random.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
//   FLARE_JOBS_RUNS=4000                how many random jobs
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../src/core/analyze';
import { formatOf, readConfig, withoutEnding } from '../../src/core/formats/index';
import { taskFlow } from '../../src/core/job/config/task-flow';
import type { Wiring } from '../../src/core/job/config/wiring';
import { lineOf, parseRelease, type Release } from '../../src/core/job/release';
import type { JobSources } from '../../src/core/job/sources';
import type { Finding } from '../../src/core/rules/finding';
import { applyEdits } from '../../src/core/text/text-edit';
import { toPlain } from '../../src/core/tree/query';
import { ALL_RULES } from '../support/all-rules';
import { ALL_CATALOGS } from '../support/catalogs';
import { sourcesOf } from '../support/example-job';
import { TEST_FORMATS } from '../support/formats';
import { type Fault, type Random, seeded } from '../support/plant';
import { CLASS_FAULTS } from '../support/plant-class-faults';
import { ID_FAULTS } from '../support/plant-id-faults';
import { TASK_FAULTS } from '../support/plant-task-faults';
import { type WholeJob, wholeJobs } from './config-jobs';
import { MUTATION, mutate } from './config-mutants';
import { startOracle } from './oracle-client';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 4000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);

/** What NVFLARE made of one side of one app. */
interface Built {
  readonly failed: 'configure' | 'start' | null;
  readonly error?: string;
  readonly message?: string;
  readonly where?: 'constructor' | 'nvflare';
  readonly filters?: { readonly data: readonly string[]; readonly result: readonly string[] };
  readonly tasks?: Readonly<Record<string, string>>;
}

interface Side {
  readonly app: string;
  readonly side: 'server' | 'client';
}

/** A job with what both say of it. */
interface Compared {
  readonly analysis: Analysis;
  readonly built: readonly (Side & Built)[];
}

const oracle = startOracle();
after(() => oracle.close());
const target = await installedRelease();
const FAULTS = [...CLASS_FAULTS, ...ID_FAULTS, ...TASK_FAULTS];
const MOST_OF_A_KIND = 12;
const jobs = wholeJobs();

async function installedRelease(): Promise<Release> {
  const { ok } = await oracle.ask('config', { do: 'release' });
  const release = typeof ok === 'string' ? parseRelease(ok) : undefined;
  assert.ok(release && ALL_CATALOGS.has(lineOf(release)), `there is no catalogue of the installed nvflare ${String(ok)}`);
  return release;
}

function check(sources: JobSources): Analysis {
  const analysis = analyze(sources, { target, ...ALL_RULES });
  assert.deepEqual(analysis.failures, []);
  return analysis;
}

function sidesOf({ wiring: model }: Analysis): readonly Side[] {
  return (model?.configs ?? []).map(({ app, side }) => ({ app, side }));
}

/** Asks for several jobs at once. */
async function compare(
  cases: readonly { readonly sources: JobSources; readonly sides: readonly Side[] }[],
): Promise<readonly Compared[]> {
  const analyses = cases.map(({ sources }) => check(sources));
  const requests = cases.flatMap(({ sources, sides }, i) => {
    const model = analyses[i]?.wiring;
    const tasks = model ? [...new Set(taskFlow(model).sent.map(({ name }) => name))] : [];
    const byoc = [...sources.folders.keys()].some((folder) => /^[^/]+\/custom$/.test(folder));
    return sides.map(({ app, side }) => ({ side, files: filesOf(sources, app), byoc, start: true, tasks }));
  });
  const { ok, error } = await oracle.ask('config', { do: 'build', apps: requests });
  assert.ok(Array.isArray(ok), error);
  const answers = (ok as unknown as readonly Built[])[Symbol.iterator]();
  return cases.map(({ sides }, i) => ({
    analysis: analyses[i] as Analysis,
    built: sides.map((side) => ({ ...side, ...(answers.next().value as Built) })),
  }));
}

function filesOf({ texts }: JobSources, app: string): Readonly<Record<string, string>> {
  const inside = [...texts].flatMap(([path, source]) =>
    path.startsWith(`${app}/`) && source.kind === 'text' ? [[path.slice(app.length + 1), source.text] as const] : [],
  );
  return Object.fromEntries(inside);
}

/** What is said of the run; the meta file and packing are compared elsewhere. */
function said({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ stage, file }) => (stage === 'run' || stage === 'never') && !file.startsWith('meta'));
}

/** Warnings that certainly say what happens, though NVFLARE runs the job. */
const NEVER_RUN = ['filters/pattern', 'ids/cleanser-missing'];

function errorsOf(analysis: Analysis): readonly Finding[] {
  return said(analysis).filter(({ severity, code }) => severity === 'error' || NEVER_RUN.includes(code));
}

function written(findings: readonly Finding[]): string {
  return findings.map(({ code, message }) => `${code}: ${message}`).join('; ');
}

function told(built: readonly (Side & Built)[]): string {
  return built
    .filter(({ failed }) => failed)
    .map(({ message = '', ...rest }) => ({ ...rest, message: message.replace(/^Error .*?(?=path: |exception: )/s, '') }))
    .map(({ app, side, failed, where, error, message }) => `${app} ${side} ${failed} (${where}): ${error}: ${message}`)
    .join('; ');
}

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

/** Ids that are looked up when the first task comes, which needs a whole simulation. */
const LATER = /^"generator_id" /;

/** Whether NVFLARE shows what an error says: it fails, or what is said never to run is not in its tables. */
function isShown(
  { code, file, range, message }: Finding,
  built: readonly (Side & Built)[],
  { job, wiring: model }: Analysis,
): boolean {
  const own = built.filter(({ app, side }) => file.startsWith(`${app}/`) && file.includes(`config_fed_${side}`));
  // What fails earlier hides the rest.
  if (own.some(({ failed }) => failed === 'configure')) return true;
  switch (code) {
    case 'tasks/no-executor': {
      // Whether the client's router knows the task; that the server then ends the job is seen in the simulator.
      const { sent } = taskFlow(model as Wiring);
      return built.some(
        ({ side, failed, tasks }) => side === 'client' && (failed || sent.some(({ name }) => tasks && !(name in tasks))),
      );
    }
    case 'filters/pattern': {
      const source = job.sources.texts.get(file);
      const pattern = source?.kind === 'text' ? source.text.slice(range.start, range.end).replaceAll('"', '') : '';
      return own.some(({ filters }) =>
        [...(filters?.data ?? []), ...(filters?.result ?? [])].some((key) => key.startsWith(`${pattern}/`)),
      );
    }
    case 'ids/cleanser-missing':
      return own.every(({ failed }) => failed === null);
    default:
      return own.some(({ failed }) => failed !== null) || LATER.test(message);
  }
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

/**
 * Whether the code of a component refused a value, or a class is of a package that may be installed at a site: neither is in the
 * files of a job. Whatever says that a component was not found, or is of the wrong class, is.
 */
function isOfValues({ failed, where, message = '' }: Built): boolean {
  if (where === 'constructor') return true;
  if (failed === 'start') return !/but got <class|type object|instance/.test(message);
  return /Can't load class (?!nvflare)[\w.-]+: No module named/.test(message);
}

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

function differenceOf(
  { analysis, built }: Compared,
  seen: Record<'jobs' | 'failed' | 'refused' | 'errors' | 'warned', number>,
): string | undefined {
  seen.jobs++;
  const errors = errorsOf(analysis);
  const failures = built.filter(({ failed }) => failed);
  if (failures.length > 0) seen.failed++;
  if (errors.length > 0) seen.errors++;
  for (const error of errors)
    if (!isShown(error, built, analysis)) return `${written([error])}\n    NVFLARE: ${told(built) || 'built and started'}`;
  if (failures.length === 0 || errors.length > 0) return undefined;
  if (said(analysis).length > 0) {
    seen.warned++;
    return undefined;
  }
  if (failures.every(isOfValues)) {
    seen.refused++;
    return undefined;
  }
  return `nothing\n    NVFLARE: ${told(built)}`;
}
