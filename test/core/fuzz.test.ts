import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FixMemory, organiseMeta, planRound, siteActions } from '../../src/core/actions/index';
import { type Analysis, analyze } from '../../src/core/analyze';
import * as assist from '../../src/core/assist/index';
import { addApp, addSite, isRefusal, planRename, removeSites, renameableAt, resolvePlan } from '../../src/core/edit/index';
import { hocon } from '../../src/core/formats/hocon/index';
import { json } from '../../src/core/formats/json/index';
import { yaml } from '../../src/core/formats/yaml/index';
import * as graph from '../../src/core/graph/index';
import { NEWEST } from '../../src/core/job/release';
import { defaultHints, lensesOf, valueHints } from '../../src/core/lenses/index';
import * as review from '../../src/core/review/index';
import { resolveFix } from '../../src/core/rules/resolve-fix';
import { scheduleReport, supposedNetwork } from '../../src/core/schedule/index';
import { jobNames, linksOf, type OutlineNode, outlineOf, selectionAt } from '../../src/core/structure/index';
import type { Range } from '../../src/core/text/range';
import { applyEdits } from '../../src/core/text/text-edit';
import { ALL_RULES } from '../support/all-rules';
import { completionsFor } from '../support/completing';
import { corpusJobs, HAS_CORPUS } from '../support/corpus';
import { exampleJob, sourcesOf } from '../support/example-job';
import { TEST_FORMATS } from '../support/formats';
import { HOSTILE_NAME, MUTATION, mutated, PLACES } from '../support/fuzzing';
import { RULES_WITH_EXAMPLES } from '../support/rules';

type Texts = ReadonlyMap<string, string>;

/** Jobs to begin with: the examples of all rules, and the real jobs where they are here. */
const SEEDS: readonly Texts[] = [
  ...RULES_WITH_EXAMPLES.flatMap(({ examples }) => [...examples.bad, ...examples.good].map((text) => exampleJob(text).sources)),
  ...(HAS_CORPUS ? corpusJobs().map(({ sources }) => sources) : []),
]
  .map(({ texts }) => new Map([...texts].flatMap(([file, source]) => (source.kind === 'text' ? [[file, source.text]] : []))))
  .filter((texts) => [...texts.values()].every((text) => text.length < 20_000));

const CASE = fc.record({
  seed: fc.nat({ max: SEEDS.length - 1 }),
  mutations: fc.array(fc.tuple(fc.nat(10), MUTATION), { minLength: 1, maxLength: 4 }),
  places: PLACES,
  name: HOSTILE_NAME,
});

test('whatever stands in a job, nothing throws, and every place lies in its text', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(CASE, ({ seed, mutations, places, name }) => {
      const files = new Map(SEEDS[seed]);
      const names = [...files.keys()];
      for (const [file, mutation] of mutations) {
        const chosen = names[file % names.length] ?? '';
        files.set(chosen, mutated(files.get(chosen) ?? '', mutation));
      }
      const analysis = analyze(sourcesOf('fuzz', files), { target: NEWEST, ...ALL_RULES });
      assert.deepEqual(analysis.failures, []);
      whole(analysis, name, files);
      for (const [file, text] of files) {
        ofFile(analysis, file, text);
        for (const place of places) atPlace({ analysis, file, text, offset: Math.floor(place * (text.length + 1)), name });
      }
    }),
    { seed: 7, numRuns: 150, endOnFailure: true },
  );
});

