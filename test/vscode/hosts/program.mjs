// Programs that a host starts, and waiting for them.
import { spawn } from 'node:child_process';

/**
 * Starts a program whose whole process group is ended in the end, so that the helpers it starts itself go with it.
 * Its output arrives line by line.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine: (line: string) => void }} options
 * @returns {{ exited: Promise<number> }} resolves with the exit code; 1 when it could not be started or a signal ended it
 */
export function startProgram(defer, command, args, { env = process.env, onLine }) {
  const grouped = process.platform !== 'win32';
  const child = spawn(command, args, { env, detached: grouped, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) forEachLine(stream, onLine);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      onLine(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  const kill = (signal) => {
    if (child.pid === undefined) return;
    try {
      process.kill(grouped ? -child.pid : child.pid, signal);
    } catch (error) {
      // ESRCH: the whole group has ended, which is what was asked for.
      if (error.code !== 'ESRCH') throw error;
    }
  };
  // An exit that passes the deferred steps by (a bug of ours, process.exit) must not leave the group behind either.
  const lastResort = () => kill('SIGKILL');
  process.once('exit', lastResort);
  defer(async () => {
    kill('SIGTERM');
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
    kill('SIGKILL');
    process.removeListener('exit', lastResort);
  });
  return { exited };
}

/**
 * Starts a server and waits until it says on which port it listens.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, port: RegExp, onLine: (line: string) => void }} options `port` matches the line that
 *   tells the port; its first group is the number
 * @returns {Promise<{ port: number, exited: Promise<number> }>} `exited` resolves with the exit code, should it end by itself
 */
export async function startServerProgram(defer, command, args, { env, port, onLine }) {
  const lines = [];
  let listens;
  const listening = new Promise((resolve) => {
    listens = resolve;
  });
  const { exited } = startProgram(defer, command, args, {
    env,
    onLine(line) {
      lines.push(line);
      onLine(line);
      const found = port.exec(line);
      if (found !== null) listens(Number(found[1]));
    },
  });
  const ended = exited.then((code) => {
    throw new Error(`the server ended with exit code ${code}:\n${lines.slice(-15).join('\n')}`);
  });
  // In the end it ends in any case; by then nobody waits for this promise.
  ended.catch(() => undefined);
  return { port: await within(Promise.race([listening, ended]), 60, 'server that listens'), exited };
}

/**
 * The promise, or an error after `seconds` that says what did not happen.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {number} seconds
 * @param {string} what completes the sentence "after N s there was no …"
 * @returns {Promise<T>}
 */
export async function within(promise, seconds, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`after ${seconds} s there was no ${what}`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function forEachLine(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}
