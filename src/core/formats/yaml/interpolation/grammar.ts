/**
 * A string with `${…}` in it, as OmegaConf's grammar reads it (`omegaconf/grammar/OmegaConfGrammarLexer.g4` and
 * `…Parser.g4`): stretches of text, with their escapes undone, and interpolations.
 */
export type Template = readonly (string | Interpolation)[];

/** One `${…}`. */
export type Interpolation =
  /** `${a.b[0]}`: the key path in pieces, its dots and brackets among them. */
  | { readonly kind: 'node'; readonly path: Template }
  /** `${name:arguments}`: the interpolations in the arguments, and the arguments as they are written. */
  | { readonly kind: 'resolver'; readonly name: Template; readonly inner: readonly Interpolation[]; readonly written: string };

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

/** Interpolations inside interpolations; OmegaConf's parser has Python's stack only. */
const DEEPEST = 100;

/** The parts of a string that contains `${`; `undefined` where the grammar refuses it. */
export function parseTemplate(text: string): Template | undefined {
  const reader: Reader = { text, at: 0, depth: 0 };
  const template = readText(reader, undefined);
  return template && reader.at === text.length ? template : undefined;
}

/** Text up to the quote, or to the end where there is none. */
function readText(reader: Reader, quote: string | undefined): Template | undefined {
  const parts: (string | Interpolation)[] = [];
  let text = '';
  while (reader.at < reader.text.length) {
    const slashes = take(reader, /\\*/y);
    const next = reader.text.charAt(reader.at);
    const isInterpolation = reader.text.startsWith('${', reader.at);
    const isOdd = slashes.length % 2 === 1;
    if (isInterpolation && isOdd) {
      text += `${slashes.slice(0, (slashes.length - 1) / 2)}\${`;
      reader.at += 2;
    } else if (isInterpolation) {
      const interpolation = readInterpolation(reader);
      if (!interpolation) return undefined;
      parts.push(text + slashes.slice(slashes.length / 2), interpolation);
      text = '';
    } else if (quote !== undefined && next === quote) {
      if (!isOdd) break;
      text += slashes + next;
      reader.at++;
    } else {
      text += slashes + next;
      reader.at += next.length;
    }
  }
  if (text !== '' || parts.length === 0) parts.push(text);
  return parts.filter((part) => part !== '');
}

function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? '';
  reader.at += found.length;
  return found;
}

const NAME = /^[A-Za-z_][-A-Za-z0-9_]*$/;

/** From `${` to its `}`. */
function readInterpolation(reader: Reader): Interpolation | undefined {
  if (reader.depth >= DEEPEST) return undefined;
  reader.depth++;
  take(reader, /\$\{[ \t]*/y);
  const path = readPath(reader);
  const isNode = path !== undefined && take(reader, /[ \t]*\}/y) !== '';
  const result: Interpolation | undefined = isNode ? { kind: 'node', path } : path && readResolver(reader, path);
  reader.depth--;
  return result;
}

/** Dots and keys; keys may stand in brackets, and may be interpolations. */
function readPath(reader: Reader): Template | undefined {
  const parts: (string | Interpolation)[] = [];
  const dots = take(reader, /\.*/y);
  if (dots !== '') parts.push(dots);
  for (let isFirst = true; ; isFirst = false) {
    const lead = take(reader, isFirst ? /\[?/y : /[.[]/y);
    if (lead === '' && !isFirst) return parts;
    const key = readKey(reader);
    if (key === undefined) return undefined;
    if (lead !== '') parts.push(lead);
    parts.push(key);
    if (lead === '[' && take(reader, /\]/y) === '') return undefined;
    if (lead === '[') parts.push(']');
  }
}

function readKey(reader: Reader): string | Interpolation | undefined {
  if (reader.text.startsWith('${', reader.at)) return readInterpolation(reader);
  return take(reader, /[^\\{}()[\]:. \t'"]+/y) || undefined;
}

/** The path turns out to be a name when a colon follows. */
function readResolver(reader: Reader, name: Template): Interpolation | undefined {
  if (take(reader, /[ \t]*:[ \t]*/y) === '') return undefined;
  const isName = name.every((part, index) => typeof part === 'object' || (index > 0 && part === '.') || NAME.test(part));
  if (!isName) return undefined;
  const inner: Interpolation[] = [];
  const start = reader.at;
  if (!readElements(reader, inner, /[ \t]*\}/y)) return undefined;
  return { kind: 'resolver', name, inner, written: reader.text.slice(start, reader.at - 1).trim() };
}

/** Elements with commas between them, some perhaps empty, up to what closes them. */
function readElements(reader: Reader, inner: Interpolation[], closing: RegExp): boolean {
  while (take(reader, closing) === '') {
    if (take(reader, /[ \t]*,[ \t]*/y) !== '') continue;
    if (!readElement(reader, inner)) return false;
    if (peek(reader, closing) || peek(reader, /[ \t]*,/y)) continue;
    return false;
  }
  return true;
}

function peek(reader: Reader, pattern: RegExp): boolean {
  pattern.lastIndex = reader.at;
  return pattern.test(reader.text);
}

function readElement(reader: Reader, inner: Interpolation[]): boolean {
  const next = reader.text.charAt(reader.at);
  if (next === "'" || next === '"') return readQuoted(reader, inner, next);
  if (next !== '[' && next !== '{') return readPrimitive(reader, inner, true);
  if (reader.depth >= DEEPEST) return false;
  reader.depth++;
  take(reader, /[[{][ \t]*/y);
  const isRead = next === '[' ? readElements(reader, inner, /[ \t]*\]/y) : readPairs(reader, inner);
  reader.depth--;
  return isRead;
}

function readQuoted(reader: Reader, inner: Interpolation[], quote: string): boolean {
  reader.at++;
  const template = readText(reader, quote);
  if (!template) return false;
  for (const part of template) if (typeof part === 'object') inner.push(part);
  return take(reader, quote === "'" ? /'/y : /"/y) !== '';
}

function readPairs(reader: Reader, inner: Interpolation[]): boolean {
  if (take(reader, /[ \t]*\}/y) !== '') return true;
  do {
    if (!readPrimitive(reader, inner, false) || take(reader, /[ \t]*:[ \t]*/y) === '' || !readElement(reader, inner))
      return false;
  } while (take(reader, /[ \t]*,[ \t]*/y) !== '');
  return take(reader, /[ \t]*\}/y) !== '';
}

/** An unquoted word; the keys of a dict hold neither colons nor interpolations. */
function readPrimitive(reader: Reader, inner: Interpolation[], isValue: boolean): boolean {
  const start = reader.at;
  for (;;) {
    if (isValue && reader.text.startsWith('${', reader.at)) {
      const interpolation = readInterpolation(reader);
      if (!interpolation) return false;
      inner.push(interpolation);
      continue;
    }
    if (take(reader, /\\[\\()[\]{}:=, \t]/y) !== '' || (isValue && take(reader, /[ \t]*:[ \t]*/y) !== '')) continue;
    // White space before a separator belongs to the separator.
    if (peek(reader, /[ \t]*[,}\]:]/y)) break;
    if (take(reader, /\$(?!\{)|[-/\\+.%*@?|\w]|[ \t]+/y) === '') break;
  }
  return reader.at > start;
}
