import type { IntegerNode } from '../../tree/node';

/** The digits of an integer, none of them rounded; `undefined` where its place in the text does not show them. */
export function exactDigits(text: string, { value, start, end }: IntegerNode): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  const written = text.slice(start, end).replaceAll('_', '');
  const [, sign, digits] = /^([-+]?)([1-9][0-9]*|0[xX][0-9a-fA-F]+)$/.exec(written) ?? [];
  if (digits === undefined) return undefined;
  return `${sign === '-' ? '-' : ''}${BigInt(digits)}`;
}
