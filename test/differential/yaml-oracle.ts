import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { refusalOf } from '../../src/core/formats/document';
import { readYaml } from '../../src/core/formats/yaml/read';
import type { ConfigNode, Entry } from '../../src/core/tree/node';
import { type Plain, walk } from '../../src/core/tree/query';

/** What the real loader says of a text; values as `oracle/encoding.py` writes them. */
export interface Answer {
  readonly ok?: unknown;
  readonly error?: string;
  readonly valueError?: boolean;
  readonly message?: string;
}

/** One Python process that answers for as long as the tests run. `FLARE_JOBS_PYTHON` names the interpreter. */
export interface Oracle {
  ask(text: string): Promise<Answer>;
  close(): void;
}

export function openOracle(): Oracle {
  const python = process.env['FLARE_JOBS_PYTHON'] ?? 'python3';
  const child: ChildProcess = spawn(python, ['test/differential/oracle'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the oracle has no pipes');
  const waiting: { resolve(answer: Answer): void; reject(reason: Error): void }[] = [];
  createInterface(stdout).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line) as Answer));
  child.on('exit', (code) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`${python} ended with code ${code}`));
  });
  let id = 0;
  return {
    ask: (text) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        stdin.write(`${JSON.stringify({ id: id++, op: 'yaml', text })}\n`);
      }),
    close: () => stdin.end(),
  };
}

/**
 * The last but one are the known differences, and all of them:
 * - `depends on the machine`: what a resolver gives, `${oc.env:HOME}` say, is unknown to us. The real loader may refuse it, or
 *   give any value. Users see no problem, and rules stay silent about the value.
 * - `another mistake first`: both refuse, one of them with a ValueError, because a text has an escape sequence beyond Unicode
 *   (a ValueError in Python) besides other mistakes of its syntax, and PyYAML's scanner runs ahead of its parser by as much as
 *   a key may be long. Users see both: 'this escape sequence is beyond the last character of Unicode' and the other.
 */
export type Verdict = 'equal' | 'both refuse' | 'depends on the machine' | 'another mistake first' | 'different';

/** Whether our reader and the real one agree: the same refusal, or the same value. */
export function verdictOn(text: string, answer: Answer): Verdict {
  const document = readYaml(text);
  const ours = refusalOf(document)?.refusal;
  const theirs = answer.error === undefined ? undefined : answer.valueError ? 'reject' : 'crash';
  if (ours === undefined && theirs === 'reject' && hasUnknown(document.root)) return 'depends on the machine';
  if (ours !== theirs) {
    const isRefused = ours !== undefined && theirs !== undefined;
    const hasBeyond = document.problems.some(({ message }) => message.includes('beyond the last character'));
    return isRefused && hasBeyond && document.problems.length > 1 ? 'another mistake first' : 'different';
  }
  if (theirs !== undefined) return 'both refuse';
  return isEqual(document.root, answer.ok) ? 'equal' : 'different';
}

function hasUnknown(root: ConfigNode): boolean {
  for (const node of walk(root)) if (node.kind === 'unknown') return true;
  return false;
}

function isEqual(node: ConfigNode, value: unknown): boolean {
  switch (node.kind) {
    case 'unknown':
      return true;
    case 'object': {
      const pairs = (value as { dict?: [unknown, unknown][] } | null)?.dict;
      const { list } = node.value;
      return pairs?.length === list.length && pairs.every(([key, item], i) => isEntry(list[i] as Entry, key, item));
    }
    case 'array':
      return Array.isArray(value) && value.length === node.value.length && node.value.every((item, i) => isEqual(item, value[i]));
    case 'integer':
      return isInteger(value, node.value);
    case 'float':
      return Object.is(toFloat((value as { float?: string } | null)?.float), node.value);
    default:
      return Object.is(value, node.value);
  }
}

/** Whether the real loader gave just this value; whole numbers are printed as such. */
export function isPlainEqual(plain: Plain, value: unknown): boolean {
  if (Array.isArray(plain)) {
    return Array.isArray(value) && value.length === plain.length && plain.every((item, i) => isPlainEqual(item, value[i]));
  }
  if (typeof plain === 'object' && plain !== null) {
    const pairs = (value as { dict?: [unknown, unknown][] } | null)?.dict;
    const entries = Object.entries(plain);
    return pairs?.length === entries.length && entries.every(([key, item], i) => isPairEqual(key, item, pairs[i]));
  }
  if (typeof plain !== 'number') return Object.is(value, plain);
  return isInteger(value, plain) || Object.is(toFloat((value as { float?: string } | null)?.float), plain);
}

function isPairEqual(key: string, item: Plain, pair: [unknown, unknown] | undefined): boolean {
  return pair !== undefined && pair[0] === key && isPlainEqual(item, pair[1]);
}

function isEntry(entry: Entry, key: unknown, value: unknown): boolean {
  return isKey(entry, key) && isEqual(entry.value, value);
}

function isKey({ key, keyKind }: Entry, value: unknown): boolean {
  if (keyKind === undefined) return value === key;
  if (keyKind === 'boolean') return value === (key === 'True');
  if (keyKind === 'integer') return isInteger(value, Number(key));
  if (keyKind === 'float') return (value as { float?: string }).float === key;
  return keyKind === 'other' && (value as { object?: string }).object === 'bytes';
}

function isInteger(value: unknown, ours: number): boolean {
  const hex = (value as { int?: string } | null)?.int;
  if (hex === undefined) return false;
  return (hex.startsWith('-') ? -Number(hex.slice(1)) : Number(hex)) === ours;
}

function toFloat(repr: string | undefined): number | undefined {
  if (repr === 'inf') return Number.POSITIVE_INFINITY;
  if (repr === '-inf') return Number.NEGATIVE_INFINITY;
  return repr === undefined ? undefined : Number(repr);
}
