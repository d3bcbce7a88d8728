import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Analysis, analyze } from '../../../src/core/analyze';
import type { Completion } from '../../../src/core/complete/index';
import type { FormatName } from '../../../src/core/formats/document';
import { formatOf, readConfig, withoutEnding } from '../../../src/core/formats/index';
import { isSince, NEWEST, parseRelease, type Release } from '../../../src/core/job/release';
import type { JobSources } from '../../../src/core/job/sources';
import { ALL_RULES } from '../../support/all-rules';
import { type CaretText, caretsOf } from '../../support/carets';
import { afterwards, completionsFor } from '../../support/completing';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';
import { type Random, seeded } from '../../support/plant';
import { textIn } from '../../support/three-formats';

/** How much of each job is tried: places, and offers at each. */
const PLACES = Number(process.env.FLARE_PLACES ?? 5);
const OFFERS = 6;
const CORPUS_JOBS = Number(process.env.FLARE_JOBS ?? 60);
const ENDINGS: { readonly [format in FormatName]: string } = { json: '.json', hocon: '.conf', yaml: '.yml' };
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
  const random = seeded(51);
  const seen = examples.reduce((sum, job) => sum + tryJob(job, random, 3 * PLACES), 0);
  assert.ok(seen > 150, `only ${seen} offers were tried`);
});

test('an accepted offer makes no new error in real jobs', () => {
  if (!HAS_CORPUS) {
    sayNoCorpus('offers in real jobs');
    return;
  }
  const random = seeded(52);
  const all = corpusJobs().filter(({ kind, oracle }) => kind === 'job' && oracle.valid);
  const jobs = Array.from({ length: CORPUS_JOBS }, () => all[random(all.length)]).flatMap((job): readonly RealJob[] => {
    const target = parseRelease(/^NVFlare-([\d.]+)/.exec(job?.id ?? '')?.[1] ?? '');
    return job && target ? [{ id: job.id, sources: job.sources, target }] : [];
  });
  const seen = jobs.reduce((sum, job) => sum + tryJob(job, random, PLACES), 0);
  assert.ok(seen > CORPUS_JOBS * 4, `only ${seen} offers were tried`);
});

/** Tries some offers at some places, one of the job's files in any format; gives how many. */
function tryJob({ id, sources, target }: RealJob, random: Random, places: number): number {
  const before = analyze(sources, { target, ...ALL_RULES });
  const { job } = before;
  const apps = [...job.apps.values()].filter(({ deployed }) => deployed);
  const files = [job.meta, ...apps.flatMap((app) => [app.server, app.client])].flatMap((config) => (config ? [config.file] : []));
  let seen = 0;
  for (let i = 0; i < places; i++) {
    const file = files[random(files.length)];
    const written = file === undefined ? undefined : inFormat(sources, file, isSince(target, '2.4') ? random(3) : 0);
    if (!written) continue;
    const document = readConfig(TEST_FORMATS, formatOf(written.file) ?? 'json', textOf(written.sources, written.file));
    const carets = caretsOf(document);
    const caret = carets[random(carets.length)];
    if (caret) seen += tryPlace(id, { ...written, target }, caret, random, before);
  }
  return seen;
}

interface Written {
  readonly sources: JobSources;
  readonly file: string;
}

function tryPlace(
  id: string,
  { sources, file, target }: Written & { target: Release },
  caret: CaretText,
  random: Random,
  whole: Analysis,
): number {
  const begun = analyze(withText(sources, file, caret.text), { target, ...ALL_RULES });
  const { items } = completionsFor({ analysis: begun, file, ...caret }, SITES);
  const allowed = together(countErrors(whole), countErrors(begun));
  const chosen = Array.from({ length: Math.min(OFFERS, items.length) }, () => items[random(items.length)]);
  for (const item of chosen) {
    // What needs more than itself says so, and the errors then say it too.
    if (!item || item.needs.length > 0) continue;
    const text = filledIn(caret, item, { sources, file, target });
    if (text === undefined) continue;
    const after = analyze(withText(sources, file, text), { target, ...ALL_RULES });
    for (const [code, number] of countErrors(after)) {
      const messages = after.findings.filter((finding) => finding.code === code).map(({ message }) => message);
      const around = text.slice(Math.max(0, caret.offset - 300), caret.offset + 200);
      assert.ok(
        number <= (allowed.get(code) ?? 0),
        `${id} ${file}: "${item.label}" (${item.detail}) makes ${code}: ${messages.join('; ')}\n${around}`,
      );
    }
  }
  return chosen.length;
}

/**
 * The text after an offer was accepted. Where the caret then stands at an empty place, the first offer for that is accepted as well,
 * as an author does; `undefined` where such a place is to be filled with what only the author knows.
 */
function filledIn(caret: CaretText, item: Completion, job: Written & { target: Release }, depth = 0): string | undefined {
  const { text, offset } = afterwards(caret.text, item);
  if (offset === undefined) return text;
  const analysis = analyze(withText(job.sources, job.file, text), { target: job.target, ...ALL_RULES });
  const next = { text, offset };
  const { items } = completionsFor({ analysis, file: job.file, ...next }, SITES);
  const [first] = items.filter(({ needs }) => needs.length === 0);
  return first && depth < 3 ? filledIn(next, first, job, depth + 1) : undefined;
}

function countErrors({ findings }: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, code } of findings) if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function together(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...a.keys(), ...b.keys()].map((code) => [code, Math.max(a.get(code) ?? 0, b.get(code) ?? 0)]));
}

/** The job with one of its files in another format, where that can say what the file says. */
function inFormat(sources: JobSources, file: string, choice: number): Written | undefined {
  const format = (['json', 'hocon', 'yaml'] as const)[choice] ?? 'json';
  if (format === 'json' || formatOf(file) !== 'json' || file.endsWith('.default')) return { sources, file };
  const text = textOf(sources, file);
  if (readConfig(TEST_FORMATS, 'json', text).problems.length > 0) return { sources, file };
  const other = withoutEnding(file) + ENDINGS[format];
  const texts = new Map<string, string>();
  for (const [path, source] of sources.texts)
    if (source.kind === 'text') texts.set(path === file ? other : path, path === file ? textIn(format, text) : source.text);
  for (const path of sources.files.keys()) if (!texts.has(path) && path !== file) texts.set(path, '');
  return { sources: sourcesOf(sources.name, texts, sources.folders.keys()), file: other };
}

function withText(sources: JobSources, file: string, text: string): JobSources {
  return { ...sources, texts: new Map(sources.texts).set(file, { kind: 'text', text }) };
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
