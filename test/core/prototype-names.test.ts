import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FixMemory, organiseMeta, planRound, siteActions } from '../../src/core/actions/index';
import { type Analysis, analyze } from '../../src/core/analyze';
import * as assist from '../../src/core/assist/index';
import { ClassLists, completionsAt } from '../../src/core/complete/index';
import { addApp, addSite, isRefusal, planRename, removeSites, renameableAt, resolvePlan } from '../../src/core/edit/index';
import type { FormatName } from '../../src/core/formats/document';
import * as graph from '../../src/core/graph/index';
import { NEWEST } from '../../src/core/job/release';
import { lensesOf, valueHints } from '../../src/core/lenses/index';
import * as review from '../../src/core/review/index';
import { resolveFix } from '../../src/core/rules/resolve-fix';
import { scheduleReport, supposedNetwork } from '../../src/core/schedule/index';
import { jobNames, linksOf, outlineOf, selectionAt } from '../../src/core/structure/index';
import { ALL_RULES } from '../support/all-rules';
import { exampleJob, sourcesOf } from '../support/example-job';
import { TEST_FORMATS } from '../support/formats';
import { runCli } from '../support/memory-host';
import { exampleIn, FORMAT_NAMES } from '../support/three-formats';

/** What every object of JavaScript has, and beside it a name as long that sorts as it does and that none has. */
const PAIRS: readonly (readonly [word: string, plain: string])[] = [
  ['__proto__', '__prota__'],
  ['constructor', 'constructom'],
  ['valueOf', 'valueOa'],
];

/** A job with mistakes, of which nearly every name is the word. */
function jobOf(word: string): string {
  return `
--- meta.json
{
  "name": "${word}",
  "min_clients": 1,
  "${word}": { "${word}": "${word}" },
  "mandatory_clients": ["${word}", "x${word}"],
  "deploy_map": { "${word}": ["${word}", "server"], "x${word}": { "sites": ["x${word}", "${word}"], "${word}": 1 } },
  "resource_spec": { "${word}": { "${word}": 1, "num_of_gpus": "${word}" }, "x": { "${word}": { "${word}": 1 } } },
  "launcher_spec": { "${word}": { "${word}": { "${word}": "x" }, "docker": { "image": "i", "${word}": 1 } }, "default": { "${word}": 1 } }
}
--- ${word}/config/config_fed_server.json
{
  "format_version": 2,
  "${word}": "${word}",
  "rounds": "{${word}}",
  "server": { "${word}": 1 },
  "workflows": [
    { "id": "${word}", "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
      "args": { "train_task_name": "${word}", "aggregator_id": "${word}", "persistor_id": "x${word}", "${word}": "{${word}}" } },
    { "id": "w", "name": "${word}", "args": { "${word}": { "path": "${word}.${word}", "args": { "${word}": 1 } } } }
  ],
  "components": [
    { "id": "${word}", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor", "args": { "${word}": 1 } },
    { "id": "c", "path": "${word}", "args": { "${word}": null } },
    { "id": "d", "path": "nvflare.${word}.${word}" },
    { "id": "e", "path": "${word}.Known", "args": { "${word}": 1, "x${word}": 2 } },
    { "id": "f", "name": "${word}" }
  ]
}
--- ${word}/config/config_fed_client.json
{
  "format_version": 2,
  "${word}": [{ "${word}": 1 }],
  "executors": [
    { "tasks": ["${word}"], "executor": { "id": "${word}", "path": "${word}.${word}", "args": { "${word}": "${word}" } } },
    { "tasks": ["x${word}"], "executor": { "path": "${word}.Known", "args": {} } }
  ],
  "task_result_filters": [{ "tasks": ["${word}"], "direction": "${word}", "filters": [{ "path": "${word}.${word}" }] }],
  "task_data_filters": [{ "tasks": ["y${word}"], "filters": [{ "path": "nvflare.app_common.filters.exclude_vars.ExcludeVars" }] }],
  "components": []
}
--- ${word}/custom/${word}.py
from nvflare.apis.executor import Executor
class ${word}(Executor):
    def __init__(self, ${word}=1):
        self.task = "${word}"
class Known(${word}):
    def ${word}(self): return self.${word}
`;
}

