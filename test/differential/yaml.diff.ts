// Is our YAML reader equal to OmegaConf as NVFLARE uses it, and does OmegaConf read what we write?
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with omegaconf 2.3 and PyYAML 6
//   FLARE_JOBS_RUNS=2000                how many texts to generate; 20,000 if not said
//   FLARE_JOBS_SEED=1                   where to begin; the same texts for the same seed
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { yaml } from '../../src/core/formats/yaml/index';
import { applyEdits } from '../../src/core/text/text-edit';
import type { Plain } from '../../src/core/tree/query';
import { editsFor, plainValue } from '../core/formats/yaml/arbitrary-edits';
import { type Answer, isPlainEqual, openOracle, type Verdict, verdictOn } from './yaml-oracle';
import { workingText, yamlText } from './yaml-texts';

const RUNS = Number(process.env['FLARE_JOBS_RUNS'] ?? 20_000);
const SEED = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const CORPUS = '../shared/corpus';
const oracle = openOracle();
after(() => oracle.close());

class Tally {
  readonly seen: Record<Verdict, number> = {
    equal: 0,
    'both refuse': 0,
    'depends on the machine': 0,
    'another mistake first': 0,
    different: 0,
  };

  async check(text: string): Promise<void> {
    const answer = await oracle.ask(text);
    const verdict = verdictOn(text, answer);
    this.seen[verdict]++;
    if (verdict === 'different') assert.fail(difference(text, answer));
  }
}

function difference(text: string, answer: Answer): string {
  const { root, problems } = yaml.read(text);
  const ours = { problems: problems.map(({ message, refusal }) => `${refusal}: ${message}`), root };
  return `${JSON.stringify(text)}\nours: ${JSON.stringify(ours)}\ntheirs: ${JSON.stringify(answer)}`;
}

test('the YAML files of the corpus and of the examples', async (context) => {
  if (!existsSync(CORPUS)) context.diagnostic(`${CORPUS} is absent, so only the examples are compared`);
  const texts = [...filesBelow(CORPUS), ...filesBelow('examples')].map((file) => readFileSync(file, 'utf8'));
  const tally = new Tally();
  for (const text of [...texts, ...mutants()]) await tally.check(text);
  context.diagnostic(JSON.stringify(tally.seen));
});

const YAML_FILE = /\.ya?ml(?:\.default)?$/;

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => YAML_FILE.test(file));
}

function mutants(): readonly string[] {
  const file = join(CORPUS, 'mutants.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.flatMap((line) => {
    const { files } = JSON.parse(line) as { files: Record<string, unknown> };
    return Object.entries(files).flatMap(([path, text]) => (YAML_FILE.test(path) && typeof text === 'string' ? [text] : []));
  });
}

test('generated texts', { timeout: 3_600_000 }, async (context) => {
  const tally = new Tally();
  await fc.assert(
    fc.asyncProperty(yamlText, (text) => tally.check(text)),
    { numRuns: RUNS, seed: SEED },
  );
  context.diagnostic(JSON.stringify(tally.seen));
  assert.ok(tally.seen.equal > RUNS / 4 && tally.seen['both refuse'] > RUNS / 10);
});

test('texts that we changed', { timeout: 3_600_000 }, async (context) => {
  let written = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(workingText, editsFor, async (text, choose) => {
      const document = yaml.read(text);
      const edits = yaml.write(document, choose(document.root));
      if (!edits) {
        refused++;
        return;
      }
      written++;
      const changed = applyEdits(text, edits);
      const answer = await oracle.ask(changed);
      if (verdictOn(changed, answer) === 'different')
        assert.fail(`${JSON.stringify(text)} changed to ${difference(changed, answer)}`);
    }),
    { numRuns: Math.ceil(RUNS / 5), seed: SEED },
  );
  context.diagnostic(JSON.stringify({ written, refused }));
  assert.ok(written > refused);
});

test('texts that we printed', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), plainValue), async (value: Plain) => {
      const text = yaml.print(value);
      const answer = await oracle.ask(text);
      assert.ok(isPlainEqual(value, answer.ok), `${JSON.stringify(value)} as ${difference(text, answer)}`);
    }),
    { numRuns: Math.ceil(RUNS / 10), seed: SEED },
  );
});
