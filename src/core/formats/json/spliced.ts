import { type ConfigNode, entriesOf, type StringNode } from '../../tree/node';
import { STAND_IN } from '../typing/typed-place';
import type { Typing } from '../typing/typing-in-brackets';

/**
 * The tree of a text with the stand-in in the place of what is typed, made of the tree of the text as it is. Only what is around the
 * place is made anew, so that a text of many thousand sites need not be read once more. `undefined` where the tree, which may be of a
 * broken text, has no such place.
 */
export function spliced(root: ConfigNode, { role, path, range, hasSeparator }: Typing): ConfigNode | undefined {
  const standIn: StringNode = { kind: 'string', value: STAND_IN, start: range.start, end: range.end };
  return put(root, 0);

  /** Where nothing is typed yet, what begins at the caret is something else. */
  function isTyped(start: number | undefined): boolean {
    return range.end > range.start && start === range.start;
  }

  function put(node: ConfigNode, depth: number): ConfigNode | undefined {
    const step = path[depth];
    if (step === undefined) return role === 'key' ? withKey(node) : standIn;
    if (node.kind === 'object' && typeof step === 'string') {
      const index = node.value.list.findIndex(({ key }) => key === step);
      const found = node.value.list[index];
      const value = found && put(found.value, depth + 1);
      if (!found || !value) return undefined;
      return { ...node, value: entriesOf(replaced(node.value.list, index, { ...found, value }), node.value.incomplete) };
    }
    if (node.kind !== 'array' || typeof step !== 'number') return undefined;
    const isLast = depth === path.length - 1 && role === 'item';
    if (isLast) return { ...node, value: withItem(node.value, step) };
    const item = node.value[step];
    const value = item && put(item, depth + 1);
    return value && { ...node, value: replaced(node.value, step, value) };
  }

  function withKey(node: ConfigNode): ConfigNode | undefined {
    if (node.kind !== 'object') return undefined;
    const others = node.value.list.filter(({ keyStart }) => !isTyped(keyStart));
    const kept = hasSeparator ? node.value.list.find(({ keyStart }) => keyStart === range.start)?.value : undefined;
    const entry = { key: STAND_IN, keyStart: range.start, keyEnd: range.end, value: kept ?? NULL };
    return { ...node, value: entriesOf([...others, entry], node.value.incomplete) };
  }

  function withItem(items: readonly ConfigNode[], index: number): readonly ConfigNode[] {
    if (isTyped(items[index]?.start)) return replaced(items, index, standIn);
    return [...items.slice(0, index), standIn, ...items.slice(index)];
  }
}

function replaced<T>(list: readonly T[], index: number, by: T): readonly T[] {
  const copy = list.slice();
  copy[index] = by;
  return copy;
}

const NULL: ConfigNode = { kind: 'null', value: null, start: 0, end: 0 };
