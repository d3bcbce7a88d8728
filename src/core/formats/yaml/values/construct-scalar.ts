import { quoteDouble } from '../double-quote';
import type { ScalarSyntax } from '../parse/syntax';
import { type ConstructState, currentTag, follow, type MappedPair, refuse } from './construct-state';
import { toBoolean, toFloat, toInteger } from './scalar-value';
import { isImplicit, type tagOf } from './tags';
import type { OddValue, ScalarValue } from './value';

const UNKNOWN: OddValue = { kind: 'unknown' };
const TIMESTAMP =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)?$/;

/** The value of a tag that scalars have. */
export function constructScalar(
  state: ConstructState,
  node: MappedPair['key'],
  tag: ReturnType<typeof tagOf>,
): ScalarValue | OddValue {
  if (typeof tag === 'object') {
    refuse(
      state,
      'crash',
      `NVFLARE's YAML loader does not know the tag '${tag.unknown}'; quote a value that begins with !`,
      node,
    );
    return UNKNOWN;
  }
  if (tag === 'merge' || tag === 'value') return refuseIndicator(state, node);
  const text = textOf(state, node);
  if (text === undefined) {
    refuse(state, 'crash', 'the tag says that this is a single value', node);
    return UNKNOWN;
  }
  switch (tag) {
    case 'null':
      return { kind: 'null' };
    case 'str':
      return { kind: 'string', value: text };
    case 'bool':
      return orRefuse(state, node, toBoolean(text), (value) => ({ kind: 'boolean', value }));
    case 'int':
      return orRefuse(state, node, toInteger(text), (value) => ({ kind: 'integer', value }));
    case 'float':
      return orRefuse(state, node, toFloat(text), (value) => ({ kind: 'float', value }));
    case 'binary':
      if (isBase64(text)) return { kind: 'bytes' };
      refuse(state, 'crash', 'this is not base64', node);
      return UNKNOWN;
    case 'timestamp':
      if (TIMESTAMP.test(text)) return { kind: 'unsupported' };
      refuse(state, 'crash', 'this is no date', node);
      return UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** The text of a scalar, also that of the value of the key `=` in a mapping. */
function textOf(state: ConstructState, node: MappedPair['key']): string | undefined {
  let current = node;
  const seen = new Set<MappedPair['key']>();
  while (current.kind === 'mapping' && !seen.has(current)) {
    seen.add(current);
    const equals = current.pairs.find(({ key }) => currentTag(state, follow(state, key)) === 'value');
    if (!equals) return undefined;
    current = follow(state, equals.value);
  }
  return current.kind === 'scalar' ? current.value : undefined;
}

/** `<<` and `=` mean something as keys only; as values PyYAML knows no constructor for them. */
function refuseIndicator(state: ConstructState, node: MappedPair['key']): OddValue {
  const isPlain = node.kind === 'scalar' && isImplicit(node);
  const fix = isPlain ? quoteIt(node) : undefined;
  const what = isPlain ? `'${node.value}'` : 'a value with this tag';
  refuse(state, 'crash', `${what} cannot be read by NVFLARE's YAML loader${isPlain ? '; quote it' : ''}`, node, fix);
  return UNKNOWN;
}

function quoteIt({ value, start, end }: ScalarSyntax) {
  return { title: 'Quote it', edits: [{ range: { start, end }, newText: quoteDouble(value) }] };
}

function orRefuse<T extends boolean | number | bigint>(
  state: ConstructState,
  node: MappedPair['key'],
  value: T | 'reject' | 'crash',
  make: (value: T) => ScalarValue,
): ScalarValue | OddValue {
  if (value !== 'reject' && value !== 'crash') return make(value);
  refuse(state, value, 'Python cannot read this as what its tag or its digits say', node);
  return UNKNOWN;
}

/** Python skips what is not of the alphabet, and asks for the padding. */
function isBase64(text: string): boolean {
  if (/[^\0-\x7f]/.test(text)) return false;
  const digits = text.replace(/[^A-Za-z0-9+/]/g, '').length % 4;
  const padding = text.replace(/[^=]/g, '').length;
  return digits === 0 || (digits > 1 && padding >= 4 - digits);
}
