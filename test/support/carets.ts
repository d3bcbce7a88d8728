import type { ConfigDocument } from '../../src/core/formats/document';
import type { ConfigNode } from '../../src/core/tree/node';
import { walk } from '../../src/core/tree/query';

/** A text that somebody has begun to change at the caret. */
export interface CaretText {
  readonly text: string;
  readonly offset: number;
}

/** Every place of a text at which something may be typed: texts that were deleted, numbers, and new keys and items. */
export function caretsOf({ text, root, format }: ConfigDocument): readonly CaretText[] {
  const carets: CaretText[] = [];
  for (const node of walk(root)) {
    if (node.origin || node.start < 0 || node.end > text.length) continue;
    if (node.kind === 'string' && !text.slice(node.start, node.end).includes('\n')) {
      carets.push({ text: `${text.slice(0, node.start)}""${text.slice(node.end)}`, offset: node.start + 1 });
      carets.push(...halfTyped(text, node.start, node.end));
    } else if (node.kind === 'integer') carets.push({ text, offset: node.end });
    else carets.push(...(format === 'yaml' ? newLine(text, node) : behindBracket(text, node)));
  }
  return carets;
}

/** A text of which only the first half stands there: with the quotes closed, not closed, and with none. */
function halfTyped(text: string, start: number, end: number): readonly CaretText[] {
  const inner = text.slice(start, end).replace(/^["']|["']$/g, '');
  const half = inner.slice(0, inner.lastIndexOf('.') + 1 || Math.ceil(inner.length / 2));
  if (!/^[\w.@-]+$/.test(half)) return [];
  return [`"${half}"`, `"${half}`, half].map((typed) => ({
    text: text.slice(0, start) + typed + text.slice(end),
    offset: start + typed.replace(/"$/, '').length,
  }));
}

function behindBracket(text: string, node: ConfigNode): readonly CaretText[] {
  if (node.kind !== 'object' && node.kind !== 'array') return [];
  const opening = text.charAt(node.start);
  if (opening === '[' && node.kind === 'array') return [{ text, offset: node.start + 1 }];
  if (opening !== '{') return node.start === 0 ? [{ text: `\n${text}`, offset: 0 }] : [];
  return [{ text: `${text.slice(0, node.start + 1)}\n${text.slice(node.start + 1)}`, offset: node.start + 2 }];
}

/** A line of its own above a key or an item that has one. */
function newLine(text: string, node: ConfigNode): readonly CaretText[] {
  if (/[[{]/.test(text.charAt(node.start))) return behindBracket(text, node);
  const first =
    node.kind === 'object'
      ? node.value.list.map(({ keyStart }) => keyStart)
      : node.kind === 'array'
        ? node.value.map(({ start }) => start)
        : [];
  return first.slice(0, 2).flatMap((start) => {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const before = text.slice(lineStart, start);
    if (!(node.kind === 'object' ? /^ *$/ : /^ *- +$/).test(before)) return [];
    return [{ text: `${text.slice(0, lineStart)}${before}\n${text.slice(lineStart)}`, offset: start }];
  });
}
