import type { ConfigDocument } from '../../formats/document';
import type { ConfigNode } from '../../tree/node';

/**
 * Whether nothing in a document's value is of the kinds that packing may change or fail on. Quick, because it is asked of every
 * healthy file; where it says no, the value must be looked at in full.
 */
export function isOrdinary({ format, text, root }: ConfigDocument): boolean {
  // In JSON only an escape can bring a control character into a text.
  const hasPlainTexts = format === 'json' && !text.includes('\\') && !/[\ud800-\udfff]/.test(text);
  return isOrdinaryNode(root, hasPlainTexts);
}

function isOrdinaryNode(node: ConfigNode, hasPlainTexts: boolean): boolean {
  switch (node.kind) {
    case 'object': {
      if (node.value.incomplete) return false;
      for (const { key, keyKind, value } of node.value.list) {
        if (keyKind !== undefined || !isOrdinaryKey(key) || (key === 'path' && value.kind !== 'string')) return false;
        if (!isOrdinaryNode(value, hasPlainTexts)) return false;
      }
      return true;
    }
    case 'array':
      for (const item of node.value) if (!isOrdinaryNode(item, hasPlainTexts)) return false;
      return true;
    case 'string':
      return hasPlainTexts || isOrdinaryText(node.value);
    case 'float':
      return Number.isFinite(node.value);
    case 'unknown':
      return false;
    default:
      return true;
  }
}

/** ASCII letters and digits, `-` and `_`; blanks and slashes may stand inside. */
function isOrdinaryKey(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    const isLetter = code >= 97 ? code <= 122 : code >= 65 && code <= 90;
    if (!isLetter && code !== 95 && code !== 45 && !(code >= 48 && code <= 57)) return ORDINARY_KEY.test(key);
  }
  return key !== '';
}

const ORDINARY_KEY = /^[\w-]+(?:[ /]+[\w-]+)*$/;

/** No control characters and no halves of characters, whether they make a whole or not. */
function isOrdinaryText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || (code >= 0xd800 && code <= 0xdfff)) return false;
  }
  return true;
}
