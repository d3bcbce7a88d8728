import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import type { Release } from '../../src/core/job/release';
import { META_RULES } from '../support/all-rules';
import { sourcesOf } from '../support/example-job';
import type { Oracle } from './oracle-client';
import type { JobFiles } from './whole-jobs';

/** What NVFLARE's validator says of a job. */
export interface Verdict {
  readonly valid: boolean;
  readonly error: string;
  /** What left the validator where it was not its plain rejection. */
  readonly exception: string | null;
  /** The place in NVFLARE that decided. */
  readonly where: string | null;
}

/** Gives jobs to the validator of the oracle's release. */
export async function validate(oracle: Oracle, jobs: readonly JobFiles[]): Promise<readonly Verdict[]> {
  const requests = jobs.map((files) => ({ do: 'validate', name: 'job', files: sendable(files) }));
  const reply = await oracle.ask('validator', { do: 'many', requests });
  assert.ok(Array.isArray(reply.ok), reply.error);
  return (reply.ok as unknown as readonly { readonly ok: Verdict; readonly error?: string }[]).map(({ ok, error }) => {
    assert.equal(error, undefined);
    return ok;
  });
}

function sendable(files: JobFiles): Readonly<Record<string, unknown>> {
  const entries = Object.entries(files).map(([path, content]) => [
    path,
    content instanceof Uint8Array ? { base64: Buffer.from(content).toString('base64') } : content,
  ]);
  return Object.fromEntries(entries);
}

/** How our verdict for a release differs from that of NVFLARE; `undefined` where it does not. */
export function differenceOf(files: JobFiles, { valid, error, exception, where }: Verdict, target: Release): string | undefined {
  const texts = Object.entries(files).flatMap(([path, content]) => (content === null ? [] : [[path, content] as const]));
  const folders = Object.entries(files).flatMap(([path, content]) => (content === null ? [path] : []));
  const analysis = analyze(sourcesOf('job', new Map(texts), folders), { target, ...META_RULES });
  assert.deepEqual(analysis.failures, []);
  if (analysis.rejected !== valid) return undefined;
  const ours = analysis.findings.filter(({ stage }) => stage === 'submit').map(({ code, message }) => `${code}: ${message}`);
  return `NVFLARE: ${valid ? 'valid' : `${exception ?? 'rejected'} at ${where}: ${error}`}; ours: ${ours.join(', ') || 'valid'}`;
}

/** The files of a job, for a message. */
export function shown(files: JobFiles): string {
  return Object.entries(files)
    .map(([path, content]) => `--- ${path}\n${content === null ? '(folder)' : content}`)
    .join('\n');
}