function analysed(format: FormatName, word: string): Analysis {
  const { sources } = exampleJob(exampleIn(format, jobOf(word)));
  const texts = [...sources.texts].flatMap(([file, source]): [string, string][] =>
    source.kind === 'text' && !file.startsWith('app/') ? [[file, source.text]] : [],
  );
  const analysis = analyze(sourcesOf('named', new Map(texts)), { target: NEWEST, ...ALL_RULES });
  assert.deepEqual(analysis.failures, []);
  return analysis;
}

/** All that can be said of a job, as one text. */
function told(format: FormatName, word: string): string {
  const analysis = analysed(format, word);
  const { job, wiring, findings, rejected } = analysis;
  assert.ok(wiring);
  const documents = [job.meta, ...[...job.apps.values()].flatMap(({ server, client }) => [server, client])];
  const documentOf = (file: string) => documents.find((each) => each?.file === file)?.document;
  const said: unknown[] = [format];
  const say = (what: string, value: unknown): void => void said.push([what, value]);
  say(
    'findings',
    findings.map(({ code, message, file, range, related, fixes }) => [
      code,
      message,
      file,
      range,
      related,
      fixes.map(({ title }) => title),
    ]),
  );
  const sites = [word, `x${word}`, 'server'];
  say('tree', assist.jobTree(job, findings, wiring));
  say('groups', assist.siteGroups(assist.previewModel(job, findings, rejected)));
  for (const site of sites) say('sheet', assist.siteSheet(job, wiring, site));
  const drawn = graph.buildGraph(job, wiring, findings);
  say('graph', [graph.outlineOf(drawn), graph.graphMermaid(drawn)]);
  say('leaving', review.leavingView(review.leaving(job, wiring)));
  for (const site of sites) say('steps', review.dryRunView(review.dryRun(job, wiring), site));
  const healthy = analysed(format, 'z');
  assert.ok(healthy.wiring);
  say(
    'compare',
    review.compareJobs({ job: healthy.job, wiring: healthy.wiring }, { job, wiring }).map(({ text }) => text),
  );
  say('schedule', scheduleReport(job, supposedNetwork(job, [], { offers: `${word}: ${word}=2; *: none` })));
  say('names', jobNames(analysis, word));
  say('round', planRound({ analysis, formats: TEST_FORMATS }, new FixMemory()));
  const actions = [organiseMeta(job), ...job.deployment.sites.flatMap((site) => siteActions(job, site))];
  for (const fix of [...findings.flatMap(({ fixes }) => fixes), ...actions])
    if (fix) say(`fix ${fix.title}`, [...(resolveFix(fix, TEST_FORMATS, documentOf)?.edits ?? [])]);
  for (const name of [word, `y${word}`]) {
    for (const plan of [
      addSite(analysis, name, word),
      removeSites(analysis, [name, word], true),
      addApp(analysis, name, [word], TEST_FORMATS),
    ])
      say('plan', isRefusal(plan) ? plan : inText(resolvePlan(plan, TEST_FORMATS, documentOf)));
  }
  const classLists = new ClassLists();
  for (const [file, source] of job.sources.texts) {
    if (source.kind !== 'text') continue;
    const { text } = source;
    say('lenses', lensesOf(analysis, file));
    say('hints', valueHints(analysis, file));
    say('outline', outlineOf(analysis, file));
    say('links', linksOf(analysis, file));
    const document = documentOf(file);
    if (!document) continue;
    for (const other of FORMAT_NAMES) {
      const writer = TEST_FORMATS[other];
      if (writer && 'write' in writer)
        say('convert', assist.convert(document, writer, { dropComments: true, writeOutReferences: true }));
    }
    say('packed', assist.packFile(document, NEWEST));
    for (let offset = 0; offset <= text.length; offset += 5) {
      say('hover', assist.hoverAt(analysis, file, offset));
      say('definition', assist.definitionAt(analysis, file, offset));
      say('references', assist.referencesAt(analysis, file, offset));
      say('selection', selectionAt(document, offset));
      const what = renameableAt(analysis, file, offset);
      if (isRefusal(what)) continue;
      for (const name of [`y${word}`, 'isPrototypeOf']) {
        const plan = planRename(analysis, what, name);
        say('rename', isRefusal(plan) ? plan : inText(resolvePlan(plan, TEST_FORMATS, documentOf)));
      }
    }
    for (let offset = 0; offset <= text.length; offset += 23) {
      const request = {
        job,
        wiring,
        file,
        text,
        offset,
        formats: TEST_FORMATS,
        sites: [],
        code: { custom: new Map(), folders: new Map() },
        classLists,
      };
      say(
        'offers',
        // What has the letters of one of the names has not those of the other.
        completionsAt(request)
          .items.filter(({ newText }) => newText.includes(word))
          .slice(0, 40)
          .map(({ label, newText, edits }) => [label, newText, edits]),
      );
    }
  }
  return inText(said);
}

