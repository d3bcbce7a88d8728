import type { ConfigNode } from '../../tree/node';

/**
 * Whether nothing in a value is of the kinds that packing may change or fail on. Quick, because it is asked of every healthy
 * file; where it says no, the value must be looked at in full.
 */
export function isOrdinary(node: ConfigNode): boolean {
  switch (node.kind) {
    case 'object': {
      if (node.value.incomplete) return false;
      for (const { key, keyKind, value } of node.value.list) {
        if (keyKind !== undefined || !isOrdinaryKey(key) || (key === 'path' && value.kind !== 'string')) return false;
        if (!isOrdinary(value)) return false;
      }
      return true;
    }
    case 'array':
      for (const item of node.value) if (!isOrdinary(item)) return false;
      return true;
    case 'string':
      return isOrdinaryText(node.value);
    case 'float':
      return Number.isFinite(node.value);
    case 'unknown':
      return false;
    default:
      return true;
  }
}

/** ASCII letters and digits, `-` and `_`, and blanks and slashes inside. */
function isOrdinaryKey(key: string): boolean {
  const last = key.length - 1;
  for (let i = 0; i <= last; i++) {
    const code = key.charCodeAt(i);
    const isWord =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95;
    if (!isWord && (i === 0 || i === last || (code !== 32 && code !== 47))) return false;
  }
  return last >= 0;
}

/** No control characters and no halves of characters, whether they make a whole or not. */
function isOrdinaryText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || (code >= 0xd800 && code <= 0xdfff)) return false;
  }
  return true;
}
