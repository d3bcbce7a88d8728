import { bareStop, stop } from '../formats/typing/stops';
import { STAND_IN } from '../formats/typing/typed-place';
import { isKnown, type Release } from '../index';
import type { KeyFacts } from '../schema/key-facts';
import { type Draft, draftOf } from '../tree/draft';
import type { ConfigNode } from '../tree/node';
import type { Plain } from '../tree/query';
import type { Bring } from './brings';
import { initialValue, isForRelease, snippetDraft } from './initial-value';
import { type Suggestion, text, valueOffer } from './suggestion';

/** The keys of an object, without the one that is being typed. */
export function keysIn(node: ConfigNode | undefined): ReadonlySet<string> {
  if (node?.kind !== 'object') return new Set();
  return new Set(node.value.list.map(({ key }) => key).filter((key) => key !== STAND_IN));
}

/** What is known of keys besides their facts. */
export interface KeyWords {
  readonly about: (key: string) => readonly string[];
  /** What a key begins with, where the job itself says it. */
  readonly start?: (key: string) => Start | undefined;
}

/** A value that a key begins with, and what that asks for elsewhere. */
export interface Start {
  readonly value: Draft;
  readonly brings?: readonly Bring[];
}

/** What keys of fixed names an object may have besides those that it has. */
export function* keySuggestions(
  facts: KeyFacts,
  present: ReadonlySet<string>,
  release: Release,
  { about, start }: KeyWords,
): Generator<Suggestion> {
  let index = 0;
  for (const [key, own] of Object.entries(facts.keys ?? {})) {
    index++;
    if (own.setBy !== 'author' || own.readBy.length === 0 || present.has(key) || !isKnown(release, own.since, own.until))
      continue;
    const { value, brings } = start?.(key) ?? { value: initialValue(own) };
    yield {
      label: key,
      kind: 'key',
      detail: own.unit === undefined ? own.type : `${own.type}, in ${own.unit}`,
      offer: { key, value },
      rank: (own.required ? 0 : 100) + index,
      brings: brings ?? [],
      about: () => about(key),
    };
  }
}

/** What a key of a known meaning may be set to: its few values, or examples of the many. */
export function* valueSuggestions(facts: KeyFacts, release: Release): Generator<Suggestion> {
  let rank = 0;
  for (const [value, meaning] of facts.values ?? []) {
    yield { label: value, kind: 'value', offer: valueOffer(text(value)), rank: rank++, about: () => [meaning] };
  }
  if (facts.kinds.includes('boolean')) {
    for (const value of ['true', 'false']) {
      const detail = facts.default === value ? 'default' : undefined;
      yield { label: value, kind: 'value', detail, offer: valueOffer(bareStop(1, value)), rank: rank++ };
    }
  }
  const usual = usualValue(facts);
  if (usual) yield { ...single(usual, 'default'), rank: rank++ };
  for (const example of facts.examples ?? []) {
    if (typeof example === 'object') continue;
    yield { ...single(example, facts.unit ?? 'example'), rank: rank++ };
  }
  for (const snippet of facts.snippets ?? []) {
    if (!isForRelease(snippet, release)) continue;
    const { description } = snippet;
    yield {
      label: snippet.label,
      kind: 'snippet',
      offer: valueOffer(snippetDraft(snippet.body)),
      rank: 50 + rank++,
      ...(description !== undefined && { about: () => [description] }),
    };
  }
}

/** What holds by default, where that is said as it would be written. */
function usualValue({ default: usual, kinds, unit }: KeyFacts): Plain | undefined {
  if (usual === undefined || !(kinds.includes('integer') || kinds.includes('float'))) return undefined;
  const number = Number(usual);
  return unit !== undefined && usual.trim() !== '' && Number.isFinite(number) && number > 0 ? number : undefined;
}

function single(value: Plain, detail: string): Omit<Suggestion, 'rank'> {
  const label = String(value);
  return {
    label,
    kind: 'value',
    detail,
    offer: valueOffer(
      typeof value === 'string' ? stop(1, value) : typeof value === 'number' ? bareStop(1, label) : draftOf(value),
    ),
  };
}
