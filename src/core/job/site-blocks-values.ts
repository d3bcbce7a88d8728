import type { ConfigNode, FloatNode, IntegerNode } from '../tree/node';
import { isFalsy } from '../tree/query';

/** Whether Python takes the value for an `int` of at least this size; `True` is none here. A value that cannot be read passes. */
export function isIntegerFrom(least: number, node: ConfigNode): boolean {
  return node.kind === 'unknown' || (node.kind === 'integer' && node.value >= least);
}

/** Whether the value is a number, whole or not. */
export function isNumber(node: ConfigNode): node is IntegerNode | FloatNode {
  return node.kind === 'integer' || node.kind === 'float';
}

/** Whether the value is a text with something but white space in it. */
export function isFilledText(node: ConfigNode): boolean {
  return node.kind === 'unknown' || (node.kind === 'string' && !isBlank(node.value));
}

/** Whether Python's `strip()` leaves nothing of the text. */
export function isBlank(text: string): boolean {
  for (const character of text) if (!isPythonSpace(character)) return false;
  return true;
}

function isPythonSpace(character: string): boolean {
  const code = character.charCodeAt(0);
  if ((code >= 0x1c && code <= 0x1f) || code === 0x85) return true;
  return code !== 0xfeff && /\s/.test(character);
}

/**
 * The whole number that the text says, also beyond 2^53; `undefined` where the digits are not plainly there, as for a value
 * that comes from elsewhere.
 */
export function exactInteger(node: IntegerNode, text: string): bigint | undefined {
  if (Number.isSafeInteger(node.value)) return BigInt(node.value);
  const digits = text.slice(node.start, node.end);
  return /^-?[1-9]\d*$/.test(digits) ? BigInt(digits) : undefined;
}

/** An amount of memory that launchers of every mode understand (`_PORTABLE_MEMORY_PATTERN`). */
export function isPortableMemory(text: string): boolean {
  return /^[1-9][0-9]*(Mi|Gi|Ti)$/.test(text);
}

/**
 * The portable amount that was most probably meant: `8Gi` for `8GB`, `8 Gi`, `8g`, `8192Mi`. `undefined` where a text says no
 * amount, or only bytes.
 */
export function portableMemoryLike(text: string): string | undefined {
  const match = /^\s*0*([1-9][0-9]*)(\.[0-9]+)?\s*([kmgt])i?(b|ytes?)?\s*$/i.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction, unit = ''] = match;
  const inMi = Number(whole + (fraction ?? '')) * (MEBIBYTES[unit.toLowerCase()] ?? 0);
  if (!Number.isSafeInteger(inMi) || inMi < 1) return undefined;
  if (fraction === undefined && unit.toLowerCase() !== 'k') return `${whole}${unit.toUpperCase()}i`;
  return inMi % 1024 === 0 ? `${inMi / 1024}Gi` : `${inMi}Mi`;
}

const MEBIBYTES: Readonly<Record<string, number>> = { k: 1 / 1024, m: 1, g: 1024, t: 1024 * 1024 };

/** A Docker size in bytes, as the job validator reads it (`_docker_shm_size_to_bytes`); `undefined` where it is none. */
export function dockerSize(text: string): number | undefined {
  const match = /^([0-9]+(?:\.[0-9]+)?)(?:[bB]|([kKmMgG])[bB]?)?$/.exec(text);
  if (!match) return undefined;
  const [, amount, unit] = match;
  const size = Number(amount) * (DOCKER_UNITS[unit?.toLowerCase() ?? ''] ?? 1);
  return size < 2 ** 63 ? size : undefined;
}

const DOCKER_UNITS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Whether Docker takes the value, of a document with this text, as the size of a container's shared memory. */
export function isSharedMemorySize(node: ConfigNode, text: string): boolean {
  if (node.kind === 'unknown') return true;
  if (node.kind === 'string') return dockerSize(node.value) !== undefined;
  if (node.kind !== 'integer' || node.value < 0) return false;
  const exact = exactInteger(node, text);
  return exact === undefined ? node.value <= 2 ** 63 : exact < 2n ** 63n;
}

/** A quantity of Kubernetes as a number of its base unit; `undefined` where Kubernetes does not read it as one. */
export function kubernetesQuantity(text: string): number | undefined {
  const match = /^([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$/.exec(text);
  if (!match) return undefined;
  const [, number, suffix = ''] = match;
  return Number(number) * (/^[eE][+-]?[0-9]/.test(suffix) ? Number(`1${suffix}`) : (KUBERNETES_UNITS[suffix] ?? 1));
}

const KUBERNETES_UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Whether a POSIX shell could split the line into words: every quote is closed, and no backslash is the last character. */
export function isShellLine(line: string): boolean {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (c === '\\' && quote !== "'") {
      if (++i >= line.length) return false;
    } else if (quote === '') {
      if (c === '"' || c === "'") quote = c;
    } else if (c === quote) quote = '';
  }
  return quote === '';
}

/** Whether Kubernetes takes the value as a number of processors; what is falsy is not passed on to it. */
export function isProcessorQuantity(node: ConfigNode): boolean {
  if (isFalsy(node) !== false) return true;
  if (isNumber(node)) return Number(node.value) > 0;
  return node.kind === 'string' && (kubernetesQuantity(node.value) ?? 0) > 0;
}

/** Whether a text is an amount of memory. Less than a MiB is a forgotten unit: `8` means eight bytes, and `8m` a fraction of one. */
export function isMemoryQuantity(text: string): boolean {
  return (kubernetesQuantity(text) ?? 0) >= 2 ** 20;
}

/** Whether a text has one of the references that `nvflare/fuel/utils/secret_utils.py` resolves. */
export function hasSecret(text: string): boolean {
  return /\$\{secret:(?:file:[^{}\s\0]+|[A-Za-z_][A-Za-z0-9_]*)\}/.test(text);
}
