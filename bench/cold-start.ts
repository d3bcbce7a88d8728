// P6, P6b, P8 to P8c: starts, each in a fresh process, in turn with its peer.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { META_SCHEMA } from './support/json-service';
import { JsonServer } from './support/language-server';
import { interleavedAsync, median, ratios, wallClock } from './support/measure';
import { metaText } from './support/meta-text';
import { AJV, JSON_CLIENT, JSON_SERVER, NO_VSCODE, PYTHON } from './support/peers';
import { COMMAND_LINE, CORE, EXTENSION } from './support/product';
import { hand, milliseconds, type Result } from './support/result';

const ROUNDS = 25;
const WARM_UPS = 3;
/** A job without a finding, so that nothing is printed but the summary. */
const JOB = 'examples/hello-numpy';

const folder = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
const results: Result[] = [];
try {
  results.push(await loading(), await firstFindings(), await commandLine('P8', ['-e', '0']));
  results.push(
    PYTHON
      ? await commandLine('P8b', ['bench/support/validate.py', JOB], PYTHON)
      : { goal: 'P8b', missing: 'FLARE_JOBS_PYTHON names no Python with NVFLARE' },
  );
  results.push(await againstAjv());
} finally {
  rmSync(folder, { recursive: true });
}
hand(results);

async function loading(): Promise<Result> {
  const peer = JSON_CLIENT;
  if (!peer) return { goal: 'P6', missing: NO_VSCODE };
  const load = (script: string) => Number(run(process.execPath, ['bench/support/time-of-require.cjs', script]));
  return told(
    'P6',
    () => load(EXTENSION),
    () => load(peer),
  );
}

async function firstFindings(): Promise<Result> {
  const script = JSON_SERVER;
  if (!script) return { goal: 'P6b', missing: NO_VSCODE };
  const text = metaText({ sites: 3, apps: 1 });
  const ours = () => JSON.parse(run(process.execPath, ['bench/support/time-to-findings.cjs', CORE, JOB])).time;
  const peer = async () => {
    const start = wallClock();
    const server = new JsonServer(script);
    await server.open(text);
    await server.diagnostics();
    const time = wallClock() - start;
    server.close();
    return time;
  };
  return told('P6b', ours, peer);
}

async function againstAjv(): Promise<Result> {
  if (!AJV) return { goal: 'P8c', missing: 'no `ajv` of the package ajv-cli on the path' };
  const schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(META_SCHEMA));
  return commandLine('P8c', ['validate', '-s', schema, '-d', join(JOB, 'meta.json')], AJV);
}

/** Whole processes, from their start to their end. */
async function commandLine(goal: string, peer: readonly string[], command = process.execPath): Promise<Result> {
  const sides = {
    ours: () => run(process.execPath, [COMMAND_LINE, 'check', JOB]),
    again: () => run(process.execPath, [COMMAND_LINE, 'check', JOB]),
    peer: () => run(command, peer),
  };
  const times = await interleavedAsync(ROUNDS, 1, sides, WARM_UPS);
  return result(goal, times.ours, times.again, times.peer);
}

/** Times that the processes tell themselves. */
async function told(goal: string, ours: () => number, peer: () => number | Promise<number>): Promise<Result> {
  const times: Record<'ours' | 'again' | 'peer', number[]> = { ours: [], again: [], peer: [] };
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    const now = { ours: ours(), peer: await peer(), again: ours() };
    if (round < 0) continue;
    for (const name of ['ours', 'again', 'peer'] as const) times[name].push(now[name]);
  }
  return result(goal, times.ours, times.again, times.peer);
}

function result(goal: string, ours: readonly number[], again: readonly number[], peer: readonly number[]): Result {
  const size = `${milliseconds(median(ours))}, peer ${milliseconds(median(peer))}`;
  return { goal, at: '', ratios: ratios(ours, peer), again: ratios(again, ours), size };
}

function run(command: string, parameters: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
