import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { JobSources } from '../../src/core/job/sources';
import type { Seen } from './event-order';
import { sourcesOf } from './example-job';

/** The jobs that were run in NVFLARE's simulator, each with what was seen. */
export const RUNS = 'test/core/dry-run/runs';

/** What the components of a run were told. */
export interface RecordedRun {
  /** How it was made: the release, the number of clients, and the test that makes it again. */
  readonly made: { readonly nvflare: string; readonly clients: number; readonly by: string };
  /** At the server, by the client that the event has to do with; those of the whole workflow are in all of the lists. */
  readonly server: Readonly<Record<string, readonly string[]>>;
  /** At each client. */
  readonly clients: Readonly<Record<string, readonly string[]>>;
}

export const RUN_NAMES: readonly string[] = readdirSync(RUNS).sort();

/** The job of a run, as a host reads it. */
export function jobOfRun(name: string): JobSources {
  const folder = join(RUNS, name, 'job');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name: file }) => {
    const path = join(parentPath, file);
    return [relative(folder, path), readFileSync(path, 'utf8')] as const;
  });
  return sourcesOf(name, new Map(texts));
}

/** What was recorded of a run; `undefined` where it was not yet. */
export function recordedRun(name: string): RecordedRun | undefined {
  const file = join(RUNS, name, 'events.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RecordedRun) : undefined;
}

/** A line of a record: `_round_started · · 1`, `_before_task_execution · train`. */
export function parseSeen(line: string): Seen {
  const [event = '', task = '', round = ''] = line.split(' · ');
  return { event, ...(task !== '' && { task }), ...(round !== '' && { round: Number(round) }) };
}

/** The line for an event; the opposite of `parseSeen`. */
export function writeSeen({ event, task = '', round }: Seen): string {
  return [event, task, round ?? ''].join(' · ').replace(/(?: · )+$/, '');
}
