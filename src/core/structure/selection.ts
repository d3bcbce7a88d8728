import type { ConfigDocument } from '../formats/document';
import type { Range } from '../text/range';
import { type ConfigNode, type Entry, keyRange, rangeOf } from '../tree/node';

/**
 * The pieces of a text around an offset, each inside of the next: a word without its quotes, a key or value, a key with its value,
 * what is in the braces, and so on to the whole text.
 */
export function selectionAt({ root, text }: ConfigDocument, offset: number): readonly Range[] {
  const found: Range[] = [{ start: 0, end: text.length }];
  const add = (range: Range) => {
    const last = found[found.length - 1];
    const isInside =
      last && last.start <= range.start && range.end <= last.end && range.end - range.start < last.end - last.start;
    if (isInside && range.start <= offset && offset <= range.end) found.push(rangeOf(range));
  };
  let node: ConfigNode | undefined = root;
  while (node) {
    add(node);
    add(withoutEnds(node, text));
    const entry: Entry | undefined = node.kind === 'object' ? entryAt(node.value.list, offset) : undefined;
    if (entry) {
      add({ start: entry.keyStart, end: Math.max(entry.keyEnd, entry.value.end) });
      if (offset <= entry.keyEnd) {
        add(keyRange(entry));
        add(withoutEnds(keyRange(entry), text));
      }
    }
    node = entry ? (offset <= entry.keyEnd ? undefined : entry.value) : itemAt(node, offset);
  }
  return found.reverse();
}

function entryAt(list: readonly Entry[], offset: number): Entry | undefined {
  return list.find(({ keyStart, keyEnd, value }) => keyStart <= offset && offset <= Math.max(keyEnd, value.end));
}

function itemAt(node: ConfigNode, offset: number): ConfigNode | undefined {
  return node.kind === 'array' ? node.value.find(({ start, end }) => start <= offset && offset <= end) : undefined;
}

/** What is between quotes, braces or brackets. */
function withoutEnds({ start, end }: Range, text: string): Range {
  const pair = (text[start] ?? '') + (text[end - 1] ?? '');
  return end - start > 1 && /^(?:""|''|\{\}|\[\])$/.test(pair) ? { start: start + 1, end: end - 1 } : { start, end };
}
