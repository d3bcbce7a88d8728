import { exactInteger } from '../../job/site-blocks-values';
import type { ConfigNode } from '../../tree/node';
import { entry } from '../../tree/node';

/**
 * Python's `a == b` of two values in one text: whole numbers, fractions and truth values are one kind there. `undefined`
 * where it cannot be known.
 */
export function pythonEquals(a: ConfigNode, b: ConfigNode, text: string): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  if (isNumeric(a) && isNumeric(b)) return numbersEqual(a, b, text);
  if (a.kind === 'array' && b.kind === 'array') {
    if (a.value.length !== b.value.length) return false;
    return all(a.value.map((item, i) => pythonEquals(item, b.value[i] ?? item, text)));
  }
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.value.incomplete || b.value.incomplete) return undefined;
    if (a.value.list.length !== b.value.list.length) return false;
    return all(
      a.value.list.map((own) => {
        const other = entry(b, own.key);
        return other && other.keyKind === own.keyKind ? pythonEquals(own.value, other.value, text) : false;
      }),
    );
  }
  return a.kind === b.kind && a.value === b.value;
}

function numbersEqual(a: ConfigNode, b: ConfigNode, text: string): boolean | undefined {
  // Rounding keeps the order, so numbers that differ when they are rounded differ in truth.
  if (Number(a.value) !== Number(b.value)) return false;
  const exact = [a, b].map((node) => (node.kind === 'integer' ? exactInteger(node, text) : floatAsInteger(Number(node.value))));
  return exact.includes(undefined) ? undefined : exact[0] === exact[1];
}

/** A fraction equals another only where both are the same double; then one stand-in for both will do. */
function floatAsInteger(value: number): bigint {
  return Number.isInteger(value) ? BigInt(value) : 0n;
}

function isNumeric(node: ConfigNode): boolean {
  return node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean';
}

function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}
