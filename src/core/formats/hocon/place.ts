import type { Range } from '../../text/range';
import { fillBrackets, placeInBrackets, withWord } from '../typing/place-in-brackets';
import { findStandIn } from '../typing/stand-in';
import { bared, withObjects } from '../typing/stops';
import { type Offer, STAND_IN, type TypedPlace } from '../typing/typed-place';
import { type Typing, typingAt } from '../typing/typing-in-brackets';
import { parse } from './parse/parse';
import { type PrintStyle, printEntry, printInline, printInlineEntry, printValue, USUAL_STYLE } from './print';
import { readHocon } from './read';
import { lineEndOf, styleOf } from './write/habits';

/** Where in a HOCON text something is typed. */
export function hoconPlace(text: string, caret: number): TypedPlace | undefined {
  const typing = typingAt(text, caret, { isHocon: true });
  if (!typing) return undefined;
  const { role, content } = typing;
  // A key without quotes may be a further step of a path.
  const name = role === 'key' ? STAND_IN : `"${STAND_IN}"`;
  const document = readHocon(withWord(text, typing, name, ' = null'));
  const found = findStandIn(document);
  if (found?.kind !== role) return undefined;
  return placeInBrackets({ ...found, document }, text.slice(content.start, caret), typing, writer(text, typing));
}

function writer(written: string, typing: Typing): TypedPlace['write'] {
  let style: PrintStyle | undefined;
  const spot = spotAt(written, typing.range);
  const lineEnd = lineEndOf(written);
  return (offer: Offer) => {
    style ??= styleAround(written, typing.range);
    const own = style;
    const entries = (offer.also ?? []).map((entry) => {
      const [first = '', ...rest] = linesOf(entry, own, false, spot.isOpen);
      return [spot.path + first, ...rest];
    });
    const items = (offer.then ?? []).map((value) => linesOf({ value }, own, false, spot.isOpen));
    const members = [linesOf(offer, style, typing.hasSeparator, spot.isOpen), ...entries, ...items].map((lines) =>
      lines.map((line, index) => (index === 0 || line === '' ? line : spot.indent + line)).join(lineEnd),
    );
    // Items stand on lines of their own where the first one does.
    const isOpen = spot.isOpen && (items.length === 0 || spot.isAlone);
    const joined = members.join(isOpen ? `${style.commas ? ',' : ''}${lineEnd}${spot.indent}` : ', ');
    const { unit, assign, assignObject } = style;
    const text = withObjects(joined, assign, assignObject);
    return bared(fillBrackets(text, { ...spot, unit, lineEnd })) + (typing.commaAfter ? ',' : '');
  };
}

/** How the text writes entries, without the one that is being typed. */
function styleAround(text: string, { start, end }: Range): PrintStyle {
  const style = styleOf(text, parse(text.slice(0, start) + text.slice(end)).root);
  // What is half-typed shows no habits.
  return /^(?: [=:] |: ?|=)$/.test(style.assign) ? style : { ...style, assign: USUAL_STYLE.assign };
}

function linesOf({ key, value }: Offer, style: PrintStyle, hasSeparator: boolean, isOpen: boolean): readonly string[] {
  if (key === undefined) return value ? (isOpen ? printValue('', value, style) : [printInline(value, style)]) : [''];
  // The key alone is printed with a value that is cut off again.
  if (hasSeparator || !value) return [printInlineEntry(key, { kind: 'null' }, style).slice(0, -(style.assign.length + 4))];
  return isOpen ? printEntry(key, { value }, style) : [printInlineEntry(key, value, style)];
}

interface Spot {
  readonly indent: string;
  /** Whether a value may take more lines. */
  readonly isOpen: boolean;
  /** Whether nothing stands before it on its line. */
  readonly isAlone: boolean;
  /** The first steps of the key in front of the value, which other entries of the same object have as well: `args.` of `args.path`. */
  readonly path: string;
}

/** What stands on longer lines is a text of its own, no key before the place, and patterns would take their time over it. */
const LONGEST_LINE = 1000;

function spotAt(text: string, { start, end }: Range): Spot {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  const behind = /^[^\r\n]*/.exec(text.slice(end, end + LONGEST_LINE))?.[0] ?? '';
  if (before.length > LONGEST_LINE) {
    return { indent: /^[ \t]*/.exec(before)?.[0] ?? '', isAlone: before.trim() === '', path: '', isOpen: false };
  }
  return {
    indent: /^[ \t]*/.exec(before)?.[0] ?? '',
    isAlone: before.trim() === '',
    path: /((?:[\w-]+\.)+)[\w-]+\s*[=:]\s*$/.exec(before)?.[1] ?? '',
    isOpen: /^\s*(?:[\w."-]+\s*(?:[=:]\s*|(?=[[{])))?[[{]?\s*$/.test(before) && /^\s*[\]}]?,?\s*(?:(?:#|\/\/).*)?$/.test(behind),
  };
}
