import type { ConfigDocument } from '../../src/core/formats/document';
import { refusalOf } from '../../src/core/formats/document';
import type { ConfigNode } from '../../src/core/tree/node';
import type { Answer, Encoded } from './oracle-client';

/**
 * What is not compared, as we cannot or do not want to say what pyhocon makes of it. In each case the reader tells the user so:
 * - Durations, alone (an object of `datetime`, or of `dateutil` where that is installed) and joined to a text; and `null` joined to
 *   a text (the address of an object), or in a list of lists (an object of pyhocon): these are unknown to us, and have a notice.
 * - References that pyhocon follows for minutes, or for ever without our noticing a circle: unknown, with a notice.
 * - References to what an include or the environment may define: unknown, with a notice where pyhocon fails without it. In the
 *   generated texts no name is one of the environment, and no text has both references and includes.
 * - `include package(…)`, which depends on what is installed.
 */
const GIVEN_UP = /if it comes to an end at all/;

/** How our reading of a text differs from Python's, in words; `undefined` where it does not. */
export function differenceOf(document: ConfigDocument, answer: Answer): string | undefined {
  const refusal = refusalOf(document);
  if (document.problems.some(({ message }) => GIVEN_UP.test(message))) return undefined;
  if (answer.error !== undefined) {
    if (!refusal) return `Python raises ${answer.error}: ${answer.message}; we read ${JSON.stringify(document.root.kind)}`;
    const expected = answer.valueError ? 'reject' : 'crash';
    return document.problems.some((problem) => problem.refusal === expected)
      ? undefined
      : `Python raises ${answer.error}, which is a ${expected}; we say ${refusal.refusal}`;
  }
  if (refusal) return `we refuse: ${refusal.message}; Python reads ${JSON.stringify(answer.ok)}`;
  return nodeDifference(document, document.root, answer.ok, '');
}

function nodeDifference(document: ConfigDocument, node: ConfigNode, value: Encoded, path: string): string | undefined {
  if (isEqual(document, node, value)) return undefined;
  if (node.kind === 'array' && Array.isArray(value) && node.value.length === value.length) {
    return firstOf(node.value.map((item, i) => nodeDifference(document, item, value[i] as Encoded, `${path}[${i}]`)));
  }
  if (node.kind === 'object' && value !== null && typeof value === 'object' && 'dict' in value) {
    const keys = node.value.list.map((entry) => entry.key);
    const expected = value.dict.map(([key]) => String(key));
    if (keys.join('\n') !== expected.join('\n'))
      return `${path}: keys ${JSON.stringify(keys)}, in Python ${JSON.stringify(expected)}`;
    return firstOf(
      node.value.list.map((entry, i) =>
        nodeDifference(document, entry.value, value.dict[i]?.[1] as Encoded, `${path}.${entry.key}`),
      ),
    );
  }
  return `${path}: ${node.kind} ${JSON.stringify(node.value)}, in Python ${JSON.stringify(value)}`;
}

/** Equal as a value without parts. What is unknown must be an odd object in Python, or be said to be odd. */
function isEqual(document: ConfigDocument, node: ConfigNode, value: Encoded): boolean {
  switch (node.kind) {
    case 'string':
    case 'boolean':
    case 'null':
      return node.value === value;
    case 'integer':
      return isObject(value) && 'int' in value && toBigInt(document, node) === fromHex(value.int);
    case 'float':
      return isObject(value) && 'float' in value && Object.is(node.value, fromRepr(value.float));
    case 'unknown':
      if (isObject(value) && 'object' in value) return true;
      return document.problems.some(
        ({ range, message }) => overlaps(range, node) || (typeof value === 'string' && /duration|address/.test(message)),
      );
    case 'array':
    case 'object':
      return false;
  }
}

function isObject(value: Encoded): value is Exclude<Encoded, null | boolean | string | readonly Encoded[]> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function overlaps(a: { start: number; end: number }, node: ConfigNode): boolean {
  const within = (place: { start: number; end: number }) => a.start <= place.end && place.start <= a.end;
  return within(node) || (node.origin !== undefined && within(node.origin));
}

function toBigInt({ text }: ConfigDocument, node: ConfigNode & { kind: 'integer' }): bigint {
  if (Number.isSafeInteger(node.value)) return BigInt(node.value);
  const { start, end } = node.origin ?? node;
  return BigInt(text.slice(start, end).replace('+', ''));
}

function fromHex(hex: string): bigint {
  return hex.startsWith('-') ? -BigInt(hex.slice(1)) : BigInt(hex);
}

function fromRepr(repr: string): number {
  if (repr === 'nan') return Number.NaN;
  return repr.endsWith('inf') ? (repr.startsWith('-') ? -Infinity : Infinity) : Number(repr);
}

function firstOf(differences: readonly (string | undefined)[]): string | undefined {
  return differences.find((difference) => difference !== undefined);
}
