import type { ConfigFormat } from '../formats/format';
import { hasEmptyStop, hasStops, snippetOf, withoutStops } from '../formats/typing/stops';
import type { TypedPlace } from '../formats/typing/typed-place';
import { type Formats, formatOf } from '../index';
import { type Completion, type Completions, NOTHING } from './completion';
import { configSuggestions } from './config';
import { configAsked } from './config-asked';
import { metaSuggestions } from './meta';
import type { Asked, CompletionRequest } from './request';
import type { Part, Suggestion } from './suggestion';

/** More offers than these are not looked at; the rest is found by typing on. */
const MOST_OFFERS = 200;

/** What can be put in the place of what is being typed. Never throws for a text, however broken it is. */
export function completionsAt(request: CompletionRequest): Completions {
  const { file, text, offset, formats, job } = request;
  const format = formatWith(formats, file);
  const place = format?.placeAt(text, offset);
  if (!format || !place) return NOTHING;
  const asked: Asked = { ...request, format, place };
  if (file === job.meta?.file) return finish(place, metaSuggestions(asked));
  const about = configAsked(asked);
  return about ? finish(place, configSuggestions(about)) : NOTHING;
}

function formatWith(formats: Formats, file: string): ConfigFormat | undefined {
  const name = formatOf(file);
  const format = name && formats[name];
  return format && 'placeAt' in format ? format : undefined;
}

/** Writes the offers; of very many those that what is typed may mean. */
function finish(place: TypedPlace, suggestions: Iterable<Suggestion>): Completions {
  const all = [...suggestions];
  let chosen = all;
  if (all.length > MOST_OFFERS) {
    const typed = place.typed.toLowerCase();
    chosen = typed === '' ? all : all.filter((each) => mayMean(typed, (each.words ?? each.label).toLowerCase()));
  }
  const isIncomplete = all.length > MOST_OFFERS;
  const ordered = chosen.map((each, index) => ({ each, index })).sort((a, b) => a.each.rank - b.each.rank || a.index - b.index);
  const seen = new Set<string>();
  const items = ordered.slice(0, MOST_OFFERS).flatMap(({ each }, index) => {
    const item = written(place, each, index);
    const key = item.kind === 'value' ? item.label : `${item.label} ${item.newText}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [item];
  });
  return { items, isIncomplete };
}

/** Whether the characters of what is typed stand in the words, in this order. */
function mayMean(typed: string, words: string): boolean {
  let at = 0;
  for (const character of typed) {
    at = words.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function written(place: TypedPlace, each: Suggestion, index: number): Completion {
  const { label, kind, detail, offer, words, needs = [], about } = each;
  const isPart = 'from' in offer;
  const range = isPart ? partRange(place, offer) : place.range;
  const newText = isPart ? offer.text : place.write(offer);
  const isSnippet = !isPart && hasStops(newText);
  return {
    label,
    kind,
    detail,
    range,
    newText: isSnippet ? snippetOf(newText) : withoutStops(newText),
    isSnippet,
    filterText: (isPart ? '' : place.quote) + (words ?? label),
    sortText: String(index).padStart(4, '0'),
    edits: place.edits,
    asksAgain: !isPart && hasEmptyStop(newText),
    needs,
    about,
  };
}

function partRange({ content }: TypedPlace, { from, end }: Part): Completion['range'] {
  return { start: content.start + from, end: content.start + end };
}
