import type { Range } from '../../text/range';
import type { ConfigDocument } from '../document';
import { findStandIn } from '../typing/stand-in';
import { bared, fillEmpty, requoted } from '../typing/stops';
import { type Offer, STAND_IN, type TypedPlace } from '../typing/typed-place';
import { readYaml } from './read';
import { type YamlTyping, yamlTyping } from './typing';
import { fitsOnLine, printEntry, printFlowEntry, printInline, printItem, printLines } from './write/print';
import { type QuoteStyle, quote, quoteKey } from './write/quote';

/** One of the things that a place may be: what would be written there, and what it then is. */
interface Attempt {
  readonly word: string;
  readonly kinds: readonly TypedPlace['kind'][];
  readonly mayStartList?: true;
}

/** Where in a YAML text something is typed. The readers say which of the few possibilities it is. */
export function yamlPlace(text: string, caret: number): TypedPlace | undefined {
  const typing = yamlTyping(text, caret);
  if (!typing) return undefined;
  const { range, content, quote: opening } = typing;
  const read = (word: string) => readYaml(text.slice(0, range.start) + word + text.slice(range.end));
  let best: { readonly attempt: Attempt; readonly document: ConfigDocument; readonly damage: number } | undefined;
  for (const attempt of attempts(typing)) {
    const document = read(attempt.word);
    const damage = document.problems.length;
    const found = findStandIn(document);
    if (!found || !attempt.kinds.includes(found.kind)) continue;
    if (!best || damage < best.damage) best = { attempt, document, damage };
    if (damage === 0) break;
  }
  const found = best && findStandIn(best.document);
  if (!best || !found || (best.damage > 0 && best.damage > read('').problems.length)) return undefined;
  const whole = typing.isAlone && found.kind === 'key' ? aroundBraces(text, typing) : undefined;
  return {
    ...found,
    document: best.document,
    // Blanks behind a colon are written anew, because a value over lines has none.
    range: whole ?? (found.kind === 'value' && !typing.isInFlow ? { start: colonEnd(typing), end: range.end } : range),
    content,
    typed: text.slice(content.start, caret),
    quote: opening,
    lead: whole ? `{${opening}` : opening,
    mayStartList: best.attempt.mayStartList ?? false,
    mayStartObject: found.kind === 'item' && /^\s*(?:-\s+)+$/.test(typing.before) && opening === '',
    edits: [],
    write: whole ? blockWriter(text, typing) : writer(text, typing, found.kind),
  };
}

/** From behind the colon to behind the brace. */
function aroundBraces(text: string, { before, lineStart, range }: YamlTyping): Range {
  const start = lineStart + before.trimEnd().slice(0, -1).trimEnd().length;
  return { start, end: text.indexOf('}', range.end) + 1 };
}

/** Writes the entries of an object over lines, where only braces are yet. */
function blockWriter(text: string, typing: YamlTyping): TypedPlace['write'] {
  const lines = writer(text, { ...typing, isInFlow: false, before: typing.before.trimEnd().slice(0, -1).trimEnd() }, 'value');
  return ({ key, value = { kind: 'null' }, also = [] }) =>
    key === undefined ? '' : lines({ value: { kind: 'object', entries: [{ key, value }, ...also] } });
}

function attempts({ before, hasColon, isInFlow, commaAfter }: YamlTyping): readonly Attempt[] {
  const comma = commaAfter ? ',' : '';
  if (isInFlow) return [{ word: ` ${STAND_IN}${comma}`, kinds: ['value', 'item', 'key'] }];
  if (hasColon) return [{ word: STAND_IN, kinds: ['key'] }];
  if (/:\s*$/.test(before)) return [{ word: ` ${STAND_IN}`, kinds: ['value'] }];
  const key: Attempt = { word: `${STAND_IN}: null`, kinds: ['key'] };
  if (before.trim() !== '') return [{ word: STAND_IN, kinds: ['item'] }, key];
  return [
    { ...key, mayStartList: true },
    { word: `- ${STAND_IN}`, kinds: ['item'] },
  ];
}

