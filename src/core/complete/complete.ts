import type { ConfigFormat } from '../formats/format';
import { hasEmptyStop, hasStops, snippetOf, withoutStops } from '../formats/typing/stops';
import type { TypedPlace } from '../formats/typing/typed-place';
import { type Formats, formatOf } from '../index';
import { type Beyond, beyondParagraphs } from './beyond';
import { type Bring, bringSentences, bringWords } from './brings';
import { type Completion, type Completions, NOTHING } from './completion';
import { configSuggestions } from './config';
import { configAsked } from './config-asked';
import { editsElsewhere } from './elsewhere';
import { MOST_OFFERS, mayMean } from './matching';
import { metaSuggestions } from './meta';
import type { Asked, CompletionRequest } from './request';
import type { Part, Suggestion } from './suggestion';

/** What can be put in the place of what is being typed. Never throws for a text, however broken it is. */
export function completionsAt(request: CompletionRequest): Completions {
  const { file, text, offset, formats, job } = request;
  const format = formatWith(formats, file);
  const place = format?.placeAt(text, offset, file === job.meta?.file ? job.meta.document : undefined);
  if (!format || !place) return NOTHING;
  const asked: Asked = { ...request, format, place };
  if (file === job.meta?.file) return finish(asked, metaSuggestions(asked));
  const about = configAsked(asked);
  return about ? finish(asked, configSuggestions(about)) : NOTHING;
}

function formatWith(formats: Formats, file: string): ConfigFormat | undefined {
  const name = formatOf(file);
  const format = name && formats[name];
  return format && 'placeAt' in format ? format : undefined;
}

/** Writes the offers; of very many those that what is typed may mean. */
function finish(asked: Asked, suggestions: Iterable<Suggestion>): Completions {
  const { place } = asked;
  const all = [...suggestions];
  const chosen = all.length > MOST_OFFERS ? all.filter((each) => mayMean(place.typed, each.words ?? each.label)) : all;
  const isIncomplete = all.length > MOST_OFFERS;
  const ordered = chosen.map((each, index) => ({ each, index })).sort((a, b) => a.each.rank - b.each.rank || a.index - b.index);
  const seen = new Set<string>();
  const items = ordered.slice(0, MOST_OFFERS).flatMap(({ each }, index) => {
    const item = written(asked, each, index);
    const key = item.kind === 'value' ? item.label : `${item.label} ${item.newText}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [item];
  });
  return { items, isIncomplete };
}

function written(asked: Asked, each: Suggestion, index: number): Completion {
  const { place } = asked;
  const { label, kind, detail, offer, words, needs = [], brings = [], beyond = [], about } = each;
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
    filterText: (isPart ? '' : place.lead) + (words ?? label),
    sortText: String(index).padStart(4, '0'),
    edits: place.edits,
    elsewhere: brings.length > 0 ? () => editsElsewhere(asked, { range, newText: withoutStops(newText) }, brings) : undefined,
    beyond: beyond.length > 0 ? () => beyond.flatMap(({ changes }) => changes()) : undefined,
    brings: brings.length + beyond.length > 0 ? bringWords(brings, beyond) : undefined,
    asksAgain: !isPart && hasEmptyStop(newText),
    needs,
    about: brings.length + beyond.length > 0 ? () => [...(about?.() ?? []), ...bringParagraphs(asked, brings, beyond)] : about,
  };
}

function bringParagraphs(asked: Asked, brings: readonly Bring[], beyond: readonly Beyond[]): readonly string[] {
  return [...(brings.length > 0 ? [bringSentences(brings)] : []), ...beyondParagraphs(asked, beyond)];
}

function partRange({ content }: TypedPlace, { from, end }: Part): Completion['range'] {
  return { start: content.start + from, end: content.start + end };
}
