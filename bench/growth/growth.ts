// How the time of everything that is asked of a job grows with the job: tables of microseconds for each element.
import { analyze, NEWEST } from '../../src/core/index';
import { ALL_RULES } from '../../test/support/all-rules';
import { sourcesOf } from '../../test/support/example-job';
import { SHAPES, type Shape } from '../../test/support/grown-job';
import { type Grown, OPERATIONS, type Operation } from './operations';

/** An operation that once took longer is not tried at the next size, in milliseconds. */
const PATIENCE = 5000;
/** The best of some runs counts, as long as they take no longer than this together, in milliseconds. */
const ENOUGH = 300;
const RUNS = 5;

const [, , most = '10000', ...words] = process.argv;
const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
const operations = OPERATIONS.filter(({ name }) => wanted(name));
const shapes = SHAPES.filter(({ name }) => wanted(name));
for (const shape of shapes.length > 0 ? shapes : SHAPES) table(shape, operations.length > 0 ? operations : OPERATIONS);

function table(shape: Shape, rows: readonly Operation[]): void {
  const sizes = shape.sizes.filter((size) => size <= Number(most));
  const cells = new Map<string, string[]>(rows.map(({ name }) => [name, []]));
  const slow = new Set<string>();
  for (const size of sizes) {
    const grown = grow(shape, size);
    for (const { name, run } of rows) {
      const time = slow.has(name) ? undefined : bestTime(() => run(grown));
      if (time !== undefined && time > PATIENCE) slow.add(name);
      cells.get(name)?.push(time === undefined ? '–' : shown(time, size));
    }
  }
  console.log(`\n## ${shape.name}\n\n| µs for each | ${sizes.join(' | ')} |\n| --- |${' ---: |'.repeat(sizes.length)}`);
  for (const [name, times] of cells) console.log(`| ${name} | ${times.join(' | ')} |`);
}

/** The job, and one in which numbers and every tenth site are otherwise. */
function grow(shape: Shape, size: number): Grown {
  const texts = shape.files(size);
  const otherwise = Object.entries(texts).map(
    ([path, text]) => [path, text.replace(/: 1\b/g, ': 3').replace(/site-(\d*)7"/g, 'site-$18"')] as const,
  );
  const check = (all: Iterable<readonly [string, string]>) => {
    const sources = sourcesOf('grown', new Map(all));
    return analyze(sources, { target: NEWEST, ...ALL_RULES });
  };
  return { analysis: check(Object.entries(texts)), other: check(otherwise) };
}

/** In milliseconds. */
function bestTime(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  const begin = performance.now();
  for (let i = 0; i < RUNS && performance.now() - begin < ENOUGH; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function shown(time: number, size: number): string {
  const each = `${Number(((time * 1000) / size).toPrecision(3))}`;
  return time > 1000 ? `${each} (${(time / 1000).toFixed(1)} s)` : each;
}
