import type { ConfigNode } from '../tree/node';
import { entry } from '../tree/node';
import { toPlain } from '../tree/query';

/** A value with the text that it stands in, by which values are compared that cannot be known. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Whether two values are equal for NVFLARE: types count, the order of keys and the way of writing do not. */
export function isEqual(a: ConfigNode, b: ConfigNode, before: Source, after: Source): boolean {
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.value.incomplete || b.value.incomplete) return writtenText(a, before) === writtenText(b, after);
    return (
      a.value.list.length === b.value.list.length &&
      a.value.list.every(({ key, value }) => {
        const other = entry(b, key);
        return other !== undefined && isEqual(value, other.value, before, after);
      })
    );
  }
  if (a.kind === 'array' && b.kind === 'array') {
    return (
      a.value.length === b.value.length &&
      a.value.every((item, i) => {
        const other = b.value[i];
        return other !== undefined && isEqual(item, other, before, after);
      })
    );
  }
  if (a.kind !== b.kind) return false;
  if (a.kind === 'unknown') return writtenText(a, before) === writtenText(b, after);
  if (a.kind === 'integer' && !Number.isSafeInteger(a.value)) return writtenText(a, before) === writtenText(b, after);
  return Object.is(a.value, b.value);
}

/** As it is written, without quotes. */
function writtenText({ start, end }: ConfigNode, { text }: Source): string {
  const written = text.slice(start, end);
  const quote = written[0];
  if (quote !== '"' && quote !== "'") return written;
  let depth = 0;
  while (2 * depth + 1 < written.length && written[depth] === quote && written.at(-1 - depth) === quote) depth++;
  return written.slice(depth, written.length - depth);
}

const MOST_LETTERS = 60;

/** A value in few letters: JSON, or what is written where it cannot be known. */
export function valueText(node: ConfigNode, source: Source): string {
  if (node.kind === 'unknown') return short(writtenText(node, source));
  if (node.kind === 'float' && Number.isInteger(node.value)) return short(writtenText(node, source));
  return short(JSON.stringify(toPlain(node)) ?? writtenText(node, source));
}

function short(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}