/** What is asked of a job as a whole. */
function whole(analysis: Analysis, name: string, texts: Texts): void {
  const { job, wiring, findings, rejected } = analysis;
  for (const { file, range, related } of findings) {
    isIn(range, texts.get(file) ?? '', 'finding');
    for (const each of related) isIn(each.range, texts.get(each.file) ?? '', 'related');
  }
  assist.jobTree(job, findings, wiring);
  assist.siteGroups(assist.previewModel(job, findings, rejected));
  assist.siteSheet(job, wiring, name);
  const drawn = graph.buildGraph(job, wiring, findings);
  graph.outlineOf(drawn);
  graph.graphMermaid(drawn);
  graph.layoutGraph(drawn, graph.guessWidth);
  if (wiring) {
    review.leavingView(review.leaving(job, wiring));
    review.dryRunView(review.dryRun(job, wiring), name);
    review.compareJobs({ job, wiring }, { job, wiring });
  }
  scheduleReport(job, supposedNetwork(job, [], { offers: `${name}: any; *: none` }));
  for (const { file, range } of jobNames(analysis, '')) isIn(range, texts.get(file) ?? '', 'name');
  planRound({ analysis, formats: TEST_FORMATS }, new FixMemory());
  const { sites, apps } = job.deployment;
  const actions = [organiseMeta(job), ...sites.slice(0, 2).flatMap((site) => siteActions(job, site))];
  for (const fix of [...findings.flatMap(({ fixes }) => fixes), ...actions]) {
    const resolved = fix && resolveFix(fix, TEST_FORMATS, documentOf(analysis));
    for (const [file, edits] of resolved?.edits ?? []) applyEdits(texts.get(file) ?? '', edits);
  }
  const app = apps[0]?.name ?? '';
  const plans = [
    addSite(analysis, name, app),
    removeSites(analysis, [name, 'site-1'], true),
    addApp(analysis, name, ['x'], TEST_FORMATS),
  ];
  for (const plan of plans) if (!isRefusal(plan)) resolvePlan(plan, TEST_FORMATS, documentOf(analysis));
}

/** What is asked of a file of a job. */
function ofFile(analysis: Analysis, file: string, text: string): void {
  for (const { range } of lensesOf(analysis, file)) isIn(range, text, 'lens');
  for (const { offset } of [...defaultHints(analysis, file), ...valueHints(analysis, file)]) {
    isIn({ start: offset, end: offset }, text, 'hint');
  }
  outlineOf(analysis, file).forEach(function inside(node: OutlineNode) {
    isIn(node.range, text, 'outline');
    isIn(node.selection, text, 'outline');
    node.children.forEach(inside);
  });
  for (const { range } of linksOf(analysis, file)) isIn(range, text, 'link');
  const document = documentOf(analysis)(file);
  if (!document) return;
  assist.packFile(document, NEWEST);
  for (const format of [json, hocon, yaml]) assist.convert(document, format, { dropComments: true, writeOutReferences: true });
}

interface Caret {
  readonly analysis: Analysis;
  readonly file: string;
  readonly text: string;
  readonly offset: number;
  readonly name: string;
}

/** What is asked at a place of a file. */
function atPlace({ analysis, file, text, offset, name }: Caret): void {
  const { job } = analysis;
  const hover = assist.hoverAt(analysis, file, offset);
  if (hover) isIn(hover.range, text, 'hover');
  for (const { range } of assist.highlightsAt(analysis, file, offset)) isIn(range, text, 'highlight');
  const definition = assist.definitionAt(analysis, file, offset);
  if (definition) isIn(definition.range, text, 'definition');
  for (const place of assist.referencesAt(analysis, file, offset)?.places ?? []) {
    const source = job.sources.texts.get(place.file);
    isIn(place.range, source?.kind === 'text' ? source.text : '', 'reference');
  }
  const document = documentOf(analysis)(file);
  for (const range of document ? selectionAt(document, offset) : []) isIn(range, text, 'selection');
  const what = renameableAt(analysis, file, offset);
  if (!isRefusal(what)) {
    isIn(what.range, text, 'renameable');
    const plan = planRename(analysis, what, name);
    const resolved = isRefusal(plan) ? undefined : resolvePlan(plan, TEST_FORMATS, documentOf(analysis));
    for (const [edited, edits] of resolved && 'edits' in resolved ? resolved.edits : []) {
      const source = job.sources.texts.get(edited);
      if (source?.kind === 'text')
        applyEdits(
          source.text,
          edits.map(({ edit }) => edit),
        );
    }
  }
  for (const { range, newText, edits, elsewhere } of completionsFor({ analysis, file, text, offset }).items.slice(0, 50)) {
    isIn(range, text, 'completion');
    applyEdits(text, [{ range, newText }, ...edits, ...(elsewhere?.() ?? [])]);
  }
}

function documentOf({ job }: Analysis) {
  const files = [job.meta, ...[...job.apps.values()].flatMap(({ server, client }) => [server, client])];
  return (file: string) => files.find((each) => each?.file === file)?.document;
}

function isIn({ start, end }: Range, text: string, what: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${what}: ${start} to ${end} of ${text.length}`);
}
