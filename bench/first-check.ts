// P14, P15: the first check of a workspace of 500 jobs in a fresh process, with all rules, the catalogue and custom code. Needs --expose-gc.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTree } from 'jsonc-parser';
import { nodeFileSystem } from '../src/cli/node/file-system';
import { type Analysis, discoverJobs, formatOf, LIGHT_FORMATS, lineOf, loadJob, NEWEST, readConfig } from '../src/core/index';
import { analyzeWithCode, readCatalog, wiringPart } from '../src/core/wiring/index';
import { processClock } from './support/measure';
import { hand, milliseconds } from './support/result';
import { writeWorkspace } from './support/workspace';

const JOBS = 500;
const FAULTY_EVERY = 50;
const MEGABYTE = 2 ** 20;
const MOST_MEMORY = 150 * MEGABYTE;

const root = mkdtempSync(join(tmpdir(), 'flare-jobs-first-'));
writeWorkspace(root, { jobs: JOBS, faultyEvery: FAULTY_EVERY });
try {
  // The files come from memory for both sides, and neither has run before.
  for (const file of configurations()) readFileSync(file);
  const start = processClock();
  const trees = configurations().map((file) => parseTree(readFileSync(file, 'utf8')));
  const peer = processClock() - start;
  if (trees.length !== 3 * JOBS) throw new Error(`${trees.length} configurations were found`);
  const before = processClock();
  const checked = await firstCheck();
  const ours = processClock() - before;
  if (checked.length !== JOBS) throw new Error(`${checked.length} jobs were found`);
  const faulty = checked.filter(({ findings }) => findings.length > 0);
  if (faulty.length !== JOBS / FAULTY_EVERY) throw new Error(`${faulty.length} jobs have findings`);
  trees.length = 0;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const held = heapUsed + external;
  hand([
    { goal: 'P14', at: '', ratios: [ours / peer], again: [], size: `${milliseconds(ours)} for ${milliseconds(peer)}` },
    { goal: 'P15', at: '', ratios: [held / MOST_MEMORY], again: [], size: `${(held / MEGABYTE).toFixed(0)} MB` },
  ]);
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function firstCheck(): Promise<readonly Analysis[]> {
  const fs = nodeFileSystem(process.cwd());
  const line = lineOf(NEWEST);
  const wiring = wiringPart(
    new Map([[line, readCatalog(JSON.parse(readFileSync(`schemas/catalog/nvflare-${line}.json`, 'utf8')))]]),
  );
  const read = (file: string, text: string) => readConfig(LIGHT_FORMATS, formatOf(file) ?? 'json', text);
  const checked: Analysis[] = [];
  for await (const { folder, seen } of discoverJobs(fs, root, { read })) {
    const sources = await loadJob(fs, folder, { ...(seen && { seen }) });
    checked.push(await analyzeWithCode(fs, sources, { target: NEWEST, formats: LIGHT_FORMATS, wiring }));
  }
  return checked;
}

/** The meta files and configurations of all jobs, found as anybody must find them. */
function configurations(): readonly string[] {
  const found: string[] = [];
  for (const group of readdirSync(root)) {
    for (const job of readdirSync(join(root, group))) {
      const folder = join(root, group, job);
      for (const name of readdirSync(folder)) if (name === 'meta.json') found.push(join(folder, name));
      const config = join(folder, 'app', 'config');
      if (existsSync(config)) for (const name of readdirSync(config)) found.push(join(config, name));
    }
  }
  return found;
}
