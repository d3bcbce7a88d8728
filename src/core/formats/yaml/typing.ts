import type { Range } from '../../text/range';

/** What is being typed in a YAML text, as far as lines, quotes and brackets tell. */
export interface YamlTyping {
  readonly range: Range;
  readonly content: Range;
  readonly quote: string;
  /** Whether it stands in brackets. */
  readonly isInFlow: boolean;
  /** Whether these are braces with nothing else in them, which are the whole value of a key: `key: {}`. */
  readonly isAlone: boolean;
  /** What stands before it on its line. */
  readonly before: string;
  readonly lineStart: number;
  /** Whether a colon follows. */
  readonly hasColon: boolean;
  /** In brackets: whether a comma has to follow. */
  readonly commaAfter: boolean;
}

/**
 * Goes through a text up to the caret and says what is typed there; `undefined` in comments and in texts of several lines. Takes
 * linear time and minds no mistakes.
 */
export function yamlTyping(text: string, caret: number): YamlTyping | undefined {
  let depth = 0;
  let at = 0;
  let lineStart = 0;
  /** Where the value, key or item that is being read begins. */
  let from = 0;
  while (at < caret) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === '\n') {
      const below = depth === 0 ? behindBlockText(text, lineStart, from, at) : at + 1;
      if (below > caret) return undefined;
      at = below;
      lineStart = below;
      from = below;
    } else if (character === '#' && (at === lineStart || /\s/.test(text.charAt(at - 1)))) {
      const end = text.indexOf('\n', at);
      if (end < 0 || end >= caret) return undefined;
      at = end;
    } else if (at === from && /[ \t\r]/.test(character)) from = ++at;
    else if (at === from && (character === '"' || character === "'")) {
      const end = closingQuote(text, at, character);
      if (end === undefined || end >= caret) return quoted(text, caret, at, end, lineStart, depth);
      at = end + 1;
    } else if (at === from && (character === '[' || character === '{')) {
      depth++;
      from = ++at;
    } else if (depth > 0 && (character === ',' || character === ']' || character === '}')) {
      if (character !== ',') depth--;
      from = ++at;
    } else if (character === '-' && at === from && depth === 0 && /^[ \t]$/.test(next)) from = ++at;
    else if (character === ':' && (/^\s?$/.test(next) || (depth > 0 && /["']/.test(text.charAt(at - 1))))) from = ++at;
    else at++;
  }
  return plain(text, caret, Math.min(from, caret), lineStart, depth);
}

function plain(text: string, caret: number, start: number, lineStart: number, depth: number): YamlTyping {
  const rest = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const pattern = depth > 0 ? /^.*?(?=\s*(?:[,\]}]|:(?:\s|$)|\s#|$))/ : /^.*?(?=\s*(?::(?:\s|$)|\s#|$))/;
  const end = Math.max(caret, start + (pattern.exec(rest)?.[0].length ?? 0));
  return typing(text, { start, end }, { start, end }, '', lineStart, depth);
}

function quoted(
  text: string,
  caret: number,
  start: number,
  close: number | undefined,
  lineStart: number,
  depth: number,
): YamlTyping | undefined {
  const lineEnd = start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0);
  if (caret > lineEnd || caret === start) return caret === start ? plain(text, caret, start, lineStart, depth) : undefined;
  const quote = text.charAt(start);
  // With another text in quotes behind it on the line, the next quote begins that one.
  const quotes = text.slice(caret, lineEnd).split(quote).length - 1;
  const isClosed = close !== undefined && close <= lineEnd && quotes % 2 === 1;
  const end = isClosed ? close : caret + (/^[\w.\-@/]*/.exec(text.slice(caret, lineEnd))?.[0].length ?? 0);
  return typing(text, { start, end: isClosed ? end + 1 : end }, { start: start + 1, end }, quote, lineStart, depth);
}

/** A key and the brace behind it. */
const LONE_OPENING = /^[ ]*(?:-[ ]+)*(?:"[^"]*"|'[^']*'|[^\s"'{}[\],#-][^"'{}[\],#]*):[ \t]+\{[ \t]*$/;

function typing(text: string, range: Range, content: Range, quote: string, lineStart: number, depth: number): YamlTyping {
  const behind = /^\s*(.?.?)/.exec(text.slice(range.end, range.end + 500))?.[1] ?? '';
  const sameLine = /^[ \t]*(:?)(?=\s|$|[^\s])/.exec(text.slice(range.end, range.end + 500))?.[1] ?? '';
  const hasColon = sameLine === ':';
  const before = text.slice(lineStart, range.start);
  return {
    range,
    content,
    quote,
    isInFlow: depth > 0,
    isAlone:
      depth === 1 && LONE_OPENING.test(before) && /^[ \t]*\}[ \t]*(?=[\r\n]|$)/.test(text.slice(range.end, range.end + 500)),
    before,
    lineStart,
    hasColon,
    commaAfter: depth > 0 && !hasColon && !/^(?:[,\]}]|$)/.test(behind),
  };
}

/** Behind the lines of a text that begins with `|` or `>`; else the beginning of the next line. */
function behindBlockText(text: string, lineStart: number, from: number, lineEnd: number): number {
  if (!/^(?:[&!]\S+[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/.test(text.slice(from, lineEnd))) return lineEnd + 1;
  const indent = /^ */.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
  let at = lineEnd + 1;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line.trim() !== '' && (/^ */.exec(line)?.[0].length ?? 0) <= indent) return at;
    if (end < 0) return text.length + 1;
    at = end + 1;
  }
  return at;
}

function closingQuote(text: string, start: number, quote: string): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === '"' && character === '\\') at++;
    else if (character === quote) {
      if (quote === '"' || text.charAt(at + 1) !== quote) return at;
      at++;
    }
  }
  return undefined;
}
