import type { ConfigNode } from '../tree/node';
import { type Plain, toPlain, walk } from '../tree/query';

/** What a value would be as one of some kinds: `5` for the text "5", a list of one for what is no list. `undefined` where that is a guess. */
export function asKind(node: ConfigNode, kinds: ReadonlySet<ConfigNode['kind']>): Plain {
  if (node.kind === 'string') {
    const text = node.value.trim();
    if (kinds.has('integer') && /^-?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
    if (kinds.has('float') && /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text)) return Number(text);
    if (kinds.has('boolean') && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  }
  if (node.kind === 'integer' && kinds.has('string') && Number.isSafeInteger(node.value)) return String(node.value);
  if (kinds.has('array') && kinds.size === 1 && node.kind === 'string' && node.value !== '') return [node.value];
  return undefined;
}

/** The value where it is known to its end; what holds something unknown cannot be written anew. */
export function knownValue(node: ConfigNode): Plain {
  for (const inner of walk(node)) {
    if (inner.kind === 'unknown') return undefined;
    if (inner.kind === 'object' && (inner.value.incomplete || inner.value.superseded.length > 0)) return undefined;
  }
  return toPlain(node);
}
