import type { Draft } from '../../tree/draft';
import type { Plain } from '../../tree/query';
import { emptyKind, isBare, withoutStops } from './stops';

/** The value of a draft with what stands at its stops at first, for edits in which no caret stops. */
export function settled(draft: Draft): Plain {
  switch (draft.kind) {
    case 'object':
      return Object.fromEntries(draft.entries.map(({ key, value }) => [withoutStops(key), settled(value)]));
    case 'array':
      return draft.items.map(({ value }) => settled(value));
    case 'string':
      return settledText(draft.value);
    case 'integer':
      return Number(draft.digits);
    case 'float':
    case 'boolean':
      return draft.value;
    case 'null':
      return null;
  }
}

function settledText(text: string): Plain {
  const empty = emptyKind(text);
  if (empty !== undefined) return empty === 'object' ? {} : [];
  // What is written without quotes is a number, true, false or null, which JSON says the same way.
  return isBare(text) ? (JSON.parse(withoutStops(text)) as Plain) : withoutStops(text);
}
