import type { Range } from '../../../text/range';
import type { ConfigNode, Entry } from '../../../tree/node';
import type { ConfigDocument } from '../../document';
import { parseTemplate } from '../interpolation/grammar';
import { parse } from '../parse/parse';
import type { MappingSyntax, Pair, SequenceSyntax, SyntaxNode } from '../parse/syntax';
import { isBreak } from '../scan/characters';
import { scan } from '../scan/scanner';
import type { Token } from '../scan/token';

/** Where in the text a value stands that an edit is about. */
export interface Spot {
  readonly node: SyntaxNode;
  /** Inside brackets no value can be laid out over lines. */
  readonly isInFlow: boolean;
  /** The pair whose value this is; none for items and for the root. */
  readonly pair: Pair | undefined;
}

/** A text that is to be changed, with what its writer has to know of it. */
export interface WriteContext {
  readonly text: string;
  readonly comments: readonly Range[];
  /** The text's own line end; `\n` where it has only one line. */
  readonly lineEnd: string;
  /** One level of indentation, as the first nested block has it. */
  readonly unit: string;
  /** Values that stand in the text where the tree has them: not through aliases, merge keys or interpolations. */
  readonly spots: ReadonlyMap<ConfigNode, Spot>;
  readonly pairs: ReadonlyMap<Entry, { readonly pair: Pair; readonly isInFlow: boolean }>;
  /** Where a value can be put in a text that has none, or none but null. */
  readonly emptyAt: Range | undefined;
}

/** What a writer needs to know of a text: its syntax by node, its line ends, its indentation. */
export function contextOf({ text, root }: ConfigDocument): WriteContext {
  const { tokens, comments } = scan(text);
  const syntax = parse(tokens).root;
  const spots = new Map<ConfigNode, Spot>();
  const pairs: Pairs = new Map();
  if (syntax) locate(root, { node: syntax, isInFlow: false, pair: undefined }, spots, pairs);
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  return { text, comments, lineEnd, unit: unitOf(text, spots), spots, pairs, emptyAt: emptyPlace(text, tokens, syntax) };
}

function emptyPlace(text: string, tokens: readonly Token[], syntax: SyntaxNode | undefined): Range | undefined {
  if (syntax && syntax.kind !== 'scalar') return undefined;
  if (syntax && syntax.from < syntax.end) return { start: syntax.from, end: syntax.end };
  // Behind '---', or at the end, which is behind all comments.
  const mark = tokens.find(({ kind }) => kind === 'document-start');
  const at = mark ? lineEndAt(text, mark.end) : text.length;
  return { start: at, end: at };
}

type Pairs = Map<Entry, { readonly pair: Pair; readonly isInFlow: boolean }>;

function locate(node: ConfigNode, spot: Spot, spots: Map<ConfigNode, Spot>, pairs: Pairs): void {
  const syntax = spot.node;
  if (syntax.kind === 'scalar' && isInterpolated(syntax.value)) return;
  if (syntax.kind === 'alias' || (syntax.kind === 'hole' && node.kind !== 'unknown')) return;
  spots.set(node, spot);
  if (node.kind === 'object' && syntax.kind === 'mapping') {
    const byStart = new Map(syntax.pairs.map((pair) => [pair.key.start, pair]));
    for (const entry of [...node.value.list, ...node.value.superseded]) {
      const pair = byStart.get(entry.keyStart);
      if (!pair || pair.key.end !== entry.keyEnd) continue;
      pairs.set(entry, { pair, isInFlow: syntax.isFlow });
      locate(entry.value, { node: pair.value, isInFlow: syntax.isFlow, pair }, spots, pairs);
    }
  } else if (node.kind === 'array' && syntax.kind === 'sequence') {
    for (const [index, item] of syntax.items.entries()) {
      const child = node.value[index];
      if (child) locate(child, { node: item, isInFlow: syntax.isFlow, pair: undefined }, spots, pairs);
    }
  }
}

function isInterpolated(value: string): boolean {
  if (!value.includes('${')) return false;
  return parseTemplate(value)?.some((part) => typeof part === 'object') ?? true;
}

function unitOf(text: string, spots: ReadonlyMap<ConfigNode, Spot>): string {
  for (const { node, pair } of spots.values()) {
    if (!pair || node.kind !== 'mapping' || node.isFlow) continue;
    const deeper = columnOf(text, node.start) - columnOf(text, pair.start);
    if (deeper > 0) return ' '.repeat(deeper);
  }
  return '  ';
}

/** How far the offset is from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where the line begins, behind a byte-order mark. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--;
  return at === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, offset) : at;
}

/** The end of the line, in front of its line break. */
export function lineEndAt(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Behind the line break, if there is one at the offset. */
export function behindBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return offset < text.length && isBreak(text.charCodeAt(offset)) ? offset + 1 : offset;
}

/** Whether only indentation stands in front of the offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** What has members. */
export type Container = MappingSyntax | SequenceSyntax;
