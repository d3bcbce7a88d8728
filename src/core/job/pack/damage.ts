import type { FormatName } from '../../formats/document';
import type { Range } from '../../text/range';
import { type ConfigNode, keyRange } from '../../tree/node';

/** A key or value that pyhocon writes so that it is read as another one, or not at all. */
export interface Damage {
  readonly what: 'a key' | 'a number' | 'a string';
  readonly at: Range;
}

/** What comes out of packing in another way, besides keys that are taken apart and what is left out. */
export function damageIn(format: FormatName, value: ConfigNode): readonly Damage[] {
  const damage: Damage[] = [];
  if (format !== 'yaml') addDamage(damage, format === 'json' ? JSON_DAMAGE : HOCON_DAMAGE, value);
  return damage;
}

interface Marks {
  isBadKey(key: string): boolean;
  isBadText(text: string): boolean;
}

/** JSON keys are written as they are, without escapes. */
const JSON_DAMAGE: Marks = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON does not allow.
  isBadKey: (key) => /[\x00-\x1f"\\]/.test(key),
  isBadText: () => false,
};

/**
 * HOCON keys are written as they are, in quotes only where they have dots or other signs. Texts of several lines are written
 * between three quotes, without escapes; of the escapes in other texts pyhocon does not read all that it writes.
 */
const HOCON_DAMAGE: Marks = {
  isBadKey: (key) => !KEY.test(key) && !SIGNS.test(key),
  isBadText: (text) => (text.includes('\n') && text.length > 1 ? /"""[^"]|\t/.test(text) : UNREAD.test(text)),
};

const KEY = /^(?!\/\/)[\w\-/\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+(?: +[\w\-/\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+)*$/;
const SIGNS = /[$}[\]:=+#`^?!@*&.]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: pyhocon writes these as escapes that it does not read.
const UNREAD = /[\x00-\x08\x0b\x0c\x0e-\x1f]/;

function addDamage(damage: Damage[], marks: Marks, node: ConfigNode): void {
  if (node.kind === 'object') {
    for (const entry of node.value.list) {
      if (marks.isBadKey(entry.key)) damage.push({ what: 'a key', at: keyRange(entry) });
      addDamage(damage, marks, entry.value);
    }
  } else if (node.kind === 'array') for (const item of node.value) addDamage(damage, marks, item);
  else if (node.kind === 'float' && !Number.isFinite(node.value)) damage.push({ what: 'a number', at: node });
  else if (node.kind === 'string' && marks.isBadText(node.value)) damage.push({ what: 'a string', at: node });
}
