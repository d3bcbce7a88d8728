import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import { nearest } from '../text/nearest';
import type { DraftEntry } from '../tree/draft';
import { lookupShortName } from '../wiring/index';
import type { Bring } from './brings';
import { bringing } from './brought-components';
import type { ListedClass } from './class-lists';
import { classesFor, classWords, withClass } from './classes';
import type { ConfigAsked } from './config-asked';
import { askedOf } from './ids';
import { MOST_OFFERS } from './matching';
import { rankOfNeeds, type SetUp, setUp } from './set-up';
import { type Suggestion, text } from './suggestion';

/** Class paths for a component that is being typed, with the arguments that it then needs. */
export function* classSuggestions(asked: ConfigAsked, component: ComponentDef, isNested: boolean): Generator<Suggestion> {
  for (const naming of namings(asked, component, isNested)) yield suggestionOf(asked, naming, naming.listed.path);
}

/** Bare names of NVFLARE's classes, where `name` stands instead of `path`. */
export function* shortNameSuggestions(asked: ConfigAsked, component: ComponentDef, isNested: boolean): Generator<Suggestion> {
  const { catalog } = asked.classes;
  for (const naming of namings(asked, component, isNested)) {
    const { name, path } = naming.listed;
    const [only, ...others] = catalog ? lookupShortName(catalog, name) : [];
    if (only === path && others.length === 0) yield suggestionOf(asked, naming, name);
  }
}

/** A class that a component may name, and what it then needs. */
interface Naming {
  readonly listed: ListedClass;
  readonly found: KnownClass;
  readonly rank: number;
  readonly setUp: SetUp;
  readonly change: ArgumentChange;
}

/** The classes that the component may be of, those that take its arguments first. */
function* namings(asked: ConfigAsked, component: ComponentDef, isNested: boolean): Generator<Naming> {
  const wanted = isNested ? [] : askedOf(asked, component);
  let left = MOST_OFFERS + 1;
  for (const { listed, rank } of classesFor(asked, asked.place.typed, component.section, isNested)) {
    const found = asked.classes.likely(listed.path, asked.app.name);
    if (found.kind !== 'known' || !wanted.every((bases) => bases.some((base) => found.isA(base) !== false))) continue;
    const suits = wanted.every((bases) => bases.some((base) => found.isA(base) === true));
    const needed = setUp(asked, withClass(component, listed.path), found);
    if (!needed.isWhole) continue;
    const change = argumentChange(asked, component, found, needed.args);
    const isStrange = (change.change?.drop.length ?? 0) > 0;
    const own = rank + (isStrange ? 50 : 0) + (suits ? 0 : 25) + rankOfNeeds(needed);
    yield { listed, found, rank: own, setUp: needed, change };
    if (--left === 0) return;
  }
}

function suggestionOf(
  asked: ConfigAsked,
  { listed, found, rank, setUp: { needs, brought, executors, beyond }, change }: Naming,
  written: string,
): Suggestion {
  const { label, kind, detail, words, about } = classWords(asked, listed, found);
  const brings = [...(change.change ? [change.change] : []), ...bringing(brought, executors)];
  return { label, kind, detail, words, about, rank, needs, brings, beyond, offer: { value: text(written), also: change.also } };
}

interface ArgumentChange {
  /** The arguments, where the component has none yet. */
  readonly also: readonly DraftEntry[];
  /** What becomes of those that it has. */
  readonly change?: Extract<Bring, { kind: 'arguments' }>;
}

/** What the arguments of a component have to become for another class: new ones beside its path, or a change of those that are there. */
function argumentChange(
  { place }: ConfigAsked,
  component: ComponentDef,
  found: KnownClass,
  wanted: readonly DraftEntry[],
): ArgumentChange {
  const { argsEntry } = component;
  if (!argsEntry) return { also: wanted.length === 0 ? [] : [{ key: 'args', value: { kind: 'object', entries: wanted } }] };
  const strange = found.isOpen ? [] : component.args.map(({ key }) => key).filter((key) => !found.byName.has(key));
  if (strange.length === 0 && wanted.length === 0) return { also: [] };
  const given = new Set(component.args.map(({ key }) => key));
  const free = new Set(found.parameters.map(({ name }) => name).filter((name) => !given.has(name)));
  const rename: (readonly [string, string])[] = [];
  for (const name of strange) {
    const near = nearest(name, free);
    if (near === undefined) continue;
    free.delete(near);
    rename.push([name, near]);
  }
  const drop = strange.filter((name) => !rename.some(([from]) => from === name));
  const add = wanted.filter(({ key }) => rename.every(([, to]) => to !== key));
  return { also: [], change: { kind: 'arguments', component: place.path.slice(0, -1), drop, rename, add } };
}
