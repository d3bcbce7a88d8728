import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import type { FormatName } from '../../../src/core/formats/document';
import type { JobSources } from '../../../src/core/index';
import { ALL_RULES } from '../../support/all-rules';
import { accepted, type Caret, caretIn, completionsFor, jobAfter } from '../../support/completing';
import { ENDINGS, FORMAT_NAMES, textIn } from '../../support/three-formats';

/** What offers write that bring more than was asked for, in each format. Made anew by `UPDATE_GOLDENS=1`, and then read. */
const GOLDENS = 'test/core/complete/brings.golden.md';

const SERVER = 'app/config/config_fed_server';
const CLIENT = 'app/config/config_fed_client';
const SITES = ['hospital-a', 'hospital-b'].map((name) => ({ name, from: 'project.yml', isProvisioned: true }));

const CUSTOM =
  '--- app/custom/mine.py\nfrom nvflare.apis.executor import Executor\nclass Mine(Executor):\n    def __init__(self, lr=0.1): ...\n';

/** A place in a JSON text, with `|` for the caret, what is picked there, and other files of the job. */
interface Case {
  readonly name: string;
  readonly file: string;
  readonly pick: string;
  readonly json: string;
  readonly beside?: string;
}

const CASES: readonly Case[] = [
  {
    name: 'A class that takes other arguments and needs a component',
    file: SERVER,
    pick: 'CyclicController',
    json: '{"format_version": 2, "workflows": [{"id": "w", "path": "Cyclic|", "args": {"num_clients": 2, "num_rounds": 3}}], "components": []}',
  },
  {
    name: 'Arguments that another class has by nearly the same names',
    file: SERVER,
    pick: 'ScatterAndGather',
    json: '{"format_version": 2, "workflows": [{"id": "w", "path": "Scatter|", "args": {"num_clients": 2, "persistor_id": ""}}], "components": []}',
  },
  {
    name: 'A class that must be given an argument, beside others',
    file: CLIENT,
    pick: 'Mine',
    json: '{"format_version": 2, "executors": [{"tasks": ["train"], "executor": {"path": "Mi|", "args": {"lr": 0.2}}}]}',
    beside:
      '--- app/custom/lib/mine.py\nfrom nvflare.apis.executor import Executor\nclass Mine(Executor):\n    def __init__(self, data_dir: str, lr=0.1): ...',
  },
  {
    name: 'A component of the custom code that a class asks for',
    file: CLIENT,
    pick: 'LearnerExecutor',
    json: '{"format_version": 2, "executors": [{"tasks": ["train"], "executor": {"path": "LearnerEx|"}}]}',
    beside:
      '--- app/custom/net.py\nfrom nvflare.app_common.abstract.learner_spec import Learner\nclass Net(Learner):\n    def __init__(self, lr=0.1): ...',
  },
  {
    name: 'A component that stands among components and needs one',
    file: SERVER,
    pick: 'ScatterAndGather',
    json: '{"format_version": 2, "workflows": ["|"], "components": [{"id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor"}]}',
  },
  {
    name: 'The first client of an app',
    file: 'meta',
    pick: 'hospital-a',
    json: '{"name": "demo", "deploy_map": {"app": ["|"]}}',
  },
  {
    name: 'The server, where two clients are asked for',
    file: 'meta',
    pick: 'server',
    json: '{"name": "demo", "min_clients": 2, "deploy_map": {"app": ["|"]}}',
  },
  {
    name: 'A client beside a mandatory one that no app goes to',
    file: 'meta',
    pick: 'hospital-b',
    json: '{"name": "demo", "deploy_map": {"app": ["server", "|"]}, "mandatory_clients": ["hospital-a"]}',
  },
  {
    name: 'A client for an app that has nothing for the server',
    file: 'meta',
    pick: 'hospital-a',
    json: '{"name": "demo", "deploy_map": {"trainer": ["|"]}}',
    beside: '--- trainer/config/config_fed_client.json\n{ "format_version": 2, "executors": [] }',
  },
  {
    name: 'A workflow whose tasks the only executor of the clients can do as well',
    file: SERVER,
    pick: 'CrossSiteModelEval',
    json: '{"format_version": 2, "workflows": ["|"], "components": []}',
    beside: `${CUSTOM}--- ${CLIENT}.json\n{\n  "format_version": 2,\n  "executors": [{ "tasks": ["train"], "executor": { "path": "mine.Mine" } }]\n}`,
  },
  {
    name: 'A workflow that has an executor of its own',
    file: SERVER,
    pick: 'CyclicServerController',
    json: '{"format_version": 2, "workflows": ["|"], "components": []}',
    beside: `${CUSTOM}--- ${CLIENT}.json\n{\n  "format_version": 2,\n  "executors": [{ "tasks": ["validate"], "executor": { "path": "mine.Mine" } }]\n}`,
  },
  {
    name: 'An executor that hands its task on to another',
    file: CLIENT,
    pick: 'CyclicClientController',
    json: '{"format_version": 2, "executors": ["|"], "components": []}',
  },
  {
    name: 'The server for an app that has nothing for it',
    file: 'meta',
    pick: 'server',
    json: '{"name": "demo", "deploy_map": {"app": ["|"]}}',
    beside: `--- !${SERVER}.json\n`,
  },
];

test('offers bring what they brought', () => {
  const text = CASES.map((each) => `## ${each.name}\n\n${FORMAT_NAMES.map((format) => partOf(each, format)).join('')}\n`).join(
    '',
  );
  if (process.env['UPDATE_GOLDENS']) writeFileSync(GOLDENS, text);
  assert.ok(existsSync(GOLDENS));
  assert.equal(text, readFileSync(GOLDENS, 'utf8'));
});

function partOf({ name, file, pick, json, beside = '' }: Case, format: FormatName): string {
  const before = format === 'json' ? `${JSON.stringify(JSON.parse(json), null, 2)}\n` : textIn(format, json);
  // The caret that stands for a whole element has no quotes.
  const source = `--- !${file}.json\n--- ${file}${ENDINGS[format]}\n${before.replace(/"\|"(?=\s*\])/, file === 'meta' ? '"|"' : '|')}${beside}`;
  const caret = caretIn(source);
  const picked = completionsFor(caret, SITES).items.find(({ label }) => label === pick);
  assert.ok(picked, `${name}, ${format}: not offered`);
  const { sources } = caret.analysis.job;
  const after = jobAfter(caret.analysis, caret.file, caret.text, picked);
  assertIsSound(caret, after);
  const changed = [...after.texts].filter(([path, text]) => path !== caret.file && text !== sources.texts.get(path));
  const others = changed.map(([path, text]) => `${path}:\n${fenced(text.kind === 'text' ? text.text : '')}`);
  const about = [picked.label, picked.detail, picked.brings].filter((part) => part !== undefined).join(' · ');
  return `${format}: ${about}\n${fenced(accepted(caret.text, picked))}${others.join('')}`;
}

function fenced(text: string): string {
  return `\`\`\`\n${text.trimEnd()}\n\`\`\`\n`;
}

/** What was accepted checks without errors in the file itself. */
function assertIsSound({ analysis, file }: Caret, sources: JobSources): void {
  const { findings } = analyze(sources, { target: analysis.job.target, ...ALL_RULES });
  assert.deepEqual(
    findings.filter((finding) => finding.file === file && finding.severity === 'error').map(({ message }) => message),
    [],
  );
}
