/** The text as a double-quoted YAML value on one line. */
export function quoteDouble(value: string): string {
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeCode);
}

/** What JSON leaves as it is, but YAML does not print. */
function escapeCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
