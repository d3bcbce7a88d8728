// Is the order of our dry run that of a real run? Runs light jobs in NVFLARE's simulator, each with a component that writes the events
// down, and compares them with the dry run and with what was recorded (test/core/dry-run/runs/*/events.json).
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
//   FLARE_JOBS_RECORD=1                 write what was seen as the new record
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { agreeWithDryRun } from '../support/dry-run-agreement';
import type { Seen } from '../support/event-order';
import { type RecordedRun, RUN_NAMES, RUNS, recordedRun, writeSeen } from '../support/recorded-runs';
import { PYTHON } from './oracle-client';

const CLIENTS = 2;
const MOST_SECONDS = 240;
/** The name that the simulator gives the server. */
const SERVER = 'simulator_server';
const WRITER = { id: 'event_writer', path: 'event_writer.EventWriter' };

/** Events that come as often as clients ask, or that components fire of their own will. */
const LEFT_OUT = /pull_task|process_task_request|_log_available|swap_in|swap_out|about_to_start_run|readiness|^cwf\./;
/** Events that have to do with one client at the server. */
const PER_CLIENT =
  /filter$|submission$|contribution_accept$|_before_train_task|pre_run_result|send_model_for_validation|receive_best_model|validation_result_received/;

for (const name of RUN_NAMES) {
  test(`the simulator runs ${name} as the dry run says`, { timeout: (MOST_SECONDS + 60) * 1000 }, () => {
    const run = simulate(name);
    if (process.env['FLARE_JOBS_RECORD']) {
      writeFileSync(join(RUNS, name, 'events.json'), `${JSON.stringify(run, null, 2)}\n`);
    }
    agreeWithDryRun(name, run);
    // Which client aggregates, starts or comes first is drawn in each run; what does not depend on it is the same.
    const recorded = recordedRun(name);
    assert.ok(recorded, 'nothing is recorded yet');
    assert.deepEqual(eventsIn(run), eventsIn(recorded));
  });
}

function eventsIn({ server, clients }: RecordedRun): readonly string[] {
  const lines = [...Object.values(server), ...Object.values(clients)].flat();
  return [...new Set(lines.map((line) => line.replace(/ from .*$/, '')))].sort();
}

function simulate(name: string): RecordedRun {
  const folder = mkdtempSync(join(tmpdir(), 'flare-jobs-run-'));
  try {
    const job = join(folder, 'job');
    cpSync(join(RUNS, name, 'job'), job, { recursive: true });
    mkdirSync(join(job, 'app/custom'), { recursive: true });
    cpSync('test/core/dry-run/event_writer.py', join(job, 'app/custom/event_writer.py'));
    for (const side of ['server', 'client']) {
      const file = join(job, `app/config/config_fed_${side}.json`);
      const config = JSON.parse(readFileSync(file, 'utf8')) as { components?: unknown[] };
      writeFileSync(file, JSON.stringify({ ...config, components: [WRITER, ...(config.components ?? [])] }));
    }
    const events = join(folder, 'events');
    mkdirSync(events);
    const simulator = [job, '-w', join(folder, 'workspace'), '-n', String(CLIENTS), '-t', String(CLIENTS)];
    const { status, stderr, stdout } = spawnSync(PYTHON, ['-m', 'nvflare.cli', 'simulator', ...simulator], {
      env: { ...process.env, EVENT_FOLDER: events },
      encoding: 'utf8',
      timeout: MOST_SECONDS * 1000,
    });
    assert.equal(status, 0, `${stdout}\n${stderr}`);
    return readRun(events);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Line extends Seen {
  readonly peer: string | null;
}

function readRun(folder: string): RecordedRun {
  const lines = (site: string) =>
    readFileSync(join(folder, `${site}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((text) => JSON.parse(text) as Line)
      .filter(({ event }) => !LEFT_OUT.test(event));
  const names = readdirSync(folder)
    .map((file) => file.replace('.jsonl', ''))
    .filter((site) => site !== SERVER)
    .sort();
  const server = lines(SERVER);
  const atServer = (client: string) => server.filter(({ event, peer }) => !PER_CLIENT.test(event) || peer === client);
  return {
    made: { nvflare: nvflareVersion(), clients: CLIENTS, by: 'npm run test:differential -- dry-run' },
    server: Object.fromEntries(names.map((client) => [client, atServer(client).map(serverLine)])),
    clients: Object.fromEntries(names.map((client) => [client, clientLines(lines(client))])),
  };
}

/** What a context says besides the event is kept only where it belongs to it; contexts are used again for later events. */
function serverLine({ event, task, round }: Line): string {
  const isOfTask = PER_CLIENT.test(event) && task;
  return writeSeen({ event, ...(isOfTask && { task }), ...(event === '_round_started' && round !== undefined && { round }) });
}

/** Where clients ask one another for things, contexts of one thread tell of another; then only what is done is kept. */
function clientLines(lines: readonly Line[]): readonly string[] {
  const hasPeers = lines.some(({ peer }) => peer !== null && peer !== SERVER);
  const kept = hasPeers ? lines.filter(({ event }) => /^(_before_task_execution|_round_started)$/.test(event)) : lines;
  return kept.map(({ event, task, round, peer }) => {
    if (event === '_round_started') return writeSeen({ event, ...(round !== undefined && { round }) });
    const isRun = /_run$/.test(event);
    if (isRun || !task) return event;
    return `${writeSeen({ event, task })}${peer !== null && peer !== SERVER ? ` from ${peer}` : ''}`;
  });
}

function nvflareVersion(): string {
  const { stdout } = spawnSync(PYTHON, ['-c', 'import nvflare; print(nvflare.__version__)'], { encoding: 'utf8' });
  return stdout.trim();
}
