// Is our HOCON equal to pyhocon's? On the corpus and the examples, on generated texts, and on what our writer makes of them.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter that has pyhocon
//   FLARE_JOBS_SEED=7                  another choice of them
//   FLARE_JOBS_RUNS=400                 how many generated texts (20,000 unless said)
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { refusalOf } from '../../src/core/formats/document';
import { hocon } from '../../src/core/formats/hocon/index';
import { applyEdits } from '../../src/core/text/text-edit';
import { editsFor } from '../core/formats/yaml/arbitrary-edits';
import { differenceOf } from './hocon-compare';
import { hoconTexts } from './hocon-texts';
import { startOracle } from './oracle-client';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 20_000);
const timeout = 3_600_000;
const oracle = startOracle();
after(() => oracle.close());

async function difference(text: string): Promise<string | undefined> {
  return differenceOf(hocon.read(text), await oracle.ask('hocon', { text }));
}

test('every HOCON text of the corpus and the examples reads as pyhocon reads it', { timeout }, async (context) => {
  const texts = new Set(['examples', '../shared/corpus'].flatMap((folder) => [...confTexts(folder)]));
  for (const text of texts) assert.equal(await difference(text), undefined, text.slice(0, 500));
  context.diagnostic(texts.size > 0 ? `${texts.size} texts` : 'there is neither a corpus nor an example');
});

test('generated texts read as pyhocon reads them, or both refuse', { timeout }, async (context) => {
  const seen = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(hoconTexts(), async (text) => {
      assert.equal(await difference(text), undefined, text);
      seen[refusalOf(hocon.read(text)) ? 'refused' : 'read']++;
    }),
    { numRuns: runs, seed: Number(process.env['FLARE_JOBS_SEED'] ?? 20) },
  );
  context.diagnostic(`${seen.read} read, ${seen.refused} refused`);
  assert.ok(seen.read > runs / 4);
});

test('what is written reads in pyhocon as it does here', { timeout }, async (context) => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(hoconTexts(), editsFor, async (text, edit) => {
      const document = hocon.read(text);
      if (refusalOf(document)) return;
      const made = hocon.write(document, edit(document.root));
      if (!made) return;
      written++;
      const changed = applyEdits(text, made);
      assert.equal(await difference(changed), undefined, changed);
    }),
    { numRuns: Math.ceil(runs / 5), seed: Number(process.env['FLARE_JOBS_SEED'] ?? 21) },
  );
  context.diagnostic(`${written} texts written`);
  assert.ok(written > runs / 25);
});

/** The `.conf` files of a folder, and those inside of its mutated jobs. */
function* confTexts(folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  for (const each of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, each.name);
    if (each.isDirectory()) yield* confTexts(path);
    else if (isConf(each.name)) yield readFileSync(path, 'utf8');
    else if (each.name === 'mutants.jsonl') yield* mutants(readFileSync(path, 'utf8'));
  }
}

function* mutants(lines: string): Generator<string> {
  for (const line of lines.split('\n').filter((each) => each !== '')) {
    const { files } = JSON.parse(line) as { files: Record<string, unknown> };
    for (const [name, text] of Object.entries(files)) if (isConf(name) && typeof text === 'string') yield text;
  }
}

function isConf(name: string): boolean {
  return /\.conf(\.default)?$/.test(name);
}
