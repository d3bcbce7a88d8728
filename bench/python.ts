// P9, P9c. P9: an index of all of NVFLARE's package, read from disk and scanned, against
// @lezer/python's parse of the same texts; for the first time in a process, and again when both are warm. P9c: what is found
// of broken texts.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter that has nvflare
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@lezer/python';
import { scanModule } from '../src/core/python/scan';
import { BROKEN_TEXTS } from '../test/core/python/broken-texts';
import { factsOf } from '../test/core/python/facts';
import { factsOfLezer } from './python-lezer';
import { interleaved, median, ratios } from './support/measure';
import { PYTHON } from './support/peers';
import { hand, milliseconds } from './support/result';

const ROUNDS = 5;

/** Times in milliseconds of one pass over all files; ratios of read and scan to parse. */
function indexOfPackage(folder: string) {
  const files = pythonFiles(folder);
  const read = () => files.map((file) => readFileSync(file, 'utf8'));
  const texts = read();
  const ours = () => read().map((text) => scanModule(text));
  const peer = () => texts.map((text) => parser.parse(text));
  const first = [timeOf(ours), timeOf(peer)] as const;
  const times = interleaved(ROUNDS, 1, { ours, again: ours, peer });
  return {
    files: files.length,
    bytes: texts.reduce((sum, text) => sum + text.length, 0),
    ours: median(times['ours'] ?? []),
    peer: median(times['peer'] ?? []),
    ratio: median(ratios(times['ours'], times['peer'])),
    sameAgainstSame: median(ratios(times['ours'], times['again'])),
    first: { ours: first[0], peer: first[1], ratio: first[0] / first[1] },
  };
}

/** By row: facts found less facts made up, of ours, of @lezer/python, and all there are. */
function brokenTexts() {
  return BROKEN_TEXTS.map(({ title, text, facts }) => ({
    title,
    ours: score(factsOf(scanModule(text)), facts),
    lezer: score(factsOfLezer(text), facts),
    all: facts.length,
  }));
}

/** Readers may differ on how far a broken value goes, so values do not count. */
function score(found: readonly string[], facts: readonly string[]): number {
  const left = facts.map(withoutValues);
  let sum = 0;
  for (const fact of found.map(withoutValues)) {
    const at = left.indexOf(fact);
    if (at >= 0) left.splice(at, 1);
    sum += at >= 0 ? 1 : -1;
  }
  return sum;
}

function withoutValues(fact: string): string {
  return fact.replace(/ = .*/s, ' =').replace(/=[^,)]*/g, '=');
}

function timeOf(run: () => unknown): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function packageFolder(python: string): string {
  const script = 'import importlib.util as u; print(u.find_spec("nvflare").submodule_search_locations[0])';
  return execFileSync(python, ['-c', script], { encoding: 'utf8' }).trim();
}

if (PYTHON) {
  const { first, ratio, sameAgainstSame, ours, files } = indexOfPackage(packageFolder(PYTHON));
  const rows = brokenTexts();
  const worse = rows.filter((row) => row.ours < row.lezer);
  hand([
    { goal: 'P9', at: 'the first pass of a process', ratios: [first.ratio], again: [], size: milliseconds(first.ours) },
    { goal: 'P9', at: 'warm', ratios: [ratio], again: [sameAgainstSame], size: `${files} files, ${milliseconds(ours)}` },
    { goal: 'P9c', at: '', ratios: [worse.length], again: [], size: `${rows.length} kinds of broken texts` },
  ]);
} else hand(['P9', 'P9c'].map((goal) => ({ goal, missing: 'FLARE_JOBS_PYTHON names no Python with NVFLARE' })));
