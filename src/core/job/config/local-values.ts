import type { BooleanNode, FloatNode, IntegerNode, StringNode, UnknownNode } from '../../tree/node';

/** A value given at a call; its place is that of nothing. */
export type LocalValue = StringNode | IntegerNode | FloatNode | BooleanNode | UnknownNode;

/**
 * The values of a call, `x=1`: whole numbers, fractions and truth values are such, all else is a text as it stands there
 * (`parse_vars` in `nvflare/fuel/utils/argument_utils.py`). A name without a value stands for an empty text.
 */
export function localValues(parameters: readonly string[]): ReadonlyMap<string, LocalValue> {
  return new Map(
    parameters.map((parameter) => {
      const [name = '', ...rest] = parameter.split('=');
      return [name.trim(), typed(rest.join('='))];
    }),
  );
}

const NOWHERE = { start: 0, end: 0 };

function typed(text: string): LocalValue {
  const number = Number(text.replaceAll('_', ''));
  if (/^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text)) {
    return Number.isSafeInteger(number)
      ? { kind: 'integer', ...NOWHERE, value: number }
      : { kind: 'unknown', ...NOWHERE, value: undefined };
  }
  if (/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text)) return { kind: 'float', ...NOWHERE, value: number };
  if (mayBeNumber(text)) return { kind: 'unknown', ...NOWHERE, value: undefined };
  if (/^(?:yes|true|t|y)$/i.test(text)) return { kind: 'boolean', ...NOWHERE, value: true };
  if (/^(?:no|false|f|n)$/i.test(text)) return { kind: 'boolean', ...NOWHERE, value: false };
  return { kind: 'string', ...NOWHERE, value: text };
}

/** What else Python may take for a number: infinity, digits of other scripts, `1_0.5`. */
function mayBeNumber(text: string): boolean {
  if (/^\s*[+-]?(?:inf|infinity|nan)\s*$/i.test(text)) return true;
  return /^[\p{Nd}_.e+\-\s]+$/iu.test(text) && /\p{Nd}/u.test(text);
}
