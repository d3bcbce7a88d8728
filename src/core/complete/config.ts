import { aboutArgument, aboutConfigKey, CLIENT_CONFIG_KEYS, factsAt, SERVER_CONFIG_KEYS } from '../assist/index';
import { bareStop, emptyStop, stop } from '../formats/typing/stops';
import { isSince } from '../index';
import type { ComponentDef } from '../job/config/components';
import type { KeyFacts } from '../schema/key-facts';
import type { Draft } from '../tree/draft';
import { at, type Path } from '../tree/query';
import { argumentValueSuggestions } from './argument-values';
import { argumentSuggestions, namedIn } from './arguments';
import { bringing } from './brought-components';
import { classSuggestions, shortNameSuggestions } from './class-suggestions';
import type { ConfigAsked } from './config-asked';
import { type ConfigSpot, spotOf } from './config-spot';
import { keySuggestions, keysIn, type Start, valueSuggestions } from './from-facts';
import { isUsed, missingIds, newId } from './ids';
import { setUp } from './set-up';
import { type Suggestion, text, valueOffer } from './suggestion';
import { openTasks, taskItems, tasksFor } from './tasks';
import { variableSuggestions } from './variables';
import { usualComponent, usualEntry, wholeComponents, wholeEntries } from './whole';

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

function factsOf({ side }: ConfigAsked, path: Path): KeyFacts | undefined {
  return factsAt(side === 'server' ? SERVER_CONFIG_KEYS : CLIENT_CONFIG_KEYS, path);
}

function isList(asked: ConfigAsked, path: Path): boolean {
  return factsOf(asked, path)?.kinds[0] === 'array';
}

function* keysAt(asked: ConfigAsked, spot: ConfigSpot, path: Path): Generator<Suggestion> {
  const { place, side, job } = asked;
  const about = (key: string) => aboutConfigKey(side, [...path, key]);
  const present = keysIn(at(place.document.root, path));
  const facts = factsOf(asked, path);
  if (spot.kind === 'component') {
    const [first, second] = spot.below;
    if (first === undefined) yield* componentKeys(asked, spot.component, spot.isNested, present);
    else if (first === 'args' && (second === undefined || second === 'class_attributes')) {
      yield* argumentSuggestions(asked, spot.component, (name) => aboutArgument(asked.all, asked.config, spot.component, name));
    }
    return;
  }
  if (!facts) return;
  if (path.length === 0 && present.size === 0) yield wholeConfig(asked);
  const start = (key: string) => entryStart(asked, spot, key);
  const { keys, ...rest } = facts;
  const known = Object.fromEntries(Object.entries(keys ?? {}).filter(([key]) => key !== 'handlers'));
  yield* keySuggestions({ ...rest, keys: known }, present, job.target, { about, start });
}

/** Keys of a component: those that every component has first, and no second way to name its class. */
function* componentKeys(
  asked: ConfigAsked,
  component: ComponentDef,
  isNested: boolean,
  present: ReadonlySet<string>,
): Generator<Suggestion> {
  const { side, job } = asked;
  const facts = factsOf(asked, ['components', 0]);
  const hasClass = ['path', 'class_path', 'name'].some((key) => present.has(key));
  const hasId = !isNested && (component.section === 'components' || component.section === 'workflows');
  const hidden = [
    ...(hasClass ? ['path', 'class_path', 'name'] : ['class_path', 'name']),
    ...(hasId ? [] : ['id']),
    ...(isNested ? [] : ['config_type']),
  ];
  const keys = Object.fromEntries(Object.entries(facts?.keys ?? {}).filter(([key]) => !hidden.includes(key)));
  const start = (key: string) => componentStart(asked, component, key);
  const about = (key: string) => aboutConfigKey(side, ['components', 0, key]);
  if (facts) yield* keySuggestions({ ...facts, keys }, present, job.target, { about, start });
}

function componentStart(asked: ConfigAsked, component: ComponentDef, key: string): Start | undefined {
  if (key === 'id') return { value: stop(1, ownId(asked, component)) };
  // What is disabled is not there for those that use it, and what runs the job cannot do without.
  if (key === 'disabled') return { value: bareStop(1, String(component.section === 'components' && !isUsed(asked, component))) };
  if (key !== 'args') return undefined;
  const found = asked.classes.of(component, asked.app.name);
  const { args, brought } = found.kind === 'known' ? setUp(asked, component, found) : { args: [], brought: [] };
  if (args.length === 0) return { value: emptyStop(1, 'object') };
  return { value: { kind: 'object', entries: args }, brings: bringing(namedIn(args, brought)) };
}

function ownId(asked: ConfigAsked, component: ComponentDef): string {
  return newId(asked, asked.classes.of(component, asked.app.name), component.className?.value);
}

/** What keys at the top and in the entries of executors and filters begin with. */
function entryStart(asked: ConfigAsked, spot: ConfigSpot, key: string): Start | undefined {
  switch (key) {
    case 'format_version':
      return { value: { kind: 'integer', digits: '2' } };
    case 'components':
    case 'workflows':
    case 'executors':
    case 'task_data_filters':
    case 'task_result_filters':
      return { value: emptyStop(1, 'objects') };
    case 'filters':
      return { value: listOf(spot.kind === 'entry' ? usualComponent(asked, spot.section)?.draft : undefined) };
    case 'executor': {
      const usual = usualComponent(asked, 'executors');
      return usual ? { value: usual.draft, brings: bringing(usual.brought) } : { value: emptyStop(1, 'object') };
    }
    case 'direction':
      return { value: stop(1, 'inout') };
    case 'tasks': {
      if (spot.kind !== 'entry') return undefined;
      const [task] = tasksFor(asked, spot.section, openTasks(asked, spot.section, spot.index));
      return { value: task === undefined ? emptyStop(1, 'list') : { kind: 'array', items: [{ value: stop(1, task) }] } };
    }
    default:
      return undefined;
  }
}

function listOf(value: Draft | undefined): Draft {
  return value ? { kind: 'array', items: [{ value }] } : emptyStop(1, 'objects');
}

/** Everything that a configuration has, for a file with nothing in it. */
function wholeConfig(asked: ConfigAsked): Suggestion {
  const { side, place } = asked;
  const section = side === 'server' ? 'workflows' : 'executors';
  const usual = side === 'server' ? usualComponent(asked, 'workflows') : usualEntry(asked, 'executors', 0);
  const components = (usual?.brought ?? []).map(({ value }) => ({ value }));
  const first = { key: 'format_version', value: { kind: 'integer', digits: '2' } as const };
  const also = [
    { key: section, value: listOf(usual?.draft) },
    { key: 'components', value: { kind: 'array', items: components } as const },
  ];
  const offer = place.kind === 'key' ? { ...first, also } : { value: { kind: 'object', entries: [first, ...also] } as const };
  return {
    label: `${side} configuration`,
    kind: 'snippet',
    detail: `format_version, ${section} and components`,
    offer,
    rank: 0,
  };
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
