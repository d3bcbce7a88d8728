import type { Wiring } from '../job/config/wiring';
import type { Job } from '../job/model';
import { isSince } from '../job/release';
import { rule as notAllowed } from '../rules/code/not-allowed';
import type { Place } from '../text/range';
import { rangeOf } from '../tree/node';
import { type ByocReason, byocReasons, usesPredeployedFlower } from './byoc';
import { type Concern, concernsOf, LARGEST_FILE } from './concerns';
import { type Forecast, forecast, type PolicyFile } from './forecast';
import type { Pack } from './pack';
import type { Person } from './policy';

/** What is sent when a job is submitted, and what that takes: plain data. */
export interface Manifest {
  /** The folder's name, under which everything lies in the archive. */
  readonly name: string;
  /** Files and folders below the job folder by path. */
  readonly entries: readonly ManifestEntry[];
  readonly files: number;
  readonly folders: number;
  /** Bytes of all files. */
  readonly size: number;
  /** Bytes of the archive. */
  readonly archiveSize: number;
  /** `sha256:…`, as the server hashes the content of a job. */
  readonly hash: string | undefined;
  /** There is more in the folder than was looked at. */
  readonly truncated: boolean;
  readonly concerns: readonly Concern[];
  readonly byoc: readonly ByocReason[];
  /** Classes that sites do not allow by default in a job without code of its own (since 2.8); `undefined` where no class is looked at. */
  readonly notAllowed: readonly NotAllowed[] | undefined;
  readonly forecast: Forecast;
}

/** A file or folder of the archive; sizes in bytes. */
export interface ManifestEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly link: boolean;
  readonly size: number;
}

/** A class that a site refuses to build. */
export interface NotAllowed {
  readonly text: string;
  readonly at: Place;
}

/** What is known besides the job. */
export interface ManifestOptions {
  /** What the apps run, where it was read. */
  readonly wiring: Wiring | undefined;
  readonly policies: readonly PolicyFile[];
  /** What is known of the person who submits. */
  readonly who?: Partial<Person>;
  /** The size in bytes beyond which a file is large. */
  readonly largest?: number;
}

/** Makes the manifest of a job. */
export function manifestOf(job: Job, pack: Pack, { wiring, policies, who, largest = LARGEST_FILE }: ManifestOptions): Manifest {
  const files = pack.entries.filter(({ kind }) => kind === 'file');
  const byoc = byocReasons(job);
  const atAll = byoc.some(({ sites }) => sites === undefined);
  return {
    name: job.sources.name,
    entries: pack.entries.map(({ path, kind, link, size }) => ({ path, kind, link, size })),
    files: files.length,
    folders: pack.entries.length - files.length,
    size: files.reduce((sum, { size }) => sum + size, 0),
    archiveSize: pack.archiveSize,
    hash: pack.hash,
    truncated: pack.truncated,
    concerns: concernsOf(pack, largest),
    byoc,
    notAllowed:
      byoc.some(({ app }) => app !== undefined) || !wiring || !isSince(job.target, '2.8')
        ? undefined
        : classesNotAllowed(job, wiring),
    forecast: forecast(
      policies,
      { byoc: atAll ? 'all' : [...new Set(byoc.flatMap(({ sites }) => sites ?? []))], flower: usesPredeployedFlower(job) },
      who,
    ),
  };
}

function classesNotAllowed(job: Job, wiring: Wiring): readonly NotAllowed[] {
  return [...notAllowed.check({ job, wiring })].map(({ file, at, message }) => ({
    text: message,
    at: { file: file ?? '', range: rangeOf(at) },
  }));
}
