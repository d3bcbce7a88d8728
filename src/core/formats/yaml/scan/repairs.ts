import type { Range } from '../../../text/range';
import type { ReadProblem } from '../../document';
import { quoteDouble } from '../double-quote';
import { noteTab, spacesFor } from './either-loader';
import { scanPlain } from './plain';
import { scanInline } from './simple-key';
import { add, complain, peek, type ScanState } from './state';
import type { ScalarToken } from './token';

/**
 * PyYAML, which OmegaConf 2.3 reads with, takes no tab before a token, neither as indentation nor as a separator. libyaml, which 2.4 reads
 * with, takes it as a separator.
 */
export function skipTabs(state: ScanState): void {
  const start = state.at;
  const isSeparator = state.brackets.length > 0 || !state.mayStartKey;
  while (peek(state) === 9) state.at++;
  if (isSeparator) noteTab(state, start);
  else
    complain(
      state,
      'a tab cannot stand here; NVFLARE takes only spaces between values',
      start,
      state.at,
      spacesFor(state, start),
    );
}

/** `@`, a backtick, `%`, and in brackets `|` and `>` cannot begin a value; it is read as if they could. */
export function scanUnquotable(state: ScanState): void {
  const start = state.at;
  scanInline(state, scanPlain);
  const token = state.tokens.at(-1);
  if (token?.kind !== 'scalar') return;
  const message = `a value that begins with ${state.text.charAt(start)} has to be quoted`;
  complain(state, message, start, token.end, quoteIt(token, token.value));
}

function quoteIt({ start, end }: Range, value: string): NonNullable<ReadProblem['fix']> {
  return { title: 'Quote it', edits: [{ range: { start, end }, newText: quoteDouble(value) }] };
}

/** An indicator where it cannot stand. */
export function misplace(state: ScanState, message: string): void {
  complain(state, message, state.at, state.at + 1);
  add(state, 'hole', 1);
}

/** A second `:` on a line: either the value wants quotes, or the line above lacks its own `:`. */
export function misplaceColon(state: ScanState): void {
  const last = state.tokens.at(-1);
  const plain = last?.kind === 'scalar' && last.style === 'plain' ? last : undefined;
  if (plain && plain.lastLine > plain.start) {
    scanLastLineAgain(state, plain);
    return;
  }
  const colon = state.at;
  const start = plain?.start ?? colon;
  if (plain) state.tokens.pop();
  const rest = /(?:(?! #)[^\r\n\x85\u2028\u2029])*/y;
  rest.lastIndex = colon;
  state.at += rest.exec(state.text)?.[0].length ?? 0;
  const end = start + state.text.slice(start, state.at).trimEnd().length;
  const fix = plain && quoteIt({ start, end }, state.text.slice(start, end));
  complain(state, "a second ':' cannot stand on this line; quote the value", colon, colon + 1, fix);
  state.tokens.push({ kind: 'hole', start, end });
}

/** The lines before it are a hole, as while typing a first key above others. */
function scanLastLineAgain(state: ScanState, value: ScalarToken): void {
  const { start, lastLine } = value;
  const end = start + state.text.slice(start, lastLine).trimEnd().length;
  complain(state, "':' is missing on this line, or the next one is indented too little", start, end);
  state.tokens.pop();
  state.tokens.push({ kind: 'hole', start, end });
  scanFrom(state, value);
}

/**
 * Whether this `:` in brackets makes a key of the last line of a value over lines, so that a comma is missing before it. That
 * line is then scanned again.
 */
export function scanLineAfterComma(state: ScanState): boolean {
  const value = state.tokens.at(-1);
  if (value?.kind !== 'scalar' || value.style !== 'plain' || value.lastLine <= value.start || isMarkedKey(state)) return false;
  const before = state.text.slice(value.start, value.lastLine).trimEnd();
  const end = value.start + before.length;
  complain(state, 'a comma is missing at the end of this line', value.start, end, {
    title: 'Insert a comma',
    edits: [{ range: { start: end, end }, newText: ',' }],
  });
  state.tokens.pop();
  state.tokens.push({ ...value, value: before.replace(/\s*[\r\n\x85\u2028\u2029]\s*/g, ' '), end });
  state.tokens.push({ kind: 'flow-entry', start: end, end });
  scanFrom(state, value);
  return true;
}

/** Whether the value at hand stands behind `?`, so that it may be a key over lines. */
function isMarkedKey({ tokens }: ScanState): boolean {
  let at = tokens.length - 2;
  while (tokens[at]?.kind === 'anchor' || tokens[at]?.kind === 'tag') at--;
  return tokens[at]?.kind === 'key';
}

function scanFrom(state: ScanState, { lastLine, lastWords }: ScalarToken): void {
  state.at = lastWords;
  state.lineStart = lastLine;
  state.mayStartKey = true;
}
