import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../src/core/actions/fix-all';
import { documentsOf } from '../../src/core/actions/fix-plan';
import type { JobAction } from '../../src/core/actions/job-action';
import { migrate } from '../../src/core/actions/migrate';
import { siteActions } from '../../src/core/actions/move-site';
import { organiseMeta } from '../../src/core/actions/organise';
import { silenceByComment } from '../../src/core/actions/silence-comment';
import { type Analysis, analyze } from '../../src/core/analyze';
import { classChanges } from '../../src/core/catalog/class-changes';
import { NEWEST, parseRelease, type Release } from '../../src/core/job/release';
import { contentsOf, type JobSources } from '../../src/core/job/sources';
import type { Finding, Fix } from '../../src/core/rules/finding';
import { fixedText, resolveFix } from '../../src/core/rules/resolve-fix';
import { withoutSilenced } from '../../src/core/settings/silence';
import { applyEdits, type TextEdit } from '../../src/core/text/text-edit';
import { ALL_RULES } from '../support/all-rules';
import { ALL_CATALOGS, HISTORY } from '../support/catalogs';
import { type CorpusJob, corpusJobs, HAS_CORPUS, sayNoCorpus } from '../support/corpus';
import { seeded } from '../support/plant';

// What is offered for the jobs of the corpus and their mutants is made, some of it, chosen by a fixed seed.
const MOST_FIXES = 1500;
const MOST_JOBS = 150;

if (!HAS_CORPUS) sayNoCorpus('fixes and actions');
const random = seeded(11);
const jobs = HAS_CORPUS ? shuffled(corpusJobs().filter(({ kind }) => kind === 'job' || kind === 'mutant')) : [];

function shuffled<T>(all: readonly T[]): readonly T[] {
  const list = [...all];
  for (let i = list.length - 1; i > 0; i--) {
    const other = random(i + 1);
    [list[i], list[other]] = [list[other] as T, list[i] as T];
  }
  return list;
}

function releaseOf({ id }: CorpusJob): Release {
  return parseRelease(/^NVFlare-([\d.]+)/.exec(id)?.[1] ?? '') ?? NEWEST;
}

function check(sources: JobSources, target: Release): Analysis {
  return analyze(sources, { target, ...ALL_RULES });
}

function withTexts(sources: JobSources, edits: ReadonlyMap<string, readonly TextEdit[]>): JobSources {
  const texts = new Map(sources.texts);
  for (const [file, own] of edits) {
    const source = texts.get(file);
    if (source?.kind === 'text') texts.set(file, { kind: 'text', text: applyEdits(source.text, own) });
  }
  return { ...sources, texts };
}

/** What is said, wherever it stands then. */
function saying({ code, file, message }: Finding): string {
  return `${code} in ${file}: ${message}`;
}

/** The errors that are more than before, by code. Where something is read for the first time it is judged for the first time. */
function newErrors(before: Analysis, after: Analysis): readonly string[] {
  const count = ({ findings }: Analysis) => {
    const counts = new Map<string, number>();
    for (const { code, severity } of findings) if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts;
  };
  const old = count(before);
  return [...count(after)].filter(([code, number]) => number > (old.get(code) ?? 0)).map(([code]) => code);
}

function isTextual({ changes }: Fix): boolean {
  return changes.every(({ kind }) => kind === 'tree' || kind === 'text');
}

/**
 * What may be found after a fix, because only then it is read, or known which class it is: it was wrong before. Whatever else is new is
 * the fix's doing. (`mended-faults.test.ts` holds such fixes against the job before its fault, where nothing may be new.)
 */
const SHOWS: Readonly<Record<string, readonly string[]>> = {
  'apps/unreadable-server-config': ['config/format-version', 'config/nothing-to-run'],
  'classes/bad-name': ['arguments/missing'],
  'classes/not-in-nvflare': ['arguments/missing', 'arguments/unknown', 'tasks/no-executor'],
  'deploy-map/missing': ['classes/not-in-nvflare', 'arguments/missing'],
  'deploy-map/no-server': ['tasks/no-executor'],
  'deploy-map/no-site': ['config/nothing-to-run', 'tasks/no-executor'],
  'deploy-map/site-not-a-string': ['clients/too-few-sites', 'deploy-map/no-server'],
  'meta/misspelt-key': ['classes/not-in-nvflare'],
};

test('every fix takes its finding away and brings no error', () => {
  const faults: string[] = [];
  let tried = 0;
  for (const job of jobs) {
    if (tried >= MOST_FIXES) break;
    const before = check(job.sources, releaseOf(job));
    const documents = documentsOf(before.job);
    const said = new Map<string, number>();
    for (const finding of before.findings) said.set(saying(finding), (said.get(saying(finding)) ?? 0) + 1);
    for (const finding of before.findings.slice(0, 6)) {
      for (const fix of finding.fixes.filter(isTextual)) {
        const resolved = resolveFix(fix, ALL_RULES.formats, (file) => documents.get(file));
        if (!resolved) continue;
        tried++;
        const after = check(withTexts(job.sources, resolved.edits), before.job.target);
        const left = after.findings.filter((other) => saying(other) === saying(finding)).length;
        const more = newErrors(before, after).filter((code) => !SHOWS[finding.code]?.includes(code));
        if (left >= (said.get(saying(finding)) ?? 0)) faults.push(`${job.id}: "${fix.title}" leaves ${saying(finding)}`);
        if (more.length > 0) faults.push(`${job.id}: "${fix.title}" of ${finding.code} brings ${more.join(', ')}`);
      }
    }
  }
  assert.deepEqual(faults, []);
  if (HAS_CORPUS) assert.ok(tried > 300, `only ${tried} fixes`);
});

