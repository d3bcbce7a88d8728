import type { Leaf } from './evaluate/model';

/**
 * What Python's `str` makes of a value, which pyhocon joins to texts; `undefined` where that cannot be known, or is the
 * address of an object. `source` is the text that the value comes from.
 */
export function pythonText(leaf: Leaf, source: string): string | undefined {
  switch (leaf.kind) {
    case 'string':
      return leaf.value;
    case 'boolean':
      return leaf.value ? 'True' : 'False';
    case 'integer':
      return Number.isSafeInteger(leaf.value) ? String(leaf.value + 0) : longInteger(leaf, source);
    case 'float':
      return floatText(leaf.value);
    case 'none':
      return '';
    case 'null':
    case 'unknown':
      return undefined;
  }
}

function longInteger(leaf: Leaf, source: string): string {
  const { start, end } = leaf.origin ?? leaf;
  const written = source.slice(start, end).replace(/^\+/, '');
  return written.replace(/^(-?)0+(?=\d)/, '$1');
}

/** Python's `repr` of a float: the shortest digits, as JavaScript has them, but with other exponents. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 16) return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  const written = power < 0 ? value.toFixed(mantissa.replace(/[-.]/g, '').length - 1 - power) : String(value);
  return written.includes('.') ? written : `${written}.0`;
}
