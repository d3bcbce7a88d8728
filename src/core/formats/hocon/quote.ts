/** The text in quotes, such that pyhocon reads exactly this text (its escapes: `texts.ts`). */
export function quoteText(value: string): string {
  return `"${value.replace(/["\\\n\r\t]/g, (character) => ESCAPED[character] ?? character)}"`;
}

const ESCAPED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * The key, in quotes where it has a character that means something to HOCON. In keys pyhocon knows no escapes, so some cannot
 * be written; these read back as something else, or not at all.
 */
export function quoteKey(key: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(key)) return key;
  return key.includes('"') ? `"""${key}"""` : `"${key}"`;
}
