import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Analysis, analyze } from '../../src/core/analyze';
import { lineOf, parseRelease } from '../../src/core/job/release';
import type { Finding, Fix } from '../../src/core/rules/finding';
import { fixedText, resolveFix } from '../../src/core/rules/resolve-fix';
import { applyEdits } from '../../src/core/text/text-edit';
import { wiringPart } from '../../src/core/wiring/index';
import { META_RULES } from '../support/all-rules';
import { ALL_CATALOGS } from '../support/catalogs';
import { type CorpusJob, corpusJobs, HAS_CORPUS, sayNoCorpus } from '../support/corpus';
import { type Fault, type Planting, placeAfter, seeded } from '../support/plant';
import { CLASS_FAULTS } from '../support/plant-class-faults';
import { ID_FAULTS } from '../support/plant-id-faults';
import { TASK_FAULTS } from '../support/plant-task-faults';

// Faults planted one at a time into the real jobs of the releases that have a catalogue, chosen by a fixed seed.
const FAULTS = [...CLASS_FAULTS, ...ID_FAULTS, ...TASK_FAULTS];
const MOST_OF_A_KIND = 160;
const LEAST_CASES = 1500;
const wiring = wiringPart(ALL_CATALOGS);

interface Case {
  readonly fault: Fault;
  readonly planting: Planting;
  readonly job: CorpusJob;
  readonly before: Analysis;
}

interface Outcome {
  readonly name: string;
  readonly isFound: boolean;
  readonly others: readonly string[];
  /** Titles of fixes after which the finding is still there. */
  readonly idleFixes: readonly string[];
  /** Titles of fixes with the errors that they bring. */
  readonly harm: readonly string[];
  readonly fixes: number;
}

if (!HAS_CORPUS) sayNoCorpus('planted faults');
const outcomes = HAS_CORPUS ? choose().map(tryOut) : [];

test('faults planted into real jobs are found where they were planted', () => {
  if (!HAS_CORPUS) return;
  assert.ok(outcomes.length >= LEAST_CASES, `only ${outcomes.length} cases`);
  const missed = outcomes.filter(({ isFound }) => !isFound).map(({ name }) => name);
  assert.ok(
    missed.length <= outcomes.length / 100,
    `${missed.length} of ${outcomes.length} are not found:\n${missed.join('\n')}`,
  );
});

test('a planted fault brings no error besides its own', () => {
  const wrong = outcomes.flatMap(({ name, others }) => others.map((other) => `${name}: ${other}`));
  assert.deepEqual(wrong, []);
});

test('every fix that is offered for a planted fault takes its finding away', () => {
  assert.deepEqual(
    outcomes.flatMap(({ name, idleFixes }) => idleFixes.map((title) => `${name}: ${title}`)),
    [],
  );
  if (HAS_CORPUS) assert.ok(outcomes.reduce((sum, { fixes }) => sum + fixes, 0) > 500);
});

test('no fix that is offered for a planted fault brings an error', () => {
  assert.deepEqual(
    outcomes.flatMap(({ name, harm }) => harm.map((title) => `${name}: ${title}`)),
    [],
  );
});

test('every kind of fault was planted', () => {
  if (!HAS_CORPUS) return;
  const never = FAULTS.filter(({ name }) => !outcomes.some((outcome) => outcome.name.startsWith(`${name}: `)));
  assert.deepEqual(
    never.map(({ name }) => name),
    [],
  );
});

function check({ id, sources }: CorpusJob, files: CorpusJob['sources']['texts'], previous?: Analysis): Analysis {
  const target = parseRelease(/^NVFlare-([\d.]+)/.exec(id)?.[1] ?? '');
  assert.ok(target, `${id} does not say its release`);
  const options = { target, ...META_RULES, wiring, previous };
  return analyze({ ...sources, texts: files }, options);
}

