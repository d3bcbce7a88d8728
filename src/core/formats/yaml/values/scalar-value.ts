/** What Python raises where it makes nothing of a text: `reject` is a ValueError, `crash` anything else. */
export type Failure = 'reject' | 'crash';

/** Python reads no decimal integer of more digits (`sys.get_int_max_str_digits`). */
const MOST_DIGITS = 4300;

/** `construct_yaml_int` of `yaml/constructor.py`: binary, octal with a leading 0, hexadecimal, sexagesimal, decimal. */
export function toInteger(text: string): bigint | Failure {
  const signed = text.replaceAll('_', '');
  const digits = withoutSign(signed);
  if (digits === '') return 'crash';
  const value = unsignedInteger(digits);
  return typeof value === 'bigint' && signed.startsWith('-') ? -value : value;
}

function unsignedInteger(digits: string): bigint | Failure {
  if (digits.startsWith('0b')) return /^0b[01]+$/.test(digits) ? BigInt(digits) : 'reject';
  if (digits.startsWith('0x')) return /^0x[0-9a-fA-F]+$/.test(digits) ? BigInt(digits) : 'reject';
  // Python takes 0o17 for octal too, which only a tag makes a number of.
  if (digits.startsWith('0')) return /^0[oO]?[0-7]*$/.test(digits) ? octal(digits) : 'reject';
  let value = 0n;
  for (const part of digits.split(':')) {
    const trimmed = part.trim();
    if (!/^[-+]?[0-9]+$/.test(trimmed) || withoutSign(trimmed).length > MOST_DIGITS) return 'reject';
    value = value * 60n + BigInt(trimmed.replace('+', ''));
  }
  return value;
}

function octal(digits: string): bigint | Failure {
  const bare = digits.replace(/^0[oO]/, '');
  return bare === '' ? 'reject' : BigInt(`0o${bare}`);
}

/** `construct_yaml_float`: also `.inf`, `.nan` and sexagesimal. */
export function toFloat(text: string): number | Failure {
  const signed = text.replaceAll('_', '').toLowerCase();
  if (signed === '') return 'crash';
  const value = unsignedFloat(withoutSign(signed));
  return value === undefined ? 'reject' : signed.startsWith('-') ? -value : value;
}

function unsignedFloat(digits: string): number | undefined {
  if (digits === '.inf') return Number.POSITIVE_INFINITY;
  if (digits === '.nan') return Number.NaN;
  const parts = digits.split(':').map(pythonFloat);
  if (parts.length === 1) return parts[0];
  // From the last part on, since the order of the sums decides the last bit.
  let sum = 0;
  let base = 1;
  for (const part of parts.reverse()) {
    if (part === undefined) return undefined;
    sum += part * base;
    base *= 60;
  }
  return sum;
}

/** Python's `float` of a text without `_`. */
function pythonFloat(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(trimmed)) return Number(trimmed);
  const special = /^([-+]?)(?:(inf|infinity)|nan)$/.exec(trimmed);
  if (!special) return undefined;
  return special[2] === undefined ? Number.NaN : special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function withoutSign(text: string): string {
  return /^[-+]/.test(text) ? text.slice(1) : text;
}

/** `construct_yaml_bool`; any other text is a KeyError. */
export function toBoolean(text: string): boolean | Failure {
  const word = text.toLowerCase();
  if (word === 'yes' || word === 'true' || word === 'on') return true;
  return word === 'no' || word === 'false' || word === 'off' ? false : 'crash';
}

/** Python's `repr` of a float. */
export function printFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 16) return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  const plain = Object.is(value, -0) ? '-0' : String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}