test('all fixes at once leave nothing that they could have mended, and bring no error', () => {
  for (const job of jobs.slice(0, MOST_JOBS)) {
    const before = check(job.sources, releaseOf(job));
    const edits = fixAll({ analysis: before, formats: ALL_RULES.formats }, (now) => check(now, before.job.target), {});
    const after = check(withTexts(job.sources, new Map(edits.map(({ file, edit }) => [file, [edit]]))), before.job.target);
    if (edits.length === 0) continue;
    assert.ok(after.findings.length <= before.findings.length || before.rejected, job.id);
    assert.deepEqual(
      fixAll({ analysis: after, formats: ALL_RULES.formats }, (now) => check(now, before.job.target), {}),
      [],
      job.id,
    );
  }
});

test('sites move and get apps of their own, and meta files are organised, without an error more', () => {
  let made = 0;
  for (const job of jobs.slice(0, MOST_JOBS)) {
    const before = check(job.sources, releaseOf(job));
    const organised = organiseMeta(before.job);
    const actions = [
      ...before.job.deployment.sites.slice(0, 3).flatMap((site) => siteActions(before.job, site)),
      ...(organised ? [organised] : []),
    ];
    for (const action of actions) {
      const after = acted(before, action);
      if (!after) continue;
      made++;
      // A copy of an app has what the app has wrong with it.
      const old = new Set(action.copies.length > 0 ? before.findings.map(({ code }) => code) : []);
      assert.deepEqual(
        newErrors(before, after).filter((code) => !old.has(code)),
        [],
        `${job.id}: ${action.title}`,
      );
    }
  }
  if (HAS_CORPUS) assert.ok(made > 50, `only ${made} actions`);
});

function acted({ job }: Analysis, action: JobAction): Analysis | undefined {
  const documents = documentsOf(job);
  const resolved = resolveFix(action, ALL_RULES.formats, (file) => documents.get(file));
  if (!resolved || !job.meta) return undefined;
  assert.notEqual(fixedText(resolved, job.meta.file, job.meta.document.text), job.meta.document.text);
  const changed = withTexts(job.sources, resolved.edits);
  const files = new Map(changed.files);
  const folders = new Map(changed.folders);
  const texts = new Map(changed.texts);
  for (const { from, to } of action.copies) {
    const copy = <T>(map: Map<string, T>) => {
      for (const [path, value] of [...map])
        if (path === from || path.startsWith(`${from}/`)) map.set(to + path.slice(from.length), value);
    };
    copy(files);
    copy(folders);
    copy(texts);
  }
  return check({ ...changed, files, folders, texts, contents: contentsOf(files.keys(), folders.keys()) }, job.target);
}

test('a rule that is silenced is silent, and the verdict stays', () => {
  let made = 0;
  for (const job of jobs) {
    if (made > 200) break;
    const before = check(job.sources, releaseOf(job));
    const documents = documentsOf(before.job);
    for (const finding of before.findings.slice(0, 3)) {
      const document = documents.get(finding.file);
      for (const reach of ['line', 'file'] as const) {
        const edit = document && silenceByComment(document, { ...finding, reach }, ALL_RULES.formats);
        if (!edit) continue;
        made++;
        const after = check(withTexts(job.sources, new Map([[finding.file, [edit]]])), before.job.target);
        const heard = withoutSilenced(after, { folder: '/', silences: [], compile: undefined });
        assert.equal(heard.rejected, before.rejected, job.id);
        const left = heard.findings.filter((other) => saying(other) === saying(finding)).length;
        assert.ok(
          left < before.findings.filter((other) => saying(other) === saying(finding)).length,
          `${job.id}: ${finding.code}`,
        );
      }
    }
  }
  if (HAS_CORPUS) assert.ok(made > 20, `only ${made} comments`);
});

test('a migrated job is fine for the later release where it was fine for its own, but for what is left to its author', () => {
  let changed = 0;
  for (const job of jobs.filter(({ kind }) => kind === 'job').slice(0, MOST_JOBS)) {
    const from = releaseOf(job);
    const lines = [...ALL_CATALOGS.keys()].sort().filter((line) => line >= `${from.major}.${from.minor}`);
    const catalogs = lines.flatMap((line) => ALL_CATALOGS.get(line) ?? []);
    const migration = migrate({
      sources: job.sources,
      from,
      to: NEWEST,
      formats: ALL_RULES.formats,
      changes: classChanges(HISTORY, catalogs),
      check,
    });
    if (migration.edits.size > 0) changed++;
    const after = check(withTexts(job.sources, migration.edits), NEWEST);
    const known = new Set([...check(job.sources, from).findings, ...migration.left].map(({ code }) => code));
    assert.deepEqual(
      after.findings.filter(({ severity, code }) => severity === 'error' && !known.has(code)).map(saying),
      [],
      job.id,
    );
  }
  if (HAS_CORPUS) assert.ok(changed > 0, 'no job was changed');
});
