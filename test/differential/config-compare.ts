import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../src/core/analyze';
import { taskFlow } from '../../src/core/job/config/task-flow';
import type { Wiring } from '../../src/core/job/config/wiring';
import { lineOf, parseRelease, type Release } from '../../src/core/job/release';
import type { JobSources } from '../../src/core/job/sources';
import type { Finding } from '../../src/core/rules/finding';
import { ALL_RULES } from '../support/all-rules';
import { ALL_CATALOGS } from '../support/catalogs';
import { startOracle } from './oracle-client';

const oracle = startOracle();
const target = await installedRelease();

/** Ends the interpreter that was asked. */
export function closeOracle(): void {
  oracle.close();
}

/** What NVFLARE made of one side of one app. */
export interface Built {
  readonly failed: 'configure' | 'start' | null;
  readonly error?: string;
  readonly message?: string;
  readonly where?: 'constructor' | 'nvflare';
  readonly filters?: { readonly data: readonly string[]; readonly result: readonly string[] };
  readonly tasks?: Readonly<Record<string, string>>;
}

export interface Side {
  readonly app: string;
  readonly side: 'server' | 'client';
}

/** A job with what both say of it. */
export interface Compared {
  readonly analysis: Analysis;
  readonly built: readonly (Side & Built)[];
}

async function installedRelease(): Promise<Release> {
  const { ok } = await oracle.ask('config', { do: 'release' });
  const release = typeof ok === 'string' ? parseRelease(ok) : undefined;
  assert.ok(release && ALL_CATALOGS.has(lineOf(release)), `there is no catalogue of the installed nvflare ${String(ok)}`);
  return release;
}

export function check(sources: JobSources): Analysis {
  const analysis = analyze(sources, { target, ...ALL_RULES });
  assert.deepEqual(analysis.failures, []);
  return analysis;
}

export function sidesOf({ wiring: model }: Analysis): readonly Side[] {
  return (model?.configs ?? []).map(({ app, side }) => ({ app, side }));
}

/** Asks for several jobs at once. */
export async function compare(
  cases: readonly { readonly sources: JobSources; readonly sides: readonly Side[] }[],
): Promise<readonly Compared[]> {
  const analyses = cases.map(({ sources }) => check(sources));
  const requests = cases.flatMap(({ sources, sides }, i) => {
    const model = analyses[i]?.wiring;
    const tasks = model ? [...new Set(taskFlow(model).sent.map(({ name }) => name))] : [];
    const byoc = [...sources.folders.keys()].some((folder) => /^[^/]+\/custom$/.test(folder));
    return sides.map(({ app, side }) => ({ side, files: filesOf(sources, app), byoc, start: true, tasks }));
  });
  const { ok, error } = await oracle.ask('config', { do: 'build', apps: requests });
  assert.ok(Array.isArray(ok), error);
  const answers = (ok as unknown as readonly Built[])[Symbol.iterator]();
  return cases.map(({ sides }, i) => ({
    analysis: analyses[i] as Analysis,
    built: sides.map((side) => ({ ...side, ...(answers.next().value as Built) })),
  }));
}

function filesOf({ texts }: JobSources, app: string): Readonly<Record<string, string>> {
  const inside = [...texts].flatMap(([path, source]) =>
    path.startsWith(`${app}/`) && source.kind === 'text' ? [[path.slice(app.length + 1), source.text] as const] : [],
  );
  return Object.fromEntries(inside);
}

/** What is said of the run; the meta file and packing are compared elsewhere. */
export function said({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ stage, file }) => (stage === 'run' || stage === 'never') && !file.startsWith('meta'));
}

/** Warnings that certainly say what happens, though NVFLARE runs the job. */
const NEVER_RUN = ['filters/pattern', 'ids/cleanser-missing'];

export function errorsOf(analysis: Analysis): readonly Finding[] {
  return said(analysis).filter(({ severity, code }) => severity === 'error' || NEVER_RUN.includes(code));
}

export function written(findings: readonly Finding[]): string {
  return findings.map(({ code, message }) => `${code}: ${message}`).join('; ');
}

export function told(built: readonly (Side & Built)[]): string {
  return built
    .filter(({ failed }) => failed)
    .map(({ message = '', ...rest }) => ({ ...rest, message: message.replace(/^Error .*?(?=path: |exception: )/s, '') }))
    .map(({ app, side, failed, where, error, message }) => `${app} ${side} ${failed} (${where}): ${error}: ${message}`)
    .join('; ');
}

/** Ids that are looked up when the first task or result comes, which needs a whole simulation. */
const LATER = /^"(?:generator_id|result_cleanser_ids)" /;

/** Whether NVFLARE shows what an error says: it fails, or what is said never to run is not in its tables. */
export function isShown(
  { code, file, range, message }: Finding,
  built: readonly (Side & Built)[],
  { job, wiring: model }: Analysis,
): boolean {
  const own = built.filter(({ app, side }) => file.startsWith(`${app}/`) && file.includes(`config_fed_${side}`));
  // What fails earlier hides the rest.
  if (own.some(({ failed }) => failed === 'configure')) return true;
  switch (code) {
    case 'tasks/no-executor': {
      // Whether the client's router knows the task; that the server then ends the job is seen in the simulator.
      const { sent } = taskFlow(model as Wiring);
      return built.some(
        ({ side, failed, tasks }) => side === 'client' && (failed || sent.some(({ name }) => tasks && !(name in tasks))),
      );
    }
    case 'filters/pattern': {
      const source = job.sources.texts.get(file);
      const pattern = source?.kind === 'text' ? source.text.slice(range.start, range.end).replaceAll('"', '') : '';
      return own.some(({ filters }) =>
        [...(filters?.data ?? []), ...(filters?.result ?? [])].some((key) => key.startsWith(`${pattern}/`)),
      );
    }
    case 'ids/cleanser-missing':
      return own.every(({ failed }) => failed === null);
    default:
      return own.some(({ failed }) => failed !== null) || LATER.test(message);
  }
}

/**
 * Whether the code of a component refused a value, or a class is of a package that may be installed at a site: neither is in the
 * files of a job. Whatever says that a component was not found, or is of the wrong class, is.
 */
export function isOfValues({ failed, where, message = '' }: Built): boolean {
  if (where === 'constructor') return true;
  if (failed === 'start') return !/but got <class|type object|instance/.test(message);
  return /Can't load class (?!nvflare)[\w.-]+: No module named/.test(message);
}

export function differenceOf(
  { analysis, built }: Compared,
  seen: Record<'jobs' | 'failed' | 'refused' | 'errors' | 'warned', number>,
): string | undefined {
  seen.jobs++;
  const errors = errorsOf(analysis);
  const failures = built.filter(({ failed }) => failed);
  if (failures.length > 0) seen.failed++;
  if (errors.length > 0) seen.errors++;
  for (const error of errors)
    if (!isShown(error, built, analysis)) return `${written([error])}\n    NVFLARE: ${told(built) || 'built and started'}`;
  if (failures.length === 0 || errors.length > 0) return undefined;
  if (said(analysis).length > 0) {
    seen.warned++;
    return undefined;
  }
  if (failures.every(isOfValues)) {
    seen.refused++;
    return undefined;
  }
  return `nothing\n    NVFLARE: ${told(built)}`;
}
