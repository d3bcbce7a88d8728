import type { Range } from '../../text/range';
import type { Draft } from '../../tree/draft';
import type { ConfigDocument } from '../document';
import { fillBrackets, placeInBrackets, withWord } from '../typing/place-in-brackets';
import { findStandIn } from '../typing/stand-in';
import { bared } from '../typing/stops';
import { type Offer, STAND_IN, type TypedPlace } from '../typing/typed-place';
import { type Typing, typingAt } from '../typing/typing-in-brackets';
import { type LineStyle, type PrintLayout, printOnLine, printOverLines, USUAL_LINE } from './print';
import { readJson } from './read';
import { spliced } from './spliced';

/** Texts of more characters than these are not read once more where there is a tree of them. */
const LARGE = 100_000;

/** Where in a JSON text something is typed. */
export function jsonPlace(text: string, caret: number, known?: ConfigDocument): TypedPlace | undefined {
  const typing = typingAt(text, caret, { isHocon: false });
  if (!typing) return undefined;
  const place = (text.length > LARGE && known?.text === text && inTree(known, typing)) || inText(text, typing);
  return place && placeInBrackets(place, text.slice(typing.content.start, caret), typing, writer(text, typing));
}

type Found = Pick<TypedPlace, 'kind' | 'path' | 'document'>;

function inTree(known: ConfigDocument, typing: Typing): Found | undefined {
  const root = spliced(known.root, typing);
  return root && { kind: typing.role, path: typing.path, document: { ...known, root } };
}

function inText(text: string, typing: Typing): Found | undefined {
  const document = readJson(withWord(text, typing, `"${STAND_IN}"`, ':null'));
  const found = findStandIn(document);
  return found?.kind === typing.role ? { ...found, document } : undefined;
}

function writer(text: string, { range, hasSeparator, commaAfter }: Typing): TypedPlace['write'] {
  const style = styleAt(text, range);
  return ({ key, value, also = [], then = [] }: Offer) => {
    const { colon, lineEnd, indent } = style.layout;
    const first = hasSeparator && key !== undefined ? JSON.stringify(key) : entryText(key, value, style);
    const below = { ...style, layout: { ...style.layout, column: indent.length } };
    const more = [
      ...also.map((entry) => entryText(entry.key, entry.value, below)),
      ...then.map((item) => entryText(undefined, item, below)),
    ];
    // Items stand on lines of their own where the first one does.
    const isOpen = style.isOpen && (then.length === 0 || style.layout.column === indent.length);
    const separator = isOpen ? `,${lineEnd}${indent}` : colon === ':' ? ',' : ', ';
    return bared([first, ...more].join(separator)) + (commaAfter ? ',' : '');
  };
}

function entryText(key: string | undefined, value: Draft | undefined, style: Style): string {
  const before = key === undefined ? '' : JSON.stringify(key) + (value ? style.layout.colon : '');
  return value ? before + printed(value, style, before.length) : before;
}

interface Style {
  /** Whether a value may take more lines. */
  readonly isOpen: boolean;
  readonly layout: PrintLayout;
  readonly line: LineStyle;
}

function printed(value: Draft, { isOpen, layout, line }: Style, width: number): string {
  const text = isOpen ? printOverLines(value, { ...layout, column: layout.column + width }) : printOnLine(value, line);
  return fillBrackets(text, { ...layout, isOpen });
}

/** Habits show near the top of a text; the rest is not looked at. */
const ENOUGH = 5000;

/** On longer lines a value stands among others, and patterns would take their time over them. */
const LONGEST_LINE = 1000;

/** How the text writes values, as it shows at its top and around the place. */
function styleAt(text: string, { start, end }: Range): Style {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  const behind = /^[^\r\n]*/.exec(text.slice(end, end + LONGEST_LINE))?.[0] ?? '';
  const isShort = before.length <= LONGEST_LINE;
  const top = text.slice(0, ENOUGH);
  const unit = /[\r\n]([ \t]+)[^\s]/.exec(top)?.[1] ?? '';
  const isTight = /"(?:[^"\\\r\n]|\\.)*":(\s?)/.exec(top)?.[1] === '';
  return {
    isOpen: isShort && /^\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*)?[[{]?\s*$/.test(before) && /^\s*[\]}]?,?\s*$/.test(behind),
    layout: {
      unit: unit === '' || unit.length > 8 ? '  ' : unit,
      lineEnd: /\r\n|\n|\r/.exec(top)?.[0] ?? '\n',
      indent: /^[ \t]*/.exec(before)?.[0] ?? '',
      column: start - lineStart,
      colon: isTight ? ':' : ': ',
    },
    line: isTight ? { colon: ':', comma: ',', pad: '' } : { ...USUAL_LINE, pad: /\{( ?)"/.exec(top)?.[1] ?? '' },
  };
}
