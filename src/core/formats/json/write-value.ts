import { LineIndex } from '../../text/line-index';
import type { Draft } from '../../tree/draft';
import type { ConfigNode } from '../../tree/node';
import type { ConfigDocument } from '../document';
import { isScalar, type LineStyle, type PrintLayout, printOnLine, printOverLines, USUAL_LINE, WIDEST } from './print';

/** What a text shows of its own habits. */
export interface Habits {
  readonly text: string;
  readonly lineEnd: string;
  /** One level of indentation. */
  readonly unit: string;
  /** How values on one line look where nothing closer tells. */
  readonly line: LineStyle;
  /** How many characters stand in front of the offset on its line. */
  readonly columnOf: (offset: number) => number;
}

/** Where a value is to stand. */
export interface Spot {
  /** The indentation of its line. */
  readonly indent: string;
  /** How many columns are taken before it. */
  readonly column: number;
  /** Whether the line is its own, so that the value may take more lines. */
  readonly ownLine: boolean;
  /** A value near by that shows how such values are written. */
  readonly like: ConfigNode | undefined;
  readonly colon: string;
  readonly unit: string;
}

/** How a text writes its values, as its first lines show. */
export function habitsOf({ text, root }: ConfigDocument): Habits {
  const indent = /[\r\n]([ \t]+)[^\s]/.exec(text)?.[1] ?? '';
  const line = lineStyleOf(text, root);
  return {
    text,
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    unit: indent === '' || indent.length > 8 ? '  ' : indent,
    line: isOverLines(text, root) ? { ...USUAL_LINE, colon: line.colon } : line,
    columnOf: columns(text),
  };
}

/** So often a line's start is looked for backwards; who asks more often will be quicker with the starts of all lines. */
const FEW_QUESTIONS = 4;

/** Most fixes change one place of a text, which may be large, and there are many fixes to be tried. */
function columns(text: string): Habits['columnOf'] {
  let asked = 0;
  let lines: LineIndex | undefined;
  return (offset) => {
    if (++asked <= FEW_QUESTIONS) return offset - lineStart(text, offset);
    lines ??= new LineIndex(text);
    return lines.positionAt(offset).character;
  };
}

function lineStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  const lineFeed = text.lastIndexOf('\n', offset - 1) + 1;
  for (let i = offset; i > lineFeed; i--) {
    if (text.charCodeAt(i - 1) === 13 && text.charCodeAt(i) !== 10) return i;
  }
  return lineFeed;
}

/** The text of a value that is to stand at a spot, in the manner of what is there already. */
export function textOf(value: Draft, { text, lineEnd, line }: Habits, spot: Spot): string {
  if (isScalar(value)) return printOnLine(value);
  const like = spot.like && looksLike(spot.like, value) ? spot.like : undefined;
  const onLine = printOnLine(value, like ? lineStyleOf(text, like) : line);
  const layout: PrintLayout = { unit: spot.unit, lineEnd, indent: spot.indent, column: spot.column, colon: spot.colon };
  if (like && isOverLines(text, like))
    return printOverLines(value, { ...layout, inner: innerLine(text, like) }, value.kind === 'array');
  if (!spot.ownLine || (like && spot.column + onLine.length < WIDEST)) return onLine;
  return printOverLines(value, layout);
}

/** Whether the node is of the kind of the value and has something in it. */
export function looksLike(node: ConfigNode, value: Draft): boolean {
  if (node.kind !== value.kind) return false;
  return node.kind === 'object' ? node.value.list.length > 0 : node.kind === 'array' && node.value.length > 0;
}

/** Whether a value is written over several lines. */
export function isOverLines(text: string, node: ConfigNode): boolean {
  return /[\r\n]/.test(text.slice(node.start, node.end));
}

/** How many levels of a node are laid over lines, and how the objects below them look that are not; nothing where all are. */
function innerLine(text: string, node: ConfigNode): PrintLayout['inner'] {
  let levels = 0;
  for (let at: ConfigNode | undefined = node; at; levels++) {
    if (!isOverLines(text, at)) return { levels, line: lineStyleOf(text, at) };
    const inside: readonly ConfigNode[] = at.kind === 'object' ? at.value.list.map(({ value }) => value) : arrayItems(at);
    at = inside.find(
      (one) =>
        (one.kind === 'object' && one.value.list.length > 0) ||
        (one.kind === 'array' && one.value.some(({ kind }) => kind === 'object')),
    );
  }
  return undefined;
}

function arrayItems(node: ConfigNode): readonly ConfigNode[] {
  return node.kind === 'array' ? node.value : [];
}

/** How the object or array separates what is in it, as its first members show. */
function lineStyleOf(text: string, node: ConfigNode): LineStyle {
  if (node.kind === 'array') {
    const [first, second] = node.value;
    if (!first) return USUAL_LINE;
    const inside = lineStyleOf(text, first);
    return { ...inside, comma: second ? separator(text, first.end, second.start, ',', ', ') : inside.comma };
  }
  const [first, second] = node.kind === 'object' ? node.value.list : [];
  if (node.kind !== 'object' || !first) return USUAL_LINE;
  const colon = colonOf(text, first);
  const pad = text.slice(node.start + 1, first.keyStart);
  return {
    colon,
    comma: second ? separator(text, first.value.end, second.keyStart, ',', ', ') : colon === ':' ? ',' : ', ',
    pad: /^ *$/.test(pad) ? pad : '',
  };
}

/** What the text has between the key and its value. */
export function colonOf(text: string, { keyEnd, value }: { readonly keyEnd: number; readonly value: ConfigNode }): string {
  return separator(text, keyEnd, value.start, ':', ': ');
}

function separator(text: string, start: number, end: number, sign: string, usual: string): string {
  const found = text.slice(start, end);
  return found.trim() === sign && /^ ?[:,] ?$/.test(found) ? found : usual;
}

/** The text of the line up to the offset. */
function lineUpTo({ text, columnOf }: Habits, offset: number): string {
  return text.slice(offset - columnOf(offset), offset);
}

/** The white space that the line of the offset begins with. */
export function indentAt(habits: Habits, offset: number): string {
  return /^[ \t]*/.exec(lineUpTo(habits, offset))?.[0] ?? '';
}

/** Whether only white space and the value's own key stand in front of it on its line. */
export function hasOwnLine(habits: Habits, offset: number): boolean {
  return /^[ \t]*(?:"(?:[^"\\]|\\.)*"[ \t]*:[ \t]*)?$/.test(lineUpTo(habits, offset));
}
