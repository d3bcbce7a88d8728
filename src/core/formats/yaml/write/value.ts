import type { TextEdit } from '../../../text/text-edit';
import type { Draft } from '../../../tree/draft';
import type { SyntaxNode } from '../parse/syntax';
import { columnOf, lineEndAt, lineStart, type Spot, type WriteContext } from './context';
import { fitsOnLine, printInline, printLines } from './print';
import type { QuoteStyle } from './quote';

/** Puts another value at the spot: on the line of its key, or below it where it is laid out over lines. */
export function replaceValue(context: WriteContext, spot: Spot, value: Draft): readonly TextEdit[] {
  // A comment needs no space behind quotes and brackets, but behind most new values.
  const isTight = context.text.charAt(spot.node.end) === '#';
  const edits = putValue(context, spot, value);
  return edits.map((edit) => (isTight && edit.range.end === spot.node.end ? { ...edit, newText: `${edit.newText} ` } : edit));
}

function putValue(context: WriteContext, spot: Spot, value: Draft): readonly TextEdit[] {
  const { node, isInFlow } = spot;
  const { text } = context;
  const isBlock = isBlockCollection(node);
  if (isInFlow || (!isBlock && (fitsOnLine(value) || isFlowCollection(node)))) {
    return putInline(context, spot, printInline(value, isInFlow, styleOf(context, node)));
  }
  const isSameShape = node.kind === 'mapping' ? value.kind === 'object' : value.kind === 'array';
  if (isBlock && isSameShape && !fitsOnLine(value)) {
    const indent = ' '.repeat(columnOf(text, node.start));
    return [{ range: { start: node.start, end: node.end }, newText: joined(context, printLines(value, context.unit), indent) }];
  }
  if (fitsOnLine(value)) return putInline(context, spot, printInline(value, false));
  return putLines(context, spot, value);
}

/** Lines behind each other; all but the first are indented. */
export function joined({ lineEnd }: WriteContext, lines: readonly string[], indent: string): string {
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join(lineEnd);
}

function isBlockCollection(node: SyntaxNode): boolean {
  return (node.kind === 'mapping' || node.kind === 'sequence') && !node.isFlow;
}

function isFlowCollection(node: SyntaxNode): boolean {
  return (node.kind === 'mapping' || node.kind === 'sequence') && node.isFlow && node.end > node.start + 2;
}

function styleOf({ text }: WriteContext, node: SyntaxNode): QuoteStyle {
  if (node.kind !== 'scalar') return 'plain';
  const first = text.charAt(node.start);
  return node.style === 'single' && first === "'" ? 'single' : node.style === 'double' ? 'double' : 'plain';
}

/** The new value takes the place of the old one and of its tag, behind the colon or dash. */
function putInline(context: WriteContext, spot: Spot, newText: string): readonly TextEdit[] {
  const { node, pair } = spot;
  const { text } = context;
  const indicator = pair && !spot.isInFlow ? colonEnd(context, pair.key.end) : undefined;
  const isOnNextLine = indicator !== undefined && lineStart(text, node.from) > indicator;
  if (isOnNextLine) {
    // Comments behind the colon and above the old value stay; its own lines go.
    const end = lineEndAt(text, indicator);
    const hasComment = text.slice(indicator, end).trim() !== '';
    const value = { range: { start: indicator, end: hasComment ? indicator : end }, newText: ` ${newText}` };
    const lines = { start: Math.max(end, endOfLineBefore(text, node.from)), end: node.end };
    return [value, { range: lines, newText: '' }];
  }
  const needsSpace = node.from > 0 && /[-:?,]/.test(text.charAt(node.from - 1));
  return [{ range: { start: node.from, end: node.end }, newText: needsSpace ? ` ${newText}` : newText }];
}

function endOfLineBefore(text: string, offset: number): number {
  return text.slice(0, lineStart(text, offset)).replace(/(?:\r\n|[\r\n\x85\u2028\u2029])$/, '').length;
}

function colonEnd({ text }: WriteContext, keyEnd: number): number | undefined {
  const colon = /[ ]*:/y;
  colon.lastIndex = keyEnd;
  return colon.test(text) ? colon.lastIndex : undefined;
}

/** A value over lines where there was none: below its key, or behind its dash. */
function putLines(context: WriteContext, spot: Spot, value: Draft): readonly TextEdit[] {
  const { node, pair } = spot;
  const { text, lineEnd, unit } = context;
  const lines = printLines(value, unit);
  const indicator = pair ? colonEnd(context, pair.key.end) : undefined;
  if (!pair || indicator === undefined) {
    const indent = ' '.repeat(columnOf(text, node.from));
    return [{ range: { start: node.from, end: node.end }, newText: joined(context, lines, indent) }];
  }
  const indent = ' '.repeat(columnOf(text, pair.start)) + unit;
  const block = lineEnd + indent + joined(context, lines, indent);
  if (isBlockCollection(node)) {
    const end = lineEndAt(text, indicator);
    return [{ range: { start: Math.min(end, node.from), end: node.end }, newText: block }];
  }
  // What stands behind the old value on its line is a comment, and stays behind the colon.
  const lineRest = lineEndAt(text, node.end);
  const comment = text.slice(node.end, lineRest).trim();
  return [{ range: { start: indicator, end: lineRest }, newText: (comment === '' ? '' : ` ${comment}`) + block }];
}
