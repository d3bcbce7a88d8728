// Whatever a host starts or writes is undone when the run ends: normally, by an error, or by Ctrl-C.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs `work`, then the steps it deferred, last one first. The steps also run on Ctrl-C and on SIGTERM, after which this
 * process ends with the usual code of that signal. Therefore there is one such call in a process, and whatever it calls is
 * handed `defer`.
 *
 * @template T
 * @param {(defer: Defer) => Promise<T>} work
 * @returns {Promise<T>}
 * @typedef {(step: () => unknown) => void} Defer
 */
export async function withCleanup(work) {
  const steps = [];
  let ending;
  const runSteps = async () => {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step();
      } catch (error) {
        console.error(`clean-up: ${messageOf(error)}`);
      }
    }
  };
  const end = () => {
    ending ??= runSteps();
    return ending;
  };
  const defer = (step) => {
    if (ending === undefined) steps.push(step);
    // The run is over already (Ctrl-C while something was being started), so nothing may be left to start.
    else ending = ending.then(step);
  };
  const stop = (code) => async () => {
    await end();
    process.exit(code);
  };
  const signals = { SIGINT: stop(130), SIGTERM: stop(143), SIGHUP: stop(129) };
  for (const [signal, handler] of Object.entries(signals)) process.once(signal, handler);
  try {
    return await work(defer);
  } finally {
    await end();
    for (const [signal, handler] of Object.entries(signals)) process.removeListener(signal, handler);
  }
}

/**
 * A new empty folder that is deleted in the end.
 *
 * @param {Defer} defer
 * @param {string} purpose a word for its name
 */
export function temporaryFolder(defer, purpose) {
  const folder = mkdtempSync(join(tmpdir(), `flare-jobs-${purpose}-`));
  // Retries: on some systems a process that was just ended holds its files for a moment longer.
  defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/** The words of an error, for a terminal. */
export function messageOf(error) {
  return (error instanceof Error ? error.message : String(error)).trim();
}
