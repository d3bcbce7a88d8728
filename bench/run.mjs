// Measures the goals of docs/benchmarks.md and fails when a bar is missed.
//   node bench/run.mjs               all goals
//   node bench/run.mjs P1 P8         only these, and those that their benches measure on the way
//   node bench/run.mjs --write       also writes docs/benchmarks.md; the rows of goals that were not measured stay
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from '../scripts/bundle.mjs';
import { BENCHES, GOALS } from './goals.mjs';
import { report, row } from './report.mjs';

const OUT = 'out/bench';
/** The product as it ships, out of the way of builds that are made meanwhile; see `bench/support/product.ts`. */
const PRODUCT = 'out/bench-product';
/** The upper quartile may be so much above the bar. */
const QUARTILE_SLACK = 1.15;
/** A bench that hangs is a bench that failed. */
const TIMEOUT = 15 * 60_000;

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = words.filter((word) => !GOALS.some(({ id }) => id === word));
if (unknown.length > 0) {
  console.error(`no such goal: ${unknown.join(', ')}; there are ${GOALS.map(({ id }) => id).join(', ')}`);
  process.exit(2);
}
const wanted = GOALS.filter(({ id }) => words.length === 0 || words.includes(id));
const benches = Object.keys(BENCHES).filter((name) => wanted.some(({ bench }) => bench === name));

production();
await bundle(benches);
const cases = [];
for (const name of benches) cases.push(...judged(name, run(name)));
const shown = cases.filter(({ goal }) => wanted.includes(goal));
console.log(shown.map(row).join('\n'));
for (const { goal, missing } of shown) if (missing) console.log(`${goal.id} was not measured: ${missing}`);
if (process.argv.includes('--write')) {
  writeFileSync('docs/benchmarks.md', report(shown, GOALS, readFileSync('docs/benchmarks.md', 'utf8')));
}
process.exitCode = shown.some(({ ok }) => ok === false) ? 1 : 0;

function production() {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
  rmSync(PRODUCT, { recursive: true, force: true });
  for (const part of ['dist', 'schemas', 'package.json']) cpSync(part, join(PRODUCT, part), { recursive: true });
}

async function bundle(names) {
  rmSync(OUT, { recursive: true, force: true });
  await bundleForNode(
    names.map((name) => `bench/${name}.ts`),
    OUT,
  );
}

/** The results of all processes of a bench, those of one case together. */
function run(name) {
  const { processes, flags } = BENCHES[name];
  const all = new Map();
  for (let i = 0; i < processes; i++) {
    process.stderr.write(`${name}: process ${i + 1} of ${processes}\n`);
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [...flags, join(OUT, `${name}.mjs`)], {
      encoding: 'utf8',
      timeout: TIMEOUT,
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) {
      console.error(`the bench "${name}" failed: ${error?.message ?? ''}\n${stderr.slice(-2000)}`);
      process.exit(2);
    }
    for (const result of JSON.parse(stdout)) {
      const key = `${result.goal} ${result.at ?? ''}`;
      const known = all.get(key);
      if (!known || result.missing) all.set(key, result);
      else {
        known.ratios.push(...result.ratios);
        known.again.push(...result.again);
      }
    }
  }
  return [...all.values()];
}

/** Results with their goals and whether the bar is kept. */
function judged(name, results) {
  const goals = GOALS.filter(({ bench }) => bench === name);
  return goals.flatMap((goal) => {
    const own = results.filter((result) => result.goal === goal.id);
    if (own.length === 0) return [{ goal, missing: 'its bench gave no result', ok: false }];
    return own.map((result) => {
      if (result.missing) return { goal, missing: result.missing };
      const [median, quartile] = [quantile(result.ratios, 0.5), quantile(result.ratios, 0.75)];
      const ok = median <= goal.bar && quartile <= goal.bar * QUARTILE_SLACK;
      const again = [quantile(result.again, 0.25), quantile(result.again, 0.75)];
      return { goal, at: result.at, size: result.size, median, quartile, again, count: result.ratios.length, ok };
    });
  });
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
