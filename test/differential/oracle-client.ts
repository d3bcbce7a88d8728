import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What Python made of a request: an encoded value (`oracle/encoding.py`), or the name of the exception it raised. */
export type Answer =
  | { readonly ok: Encoded; readonly error?: undefined }
  | { readonly ok?: undefined; readonly error: string; readonly valueError: boolean; readonly message: string };

export type Encoded =
  | null
  | boolean
  | string
  | readonly Encoded[]
  | { readonly int: string }
  | { readonly float: string }
  | { readonly dict: readonly (readonly [Encoded, Encoded])[] }
  | { readonly object: string };

/** A Python process that answers requests in order. */
export interface Oracle {
  ask(op: string, request: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): void;
}

/** The interpreter that has NVFLARE's parsers, as FLARE_JOBS_PYTHON names it. */
export const PYTHON = process.env['FLARE_JOBS_PYTHON'] ?? 'python3';

/**
 * Starts the process of `test/differential/oracle`; tests run at the root of the repository. Packages in `packages` win over those that
 * are installed.
 */
export function startOracle(packages?: string): Oracle {
  const env = { ...process.env, ...(packages !== undefined && { PYTHONPATH: packages }) };
  const child = spawn(PYTHON, ['test/differential/oracle'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line) as Answer));
  child.on('error', (error) => {
    for (const each of waiting.splice(0)) each.reject(error);
  });
  child.on('exit', (code) => {
    for (const each of waiting.splice(0)) each.reject(new Error(`the oracle ended with code ${code}`));
  });
  let id = 0;
  return {
    ask: (op, request) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify({ id: ++id, op, ...request })}\n`);
      }),
    close: () => child.stdin.end(),
  };
}