function writer(text: string, typing: YamlTyping, kind: TypedPlace['kind']): TypedPlace['write'] {
  const { range, isInFlow, before, hasColon, commaAfter } = typing;
  const unit = unitOf(text);
  const lineEnd = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const style: QuoteStyle = typing.quote === '"' ? 'double' : typing.quote === "'" ? 'single' : 'plain';
  const column = range.start - typing.lineStart;
  const joined = (lines: readonly string[], indent: number) =>
    lines.map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(indent) + line)).join(lineEnd);
  const space = kind === 'value' && !isInFlow ? ' ' : /[:,]$/.test(before) ? ' ' : '';
  const keyColumn = /^[\s-]*/.exec(before)?.[0].length ?? 0;

  const written = ({ key, value }: Offer): string => {
    if (key !== undefined && (hasColon || !value)) return quoteKey(key, isInFlow, style);
    if (!value) return '';
    if (isInFlow) return key === undefined ? printInline(value, true, style) : printFlowEntry(key, value, style);
    if (key !== undefined) return joined(printEntry(key, { value }, unit, style), column);
    if (kind === 'key' || isListStart(typing, kind)) return joined(printItem({ value }, unit), column);
    if (fitsOnLine(value)) return printInline(value, false, style);
    if (kind === 'item') return joined(printLines(value, unit), column);
    return lineEnd + ' '.repeat(keyColumn + unit.length) + joined(printLines(value, unit), keyColumn + unit.length);
  };
  const more = ({ also = [], then = [] }: Offer): string => {
    const indent = kind === 'value' ? keyColumn : column;
    const entries = also.map(({ key, value }) =>
      isInFlow
        ? `, ${printFlowEntry(key, value)}`
        : lineEnd + ' '.repeat(indent) + joined(printEntry(key, { value }, unit), indent),
    );
    const dash = before.trim() === '' ? column : before.lastIndexOf('-');
    const items = then.map((value) =>
      isInFlow ? `, ${printInline(value, true, style)}` : lineEnd + ' '.repeat(dash) + joined(printItem({ value }, unit), dash),
    );
    return [...entries, ...items].join('');
  };
  return (offer) => {
    const plain = written(offer) + more(offer);
    const quoted = requoted(plain, (inner) => quote(inner, isInFlow));
    const filled = fillEmpty(quoted, ({ of, stop }, offset) => {
      // Braces alone are a value, nothing is none; the offers for what comes into them are written over lines.
      if (isInFlow || of !== 'objects') return of === 'object' ? `{${stop}}` : `[${stop}]`;
      const lineStart = quoted.lastIndexOf('\n', offset) + 1;
      const own = /^[ -]*/.exec(quoted.slice(lineStart, offset))?.[0].length ?? 0;
      const indent = (lineStart === 0 ? (kind === 'value' ? keyColumn : column) : 0) + own + unit.length;
      return `${lineEnd}${' '.repeat(indent)}${stop}`;
    }).replace(/[ ]+(?=\r?\n)/g, '');
    const finished = bared(filled);
    return (finished.startsWith('\n') || finished.startsWith('\r') ? '' : space) + finished + (commaAfter ? ',' : '');
  };
}

function colonEnd({ before, range }: YamlTyping): number {
  return range.start - (before.length - before.trimEnd().length);
}

/** Whether a list begins on the line: nothing but indentation stands before the place. */
function isListStart({ before }: YamlTyping, kind: TypedPlace['kind']): boolean {
  return kind === 'item' && before.trim() === '';
}

/** One level of indentation, as the first nested block has it. */
function unitOf(text: string): string {
  for (const [, outer = '', inner = ''] of text.slice(0, 5000).matchAll(/^( *)[^\s#-][^\n]*:[ \t]*\r?\n( +)[^\s#-]/gm)) {
    if (inner.length > outer.length) return inner.slice(outer.length);
  }
  return '  ';
}
