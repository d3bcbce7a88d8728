import type { Range } from '../../text/range';

/** A key alone on its line, without a value, above another key: one that is being typed. */
export interface LoneKey {
  readonly key: string;
  readonly range: Range;
  /** What is missing first. */
  readonly lacks: 'quote' | 'colon' | 'value';
}

/** The line, of which the line before it ends neither with a colon nor with a bracket, so that it is no value; then the next key. */
const LONE = /(?<=[^\s:[][ \t\r]*\n\s*)"((?:[^"\\\n\r]|\\.)*)("?)((?:[ \t]*:)?)(?=[ \t]*\r?\n\s*"(?:[^"\\\n\r]|\\.)*"\s*:)/g;

/**
 * Finds the keys that are being typed, as `"na` above `"deploy_map": {`, and gives the text without them, as long as before. A reader
 * that looks for the colon there passes over what comes behind, and the rest of the job would vanish while somebody types.
 */
export function withoutLoneKeys(text: string): { readonly rest: string; readonly keys: readonly LoneKey[] } {
  const keys: LoneKey[] = [];
  const rest = text.replace(LONE, (written: string, key: string, quote: string, colon: string, start: number) => {
    const lacks = quote === '' ? 'quote' : colon === '' ? 'colon' : 'value';
    keys.push({ key, range: { start, end: start + 1 + key.length + quote.length }, lacks });
    return ' '.repeat(written.length);
  });
  return { rest, keys };
}
