import { quoteDouble } from '../double-quote';
import { UNPRINTABLE } from '../scan/characters';
import { scan } from '../scan/scanner';
import { plainTag } from '../values/tags';

/** The quotes of a value, if it has any. */
export type QuoteStyle = 'plain' | 'single' | 'double';

/** Dates are text to OmegaConf alone: most other readers of YAML 1.1 make dates of them. */
const DATE = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/;

/**
 * The text as a YAML value that OmegaConf reads as exactly this text, on one line: without quotes where it can be, and in the
 * wished ones where they can say it. `${` is escaped, since OmegaConf looks for it behind any quotes.
 */
export function quote(value: string, isFlow: boolean, wish: QuoteStyle = 'plain'): string {
  const escaped = escapeInterpolations(value);
  return quoteAsIs(escaped, isFlow, wish === 'plain' && escaped !== value ? 'single' : wish);
}

/** The same for a key, in which OmegaConf looks for nothing. */
export function quoteKey(value: string, isFlow: boolean, wish: QuoteStyle = 'plain'): string {
  return quoteAsIs(value, isFlow, wish);
}

function quoteAsIs(value: string, isFlow: boolean, wish: QuoteStyle): string {
  if (wish === 'plain' && isPlain(value, isFlow)) return value;
  const canBeSingle = /^[ -~\xa0-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/.test(value);
  return wish === 'single' && canBeSingle ? `'${value.replaceAll("'", "''")}'` : quoteDouble(value);
}

/** A backslash before `${` takes its meaning away, and has to be doubled where it stands there itself. */
function escapeInterpolations(value: string): string {
  return value.replace(/(\\*)\$\{/g, '$1$1\\${');
}

/** Asks our own reader whether it takes the text for one plain value that is a text. */
function isPlain(value: string, isFlow: boolean): boolean {
  if (plainTag(value) !== 'str' || DATE.test(value)) return false;
  if (UNPRINTABLE.test(value) || /[\r\n\x85\u2028\u2029\t\ufeff]/.test(value)) return false;
  const { tokens, problems, comments } = scan(isFlow ? `[${value}]` : value);
  const [token, ...others] = isFlow ? tokens.slice(1, -1) : tokens;
  const isAlone = others.length === 1 && problems.length === 0 && comments.length === 0;
  return isAlone && token?.kind === 'scalar' && token.style === 'plain' && token.value === value && !needsColon(value);
}

/** As a key the text would stand before a colon, which must not become part of it. */
function needsColon(value: string): boolean {
  return value.endsWith(':') || value.length > 1000;
}
