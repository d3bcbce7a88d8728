import { isSince } from '../index';
import type { ComponentDef } from '../job/config/components';
import { at, type Path } from '../tree/query';
import { argumentValueSuggestions } from './argument-values';
import { bringing } from './brought-components';
import { classSuggestions, shortNameSuggestions } from './class-suggestions';
import type { ConfigAsked } from './config-asked';
import { factsOf, keysAt, ownId } from './config-keys';
import { type ConfigSpot, spotOf } from './config-spot';
import { keysIn, valueSuggestions } from './from-facts';
import { missingIds } from './ids';
import { type Suggestion, text, valueOffer } from './suggestion';
import { openTasks, taskItems } from './tasks';
import { variableSuggestions } from './variables';
import { usualComponent, usualEntry, wholeComponents, wholeEntries } from './whole';
import { wholeConfig } from './whole-config';

/** What there is to offer in a configuration of an app. */
export function* configSuggestions(asked: ConfigAsked): Generator<Suggestion> {
  const { place } = asked;
  const { root } = place.document;
  const variables = place.kind === 'key' ? undefined : variableSuggestions(asked);
  if (variables) {
    yield* variables;
    return;
  }
  if (place.kind === 'key') {
    const startsList = place.mayStartList && keysIn(at(root, place.path)).size === 0 && isList(asked, place.path);
    if (startsList) yield* valuesAt(asked, spotOf(root, [...place.path, 0]), [...place.path, 0]);
    else yield* keysAt(asked, spotOf(root, place.path), place.path);
    return;
  }
  yield* valuesAt(asked, spotOf(root, place.path), place.path);
  if (place.kind === 'item' && place.mayStartObject) yield* firstKeys(asked, spotOf(root, place.path));
}

/** The first key of an object that begins with it, as YAML's do behind a dash: what has to be there comes with it. */
function* firstKeys(asked: ConfigAsked, spot: ConfigSpot): Generator<Suggestion> {
  const usual =
    spot.kind === 'entry'
      ? usualEntry(asked, spot.section, spot.index)
      : spot.kind === 'component' && spot.below.length === 0
        ? usualComponent(asked, spot.component.section)
        : undefined;
  const { draft: { entries } = { entries: [] }, brought } = usual ?? { brought: [] };
  for (const [index, { key, value }] of entries.entries()) {
    const also = entries.filter((other) => other.key !== key);
    const detail = `with ${also.map((other) => other.key).join(' and ')}`;
    yield { label: key, kind: 'key', detail, offer: { key, value, also }, rank: 500 + index, brings: bringing(brought) };
  }
}

function isList(asked: ConfigAsked, path: Path): boolean {
  return factsOf(asked, path)?.kinds[0] === 'array';
}

function* valuesAt(asked: ConfigAsked, spot: ConfigSpot, path: Path): Generator<Suggestion> {
  const { job } = asked;
  switch (spot.kind) {
    case 'top': {
      if (path.length === 0) yield wholeConfig(asked);
      else if (path.length === 1 && path[0] === 'format_version')
        yield { label: '2', kind: 'value', offer: valueOffer({ kind: 'integer', digits: '2' }), rank: 0 };
      else {
        const facts = factsOf(asked, path);
        if (facts) yield* valueSuggestions(facts, job.target);
      }
      return;
    }
    case 'entry':
      yield* entryValues(asked, spot);
      return;
    case 'component':
      yield* componentValues(asked, spot);
      return;
  }
}

function* entryValues(
  asked: ConfigAsked,
  { section, index, below }: Extract<ConfigSpot, { kind: 'entry' }>,
): Generator<Suggestion> {
  const [key] = below;
  if (key === undefined) yield* wholeEntries(asked, section, index);
  else if (key === 'tasks' && below.length === 2) yield* taskItems(asked, section, index);
  else if (key === 'tasks') {
    for (const name of openTasks(asked, section, index)) {
      yield { label: `["${name}"]`, kind: 'task', offer: valueOffer({ kind: 'array', items: [{ value: text(name) }] }), rank: 0 };
    }
  } else if (key === 'direction' && section !== 'executors' && isSince(asked.job.target, '2.4')) {
    const usual = factsOf(asked, [section, 0, 'direction'])?.default;
    for (const [rank, value] of ['in', 'out', 'inout'].entries()) {
      yield {
        label: value,
        kind: 'value',
        detail: value === usual ? 'default' : undefined,
        offer: valueOffer(text(value)),
        rank,
      };
    }
  }
}

function* componentValues(
  asked: ConfigAsked,
  { component, isNested, below }: Extract<ConfigSpot, { kind: 'component' }>,
): Generator<Suggestion> {
  const [key, argument] = below;
  switch (key) {
    case undefined:
      yield* wholeComponents(asked, component.section);
      return;
    case 'path':
    case 'class_path':
      yield* classSuggestions(asked, component, isNested);
      return;
    case 'name':
      yield* shortNameSuggestions(asked, component, isNested);
      return;
    case 'id':
      yield* ownIds(asked, component);
      return;
    case 'args':
      if (argument !== undefined) yield* argumentValueSuggestions(asked, component, below);
      return;
    default: {
      const facts = factsOf(asked, ['components', 0, key]);
      if (facts) yield* valueSuggestions({ ...facts, kinds: facts.kinds.filter((kind) => kind === 'boolean') }, asked.job.target);
      if (key === 'config_type')
        for (const value of ['component', 'dict']) yield { label: value, kind: 'value', offer: valueOffer(text(value)), rank: 0 };
    }
  }
}

/** Ids that others ask for and nobody has, and one for what the component is. */
function* ownIds(asked: ConfigAsked, component: ComponentDef): Generator<Suggestion> {
  const missing = missingIds(asked, asked.classes.of(component, asked.app.name));
  for (const id of missing) yield { label: id, kind: 'id', detail: 'asked for', offer: valueOffer(text(id)), rank: 0 };
  const own = ownId(asked, component);
  if (!missing.includes(own)) yield { label: own, kind: 'id', detail: 'by its class', offer: valueOffer(text(own)), rank: 1 };
}