/** Of every kind as many cases as there may be, drawn from all places in all jobs. */
function choose(): readonly Case[] {
  const random = seeded(4);
  const jobs = corpusJobs()
    .filter(({ kind, oracle }) => kind === 'job' && oracle.valid)
    .map((job) => ({ job, before: check(job, job.sources.texts) }))
    .filter(({ before }) => ALL_CATALOGS.has(lineOf(before.job.target)));
  return FAULTS.flatMap((fault) => {
    const cases = jobs.flatMap(({ job, before }) =>
      before.wiring
        ? [...fault.plant(before.job, before.wiring, random)].map((planting) => ({ fault, planting, job, before }))
        : [],
    );
    for (let i = cases.length - 1; i > 0; i--) {
      const other = random(i + 1);
      [cases[i], cases[other]] = [cases[other] as Case, cases[i] as Case];
    }
    return cases.slice(0, MOST_OF_A_KIND);
  });
}

function tryOut({ fault, planting, job, before }: Case): Outcome {
  const source = job.sources.texts.get(planting.file);
  assert.ok(source?.kind === 'text');
  const text = applyEdits(source.text, [planting.edit]);
  const after = check(job, new Map([...job.sources.texts, [planting.file, { kind: 'text', text }]]), before);
  const place = placeAfter(planting);
  const touches = (at: { readonly file: string; readonly range: { readonly start: number; readonly end: number } }) =>
    at.file === planting.file && at.range.start <= place.end && at.range.end >= place.start;
  const old = new Set(before.findings.map(identity));
  const found = after.findings.filter((finding) => !old.has(identity(finding)));
  const own = found.filter(({ code }) => code === fault.code);
  const tried = own.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
  const mended = tried.map((one) => ({ ...one, findings: findingsAfter(one.fix, job, after) }));
  const said = new Map(errorCodes(after.findings));
  return {
    name: `${fault.name}: ${job.id} ${planting.file}: ${JSON.stringify(planting.edit.newText)}`,
    isFound: found.some((finding) => finding.code === fault.code && [finding, ...finding.related].some(touches)),
    others: found
      .filter(({ severity, code }) => severity === 'error' && code !== fault.code && !fault.causes.includes(code))
      .map(identity),
    fixes: tried.length,
    idleFixes: mended.filter(({ finding, findings }) => isThere(finding, findings)).map(({ fix }) => fix.title),
    // Of a class that was not known, arguments and kind are judged for the first time.
    harm: mended
      .filter(({ finding }) => !finding.code.startsWith('classes/'))
      .flatMap(({ fix, findings }) => {
        const brought = errorCodes(findings ?? []).filter(([code, count]) => count > (said.get(code) ?? 0));
        return brought.map(([code]) => `${fix.title} brings ${code}`);
      }),
  };
}

/** How many errors there are of each rule. */
function errorCodes(findings: readonly Finding[]): readonly (readonly [code: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { code, severity } of findings) if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts];
}

/** A fix that cannot be made leaves everything as it is. */
function isThere(finding: Finding, findings: readonly Finding[] | undefined): boolean {
  return !findings || findings.some((other) => identity(other) === identity(finding));
}

/** What is found after a fix; nothing where it cannot be made. */
function findingsAfter(fix: Fix, job: CorpusJob, { job: faulty }: Analysis): readonly Finding[] | undefined {
  const { texts } = faulty.sources;
  const textOf = (file: string) => {
    const source = texts.get(file);
    return source?.kind === 'text' ? source.text : '';
  };
  const documents = [faulty.meta, ...[...faulty.apps.values()].flatMap(({ server, client }) => [server, client])];
  const documentOf = (file: string) => documents.find((config) => config?.file === file)?.document;
  const resolved = resolveFix(fix, META_RULES.formats, documentOf);
  if (!resolved) return undefined;
  const mended = new Map(texts);
  for (const file of resolved.edits.keys()) mended.set(file, { kind: 'text', text: fixedText(resolved, file, textOf(file)) });
  return check(job, mended).findings;
}

function identity({ code, file, message }: Finding): string {
  return `${code} in ${file}: ${message}`;
}
