import type { Literal } from '../../python/literal';
import type { ConfigNode } from '../../tree/node';
import { type Plain, toPlain } from '../../tree/query';
import type { ComponentDef } from './components';
import type { KnownClass } from './known-class';

/** What a parameter of a component gets. */
export interface ArgumentValue {
  /** Python's None is null; `undefined` where the job gives a value that cannot be known. */
  readonly value: Plain;
  /** The value in the job; `undefined` where the default of the class counts. */
  readonly node: ConfigNode | undefined;
}

/**
 * What a parameter of a component gets: what the job gives, or else the default of its class in the target release. `undefined`
 * where neither can be known, or the class has no such parameter.
 */
export function argumentValue(
  { args, argsCertain }: ComponentDef,
  { parameters }: KnownClass,
  name: string,
): ArgumentValue | undefined {
  const given = args.find(({ key }) => key === name)?.value;
  if (given) return { value: toPlain(given), node: given };
  const literal = argsCertain ? parameters.find((parameter) => parameter.name === name)?.value : undefined;
  const value = literal && literalValue(literal);
  return value === undefined ? undefined : { value, node: undefined };
}

/** A Python literal as a plain value; `undefined` for a dict with keys that are no texts. */
function literalValue(literal: Literal): Plain {
  switch (literal.kind) {
    case 'none':
      return null;
    case 'list':
    case 'tuple':
    case 'set':
      return literal.items.map(literalValue);
    case 'dict': {
      const pairs = literal.entries.map(([key, value]) => [literalValue(key), literalValue(value)] as const);
      return pairs.every(([key]) => typeof key === 'string') ? Object.fromEntries(pairs) : undefined;
    }
    default:
      return literal.value;
  }
}
