// P5 to P5c: a workspace of 10,000 jobs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '../src/cli/node/file-system';
import {
  analyze,
  DocumentCache,
  discoverJobs,
  formatOf,
  type JobModel,
  LIGHT_FORMATS,
  loadJob,
  NEWEST,
  readConfig,
} from '../src/core/index';
import { RARE_RULES } from '../src/core/rules/rare.generated';
import { serviceValidation } from './support/json-service';
import { wallClock } from './support/measure';
import { RIPGREP } from './support/peers';
import { COMMAND_LINE } from './support/product';
import { hand, milliseconds, type Result } from './support/result';
import { jobFiles, LARGE_WORKSPACE, writeWorkspace } from './support/workspace';

const ROOT = workspace();
/** What VS Code gives ripgrep when an extension asks for all files. */
const FIND_FILES = ['--files', '--hidden', '--case-sensitive', '--no-require-git', '--no-ignore', '--no-config'];

const commandLine = await timeOf(() => run(process.execPath, [COMMAND_LINE, 'check', ROOT, '--format', 'json'], [0, 1]));
const again = await timeOf(() => run(process.execPath, [COMMAND_LINE, 'check', ROOT, '--format', 'json'], [0, 1]));
const noise = [again / commandLine];
const size = milliseconds(commandLine);
const results: Result[] = [];
if (RIPGREP) {
  const search = RIPGREP;
  const peer = await timeOf(() => run(search, [...FIND_FILES, ROOT], [0]));
  results.push({ goal: 'P5', at: '', ratios: [commandLine / peer], again: noise, size });
} else results.push({ goal: 'P5', missing: 'no ripgrep' });
const texts = readConfigurations();
const service = await timeOf(async () => {
  for (const text of texts) await serviceValidation(text);
});
results.push({ goal: 'P5b', at: '', ratios: [commandLine / service], again: noise, size });
results.push(...(await secondPass()));
hand(results);

/** As an editor keeps a workspace: what did not change is not made again. */
async function secondPass(): Promise<readonly Result[]> {
  const jobs = new Map<string, JobModel>();
  const cache = new DocumentCache();
  const check = async (folder: string) => {
    const analysis = analyze(await loadJob(nodeFileSystem(process.cwd()), folder), {
      target: NEWEST,
      formats: LIGHT_FORMATS,
      rare: RARE_RULES,
      cache,
      previous: jobs.get(folder),
    });
    jobs.set(folder, analysis);
  };
  const pass = async () => {
    const read = (file: string, text: string) => readConfig(LIGHT_FORMATS, formatOf(file) ?? 'json', text);
    for await (const { folder } of discoverJobs(nodeFileSystem(process.cwd()), ROOT, { read })) await check(folder);
  };
  const first = await timeOf(pass);
  const second = await timeOf(pass);
  const one = jobs.keys().next().value ?? ROOT;
  const meta = join(one, 'meta.json');
  const text = readFileSync(meta, 'utf8');
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    writeFileSync(meta, `${text}${' '.repeat(i)}`);
    times.push(await timeOf(() => check(one)));
  }
  writeFileSync(meta, text);
  const [third] = times.sort((a, b) => a - b).slice(4);
  return [
    { goal: 'P5c', at: '', ratios: [second / first], again: [], size: milliseconds(second) },
    { goal: 'P5c-one', at: '', ratios: [(third ?? Number.NaN) / first], again: [], size: milliseconds(third ?? Number.NaN) },
  ];
}

/** The texts that a check reads, in memory. */
function readConfigurations(): readonly string[] {
  const texts: string[] = [];
  for (const group of readdirSync(ROOT)) {
    for (const job of readdirSync(join(ROOT, group))) {
      for (const file of ['meta.json', 'app/config/config_fed_server.json', 'app/config/config_fed_client.json'])
        texts.push(readFileSync(join(ROOT, group, job, file), 'utf8'));
    }
  }
  return texts;
}

/** The workspace is written once for all processes, and left in the folder for temporary files. */
function workspace(): string {
  const { jobs, faultyEvery } = LARGE_WORKSPACE;
  const bytes = jobFiles(0, true).reduce((sum, [, text]) => sum + text.length, 0);
  const root = join(tmpdir(), `flare-jobs-workspace-${jobs}-${faultyEvery}-${bytes}`);
  if (!existsSync(root)) {
    writeWorkspace(`${root}.new`, LARGE_WORKSPACE);
    renameSync(`${root}.new`, root);
  }
  return root;
}

async function timeOf(action: () => unknown): Promise<number> {
  const start = wallClock();
  await action();
  return wallClock() - start;
}

function run(command: string, parameters: readonly string[], codes: readonly number[]): void {
  const { status, stderr, error } = spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status === null || !codes.includes(status)) throw new Error(`${command}: ${error?.message ?? stderr}`);
}
