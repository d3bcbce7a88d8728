import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Analysis, analyze } from '../../../src/core/analyze';
import type { Completion } from '../../../src/core/complete/index';
import { formatOf, readConfig, withoutEnding } from '../../../src/core/formats/index';
import { STAND_IN } from '../../../src/core/formats/typing/typed-place';
import { withText } from '../../../src/core/job/edited-texts';
import type { Job } from '../../../src/core/job/model';
import { isSince, NEWEST, parseRelease, type Release } from '../../../src/core/job/release';
import type { JobSources } from '../../../src/core/job/sources';
import { ALL_RULES } from '../../support/all-rules';
import { type CaretText, caretsOf } from '../../support/carets';
import { accepted, completionsFor, jobAfter } from '../../support/completing';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';
import { type Random, seeded } from '../../support/plant';
import { randomlyEdited } from '../../support/random-edits';
import { ENDINGS, textInIfItCan } from '../../support/three-formats';

/** How much of each job is tried: places, and offers at each. */
const PLACES = Number(process.env.FLARE_PLACES ?? 4);
const OFFERS = Number(process.env.FLARE_OFFERS ?? 8);
const CORPUS_JOBS = Number(process.env.FLARE_JOBS ?? 40);
const SEED = Number(process.env.FLARE_SEED ?? 51);
const SITES = ['hospital-a', 'hospital-b'].map((name) => ({ name, from: 'project.yml', isProvisioned: true }));

interface RealJob {
  readonly id: string;
  readonly sources: JobSources;
  readonly target: Release;
}

const examples = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry): RealJob => ({ id: `examples/${entry.name}`, sources: folderOf(`examples/${entry.name}`), target: NEWEST }));

test('an accepted offer makes no new error in the examples', () => {
  const random = seeded(SEED);
  const seen = examples.reduce((sum, job) => sum + tryJob(job, random, 3 * PLACES), 0);
  assert.ok(seen > 150, `only ${seen} offers were tried`);
});

test('an accepted offer makes no new error in examples that somebody changed', () => {
  const random = seeded(SEED + 1);
  const seen = examples.reduce((sum, job) => sum + tryJob(changed(job, random), random, 2 * PLACES), 0);
  assert.ok(seen > 60, `only ${seen} offers were tried`);
});

test('an accepted offer makes no new error in real jobs', () => {
  if (!HAS_CORPUS) {
    sayNoCorpus('offers in real jobs');
    return;
  }
  const random = seeded(SEED + 2);
  const jobs = realJobs(random);
  const seen = jobs.reduce((sum, job) => sum + tryJob(job, random, PLACES), 0);
  assert.ok(seen > jobs.length * 4, `only ${seen} offers were tried`);
});

test('an accepted offer makes no new error in real jobs that somebody changed', () => {
  if (!HAS_CORPUS) {
    sayNoCorpus('offers in changed jobs');
    return;
  }
  const random = seeded(SEED + 3);
  const jobs = realJobs(random).map((job) => changed(job, random));
  const seen = jobs.reduce((sum, job) => sum + tryJob(job, random, PLACES), 0);
  assert.ok(seen > jobs.length * 2, `only ${seen} offers were tried`);
});

function realJobs(random: Random): readonly RealJob[] {
  const all = corpusJobs().flatMap(({ id, kind, oracle, sources }): readonly RealJob[] => {
    const target = parseRelease(/^NVFlare-([\d.]+)/.exec(id)?.[1] ?? '');
    return kind === 'job' && oracle.valid && target ? [{ id, sources, target }] : [];
  });
  return Array.from({ length: CORPUS_JOBS }, () => all[random(all.length)]).filter((job) => job !== undefined);
}

function changed({ id, sources, target }: RealJob, random: Random): RealJob {
  const files = configFiles(analyze(sources, { target, ...ALL_RULES }).job);
  return { id: `${id}, changed`, target, sources: randomlyEdited(sources, files, random, 1 + random(3)) };
}

function configFiles({ meta, apps }: Job): readonly string[] {
  const deployed = [...apps.values()].filter((app) => app.deployed);
  return [meta, ...deployed.flatMap((app) => [app.server, app.client])].flatMap((config) => (config ? [config.file] : []));
}

/** Tries some offers at some places, one of the job's files in any format; gives how many. */
function tryJob({ id, sources, target }: RealJob, random: Random, places: number): number {
  const whole = analyze(sources, { target, ...ALL_RULES });
  const files = configFiles(whole.job);
  let seen = 0;
  let left = places;
  // At many places there is nothing to offer: in texts that only their author knows.
  for (let i = 0; left > 0 && i < 4 * places; i++) {
    const file = files[random(files.length)];
    const written = file === undefined ? undefined : inFormat(sources, file, isSince(target, '2.4') ? random(3) : 0);
    if (!written) continue;
    const document = readConfig(TEST_FORMATS, formatOf(written.file) ?? 'json', textOf(written.sources, written.file));
    const carets = caretsOf(document);
    const caret = carets[random(carets.length)];
    const tried = caret ? tryPlace({ id, ...written, target, caret, whole }, random) : 0;
    seen += tried;
    if (tried > 0) left--;
  }
  return seen;
}