/** Maps and sets show what they hold, too. */
function inText(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, inside: unknown) => (inside instanceof Map || inside instanceof Set ? [...inside] : inside),
    1,
  );
}

for (const [word, plain] of PAIRS) {
  for (const format of FORMAT_NAMES) {
    test(`${word} is a name like any other in ${format}`, () => {
      const one = alike(word, plain);
      same(one(told(format, word)), one(told(format, plain)));
    });
  }
}

/** Writes both names as one. Our own words have some of them, and the name of an app may lose what it must not begin with. */
function alike(word: string, plain: string): (text: string) => string {
  return (text) => text.replaceAll(word.replaceAll('_', ''), plain.replaceAll('_', ''));
}

/** Compares long texts, and shows where they begin to differ. */
function same(a: string, b: string): void {
  if (a === b) return;
  let at = 0;
  while (a[at] === b[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 400), at + 200);
  assert.equal(around(a), around(b));
}

const COMMANDS: readonly (readonly string[])[] = [
  ...['human', 'json', 'sarif', 'github'].map((format) => ['check', 'job', '--format', format]),
  ...['human', 'json'].map((format) => ['show', 'job', '--format', format]),
  ['show', 'job', '--site', 'WORD'],
  ...['html', 'json', 'md', 'mermaid'].map((format) => ['preview', 'job', '--format', format]),
  ...['leaves', 'steps', 'schedule', 'manifest'].map((command) => [command, 'job', '--format', 'json']),
  ['diff', 'other', 'job'],
  ['schedule', 'job', '--up', 'WORD', '--offer', 'WORD: WORD=1'],
  ['check', 'job', '--fix'],
  ['check', 'job', '--off', 'WORD'],
  ['explain', 'WORD'],
  ['new', 'made', '--template', 'WORD'],
  ['new', 'made', '--template', 'cyclic', '--sites', 'WORD,site-1'],
  ['preview', 'job', '--output', 'page.WORD'],
  ['convert', 'job/meta.WORD', '--to', 'json'],
  ['WORD', 'job'],
  ['check', 'job', '--WORD'],
  ['check', 'job', '--format', 'WORD'],
];

async function ran(word: string): Promise<string> {
  const files = (folder: string) =>
    [...analysed('json', word).job.sources.texts].flatMap(([file, source]) =>
      source.kind === 'text' ? [[`${folder}/${file}`, source.text] as const] : [],
    );
  const tree = Object.fromEntries([...files('job'), ...files('other').map(([file, text]) => [file, text.replace('"i"', '"j"')])]);
  const said: string[] = [];
  for (const command of COMMANDS) {
    const { code, out, err, fs } = await runCli(
      command.map((part) => part.replaceAll('WORD', word)),
      tree,
      { terminal: { columns: 1000 } },
    );
    assert.doesNotMatch(err, /internal error/);
    said.push(`${command.join(' ')}: ${code}\n${out}\n${err}`, inText(fs));
  }
  return said.join('\n');
}

// In drawings the letters of the other word take another width.
for (const [word, plain] of PAIRS.filter(([each]) => each !== 'constructor')) {
  test(`${word} is a name like any other to the command line`, async () => {
    const hidden = (text: string) =>
      text.replace(/\b[0-9a-f]{16,}|sha256:\w+|"archiveSize": \d+|the archive has [\d.]+ \w+/g, '…');
    const one = alike(word, plain);
    same(one(hidden(await ran(word))), one(hidden(await ran(plain))));
  });
}
