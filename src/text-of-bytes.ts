import type { SourceText } from './core/index';

/**
 * The text of a file. Strict UTF-8; a byte-order mark stays in the text, because NVFLARE's loaders mind it. Of other bytes it says
 * where the first begin that are none.
 */
export function textOfBytes(bytes: Uint8Array): SourceText {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'not-utf8', offset: firstBadByte(bytes) };
  }
}

/**
 * Where the first sequence of bytes begins that is no UTF-8, as Python counts it: everything before it is a text of its own. The
 * longest beginning of some text may end inside of that sequence, at most three bytes behind its first.
 */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle - 1;
  }
  while (good > 0 && !isUtf8(bytes.subarray(0, good), false)) good--;
  return good;
}

/** Whether bytes are UTF-8, or, where they may go on, the beginning of it. */
function isUtf8(bytes: Uint8Array, mayGoOn: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayGoOn });
    return true;
  } catch {
    return false;
  }
}