/** A caret in a file of a job, and the job as it was before somebody began to type there. */
interface Tried extends RealJob {
  readonly file: string;
  readonly caret: CaretText;
  readonly whole: Analysis;
}

function tryPlace(tried: Tried, random: Random): number {
  const { sources, file, target, caret } = tried;
  const analysis = analyze(withText(sources, file, caret.text), { target, ...ALL_RULES });
  const { items } = completionsFor({ analysis, file, ...caret }, SITES);
  assertFarReachingComeLast(items);
  const before = [tried.whole, analysis, ...withoutHiding(tried, analysis)].map(countErrors);
  const chosen = Array.from({ length: Math.min(OFFERS, items.length) }, () => items[random(items.length)]);
  for (const item of new Set(chosen)) if (item) assertNoNewError(tried, item, before, analysis);
  return chosen.length;
}

function assertNoNewError(
  { id, file, caret, target }: Tried,
  item: Completion,
  before: readonly ReadonlyMap<string, number>[],
  analysis: Analysis,
): void {
  const after = analyze(jobAfter(analysis, file, caret.text, item), { target, ...ALL_RULES });
  for (const [code, number] of countErrors(after)) {
    const allowed = Math.max(...before.map((counts) => counts.get(code) ?? 0));
    const messages = after.findings.filter((finding) => finding.code === code).map(({ message }) => message);
    const text = accepted(caret.text, item);
    const around = text.slice(Math.max(0, caret.offset - 300), caret.offset + 300);
    const message = `${id} ${file}: "${item.label}" (${item.detail}; ${item.brings}) makes ${code}: ${messages.join('; ')}\n${around}`;
    assert.ok(number <= allowed, message);
  }
}

/** What changes another file as well stands behind everything else. */
function assertFarReachingComeLast(items: readonly Completion[]): void {
  const ordered = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ beyond }) => beyond !== undefined);
  assert.ok(
    !ordered.some((isFar, index) => isFar && ordered[index + 1] === false),
    'an offer that changes another file is in front',
  );
}

/**
 * The job with what is half-typed made whole by a word of no meaning, because broken texts hide the errors that they have: a missing key
 * beside the one that is typed, a task or an id that somebody deleted. In the meta file: with every app deployed, because only those are checked.
 */
function withoutHiding({ file, caret, sources, target }: Tried, { job }: Analysis): readonly Analysis[] {
  const checked = (path: string, text: string) => analyze(withText(sources, path, text), { target, ...ALL_RULES });
  const format = TEST_FORMATS[formatOf(file) ?? 'json'];
  const place = format && 'placeAt' in format ? format.placeAt(caret.text, caret.offset) : undefined;
  const isMeta = file === job.meta?.file;
  const isId = place?.kind === 'value' && place.path.at(-1) === 'id';
  const isHidden = place && (place.kind === 'key' || (!isMeta && (place.kind === 'item' || isId)));
  const spelt = isHidden ? [checked(file, place.document.text.replaceAll(STAND_IN, 'x'))] : [];
  return isMeta ? [...spelt, ofApps(checked(file, everywhere(job, file)), file)] : spelt;
}

/** A meta file by which each app goes to whom it has a configuration for. */
function everywhere({ apps }: Job, file: string): string {
  const sites = [...apps.values()].map((app, index) => [
    app.name,
    [...(app.server ? ['server'] : []), ...(app.client ? [`site-${index + 1}`] : [])],
  ]);
  const json = JSON.stringify({ name: 'x', deploy_map: Object.fromEntries(sites) });
  return textInIfItCan(formatOf(file) ?? 'json', json) ?? json;
}

function ofApps(analysis: Analysis, meta: string): Analysis {
  return { ...analysis, findings: analysis.findings.filter((finding) => finding.file !== meta) };
}

function countErrors({ findings }: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, code } of findings) if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

interface Written {
  readonly sources: JobSources;
  readonly file: string;
}

/** The job with one of its files in another format, where that can say what the file says. */
function inFormat(sources: JobSources, file: string, choice: number): Written | undefined {
  const format = (['json', 'hocon', 'yaml'] as const)[choice] ?? 'json';
  if (format === 'json' || formatOf(file) !== 'json' || file.endsWith('.default')) return { sources, file };
  const text = textOf(sources, file);
  const said = readConfig(TEST_FORMATS, 'json', text).problems.length > 0 ? undefined : textInIfItCan(format, text);
  if (said === undefined) return { sources, file };
  const other = withoutEnding(file) + ENDINGS[format];
  const texts = new Map<string, string>();
  for (const [path, source] of sources.texts)
    if (source.kind === 'text') texts.set(path === file ? other : path, path === file ? said : source.text);
  for (const path of sources.files.keys()) if (!texts.has(path) && path !== file) texts.set(path, '');
  return { sources: sourcesOf(sources.name, texts, sources.folders.keys()), file: other };
}

function textOf(sources: JobSources, file: string): string {
  const source = sources.texts.get(file);
  return source?.kind === 'text' ? source.text : '';
}

function folderOf(root: string): JobSources {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) texts.set(path.slice(root.length + 1), readFileSync(path, 'utf8'));
  }
  return sourcesOf(root.slice(root.indexOf('/') + 1), texts);
}
