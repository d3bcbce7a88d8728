import type { ConfigNode } from '../../tree/node';
import { entry } from '../../tree/node';

/** Python's `a == b`: whole numbers, fractions and truth values are one kind there. `undefined` where it cannot be known. */
export function pythonEquals(a: ConfigNode, b: ConfigNode): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  if (isNumeric(a) && isNumeric(b)) return numbersEqual(Number(a.value), Number(b.value));
  if (a.kind === 'array' && b.kind === 'array') {
    if (a.value.length !== b.value.length) return false;
    return all(a.value.map((item, i) => pythonEquals(item, b.value[i] ?? item)));
  }
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.value.incomplete || b.value.incomplete) return undefined;
    if (a.value.list.length !== b.value.list.length) return false;
    return all(
      a.value.list.map((own) => {
        const other = entry(b, own.key);
        return other && other.keyKind === own.keyKind ? pythonEquals(own.value, other.value) : false;
      }),
    );
  }
  return a.kind === b.kind && a.value === b.value;
}

/** Numbers beyond 2^53 are rounded here, so that equal ones may differ in truth. */
function numbersEqual(a: number, b: number): boolean | undefined {
  if (a !== b) return false;
  return Number.isInteger(a) && !Number.isSafeInteger(a) ? undefined : true;
}

function isNumeric(node: ConfigNode): boolean {
  return node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean';
}

function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}
