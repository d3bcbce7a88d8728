// Is our model of what `nvflare job submit` does to a file equal to what its functions do?
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.8 or 2.9, pyhocon and omegaconf
//   FLARE_JOBS_RUNS=2000                how many texts to generate; 4,000 if not said
//   FLARE_JOBS_SEED=1                   where to begin; the same texts for the same seed
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { refusalOf } from '../../src/core/formats/document';
import { formatOf } from '../../src/core/formats/index';
import { packFile } from '../../src/core/job/pack/pack-file';
import { packedText } from '../../src/core/job/pack/packed-text';
import { NEWEST } from '../../src/core/job/release';
import { toPlain } from '../../src/core/tree/query';
import { TEST_FORMATS } from '../support/formats';
import { differenceOf } from './hocon-compare';
import { hoconTexts } from './hocon-texts';
import { type Answer, startOracle } from './oracle-client';
import { packHocon, packJson } from './pack-texts';

const RUNS = Number(process.env['FLARE_JOBS_RUNS'] ?? 4000);
const SEED = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const CORPUS = '../shared/corpus';
const CONFIG = /\.(json|conf|ya?ml)(\.default)?$/;
const oracle = startOracle();
after(() => oracle.close());

type Verdict = 'read differently' | 'same text' | 'both fail' | 'unknown here' | 'same value' | 'another value';

/** Asks the real command, and fails where it does anything else than our model says. */
async function compare(name: string, text: string, seen: Map<Verdict, number>): Promise<void> {
  const format = formatOf(name) ?? 'json';
  const document = TEST_FORMATS[format]?.read(text);
  if (!document) throw new Error(`no reader for ${name}`);
  const count = (verdict: Verdict) => void seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
  // Whether the reader is right is the matter of its own tests.
  if (format === 'hocon' && differenceOf(document, await oracle.ask('hocon', { text })) !== undefined)
    return count('read differently');
  const packing = packFile(document, NEWEST);
  const answer: Answer = await oracle.ask('pack', { name, text });
  const say = (what: string) => `${what}: ${JSON.stringify({ text, packing: describe(packing), answer }, undefined, 1)}`;
  if (packing.kind === 'unknown') return count('unknown here');
  if (packing.kind === 'fails') {
    assert.ok(answer.error !== undefined, say('only we say that it fails'));
    return count('both fail');
  }
  const ours = packedText(document, packing);
  if (ours === undefined) return count('unknown here');
  assert.ok(answer.error === undefined, say('only NVFLARE fails'));
  assert.equal(ours, answer.ok, say('another text'));
  count('same text');
  const again = TEST_FORMATS[format]?.read(ours);
  const isSame = again && !refusalOf(again) && JSON.stringify(toPlain(again.root)) === JSON.stringify(toPlain(document.root));
  const changes = packing.damage;
  const isSaid = packing.kept !== undefined || packing.changedKeys.length > 0 || changes.length > 0;
  assert.equal(isSaid, !isSame, say(`changes: ${JSON.stringify(changes)}, and read again: ${JSON.stringify(again?.problems)}`));
  count(isSame ? 'same value' : 'another value');
}

function describe(packing: ReturnType<typeof packFile>): unknown {
  return packing.kind === 'packed' ? { kept: packing.kept?.key, keys: packing.changedKeys.map(({ path }) => path) } : packing;
}

test('the configurations of the corpus', { timeout: 3_600_000 }, async (context) => {
  if (!existsSync(CORPUS)) context.diagnostic(`${CORPUS} is absent, so only generated texts are compared`);
  const seen = new Map<Verdict, number>();
  // A bounded run takes every eighth file.
  const step = process.env['FLARE_JOBS_BOUNDED'] ? 8 : 1;
  let count = 0;
  for (const [name, text] of corpusTexts()) if (count++ % step === 0) await compare(name, text, seen);
  context.diagnostic(JSON.stringify(Object.fromEntries(seen)));
});

function* corpusTexts(): Generator<readonly [name: string, text: string]> {
  if (!existsSync(CORPUS)) return;
  for (const entry of readdirSync(CORPUS, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !CONFIG.test(entry.name) || entry.parentPath === CORPUS) continue;
    const name = `file.${CONFIG.exec(entry.name)?.[1]}`;
    yield [name, readFileSync(join(entry.parentPath, entry.name), 'utf8')];
  }
}

for (const [what, name, texts] of [
  ['JSON', 'file.json', packJson()],
  ['HOCON', 'file.conf', packHocon()],
  ['odd HOCON', 'file.conf', hoconTexts()],
] as const) {
  test(`generated ${what}`, { timeout: 3_600_000 }, async (context) => {
    const seen = new Map<Verdict, number>();
    await fc.assert(
      fc.asyncProperty(texts, (text) => compare(name, text, seen)),
      { numRuns: RUNS, seed: SEED },
    );
    context.diagnostic(JSON.stringify(Object.fromEntries(seen)));
    assert.ok((seen.get('same text') ?? 0) > RUNS / 10 && (seen.get('both fail') ?? 0) > RUNS / 20);
  });
}
