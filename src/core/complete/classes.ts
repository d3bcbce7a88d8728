import { aboutClass } from '../assist/index';
import { stop } from '../formats/typing/stops';
import type { ComponentDef, ComponentSection } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import { nearest } from '../text/nearest';
import type { DraftEntry } from '../tree/draft';
import { CLASS_KEYS, classOfKind, delegated, lookupShortName } from '../wiring/index';
import { requiredArguments } from './arguments';
import type { Bring } from './brings';
import { type Brought, bringing, type IdNeeds, idNeeds } from './brought-components';
import type { ListedClass } from './class-lists';
import type { ConfigAsked } from './config-asked';
import { askedOf } from './ids';
import { MOST_OFFERS, mayMean } from './matching';
import { type Suggestion, text } from './suggestion';
import { handledTasks } from './tasks';

/** What NVFLARE asks of the classes in a section; in `components` and among arguments any class will do. */
const WANTED: { readonly [section in ComponentSection]?: 'controller' | 'executor' | 'filter' } = {
  workflows: 'controller',
  executors: 'executor',
  task_data_filters: 'filter',
  task_result_filters: 'filter',
};
/** Kinds that have a section of their own and are useless among `components`. */
const ELSEWHERE: readonly string[] = ['controller', 'executor'];

/** A class that may be named at a place. */
export interface Candidate {
  readonly listed: ListedClass;
  /** The lower, the likelier. */
  readonly rank: number;
}

/** The classes that a section takes and that what is typed may mean, the likeliest first. */
export function classesFor(asked: ConfigAsked, section: ComponentSection, isNested: boolean): readonly Candidate[] {
  const { classes, classLists, app, code, place } = asked;
  const wanted = isNested ? undefined : WANTED[section];
  const own = classLists.ofApp(app, code, classes);
  const shipped = classes.catalog ? classLists.ofCatalog(classes.catalog) : [];
  const rank = ranking(asked, isNested);
  return [...own, ...shipped]
    .filter(({ kinds, path, name, origin }) => {
      if (!mayMean(place.typed, `${name} ${path}`)) return false;
      if (wanted === undefined) return origin === 'custom' || !ELSEWHERE.includes(kinds[0] ?? '');
      if (kinds.includes(wanted)) return path !== classOfKind(wanted);
      // What custom code inherits from an unknown class may be of any kind.
      const found = origin === 'custom' ? classes.byPath(path, app.name) : undefined;
      return found?.kind === 'known' && found.isA(classOfKind(wanted)) === undefined;
    })
    .map((listed) => ({ listed, rank: rank(listed) }))
    .sort((one, other) => one.rank - other.rank);
}

/** Own classes come first, then those that every site allows, then the rest. */
function ranking({ job, classes }: ConfigAsked, isNested: boolean): (listed: ListedClass) => number {
  const { allowed } = classes.catalog?.data ?? {};
  const bringsCode = [...job.apps.values()].some(({ deployed, hasCustomFolder }) => deployed && hasCustomFolder);
  const paths = bringsCode || !allowed ? undefined : new Set(allowed);
  return ({ origin, path, kinds }) => {
    // Among arguments own classes that are no components are the usual ones: models.
    if (origin === 'custom') return kinds.length > 0 || isNested ? 0 : 20;
    return !paths || paths.has(path) || paths.has(path.slice('nvflare.'.length)) ? 10 : 30;
  };
}

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
  for (const { listed, rank } of classesFor(asked, component.section, isNested)) {
    const found = asked.classes.likely(listed.path, asked.app.name);
    if (found.kind !== 'known' || !wanted.every((bases) => bases.some((base) => found.isA(base) !== false))) continue;
    const suits = wanted.every((bases) => bases.some((base) => found.isA(base) === true));
    const needed = setUp(asked, withClass(component, listed.path), found);
    const change = argumentChange(asked, component, found, needed.args);
    const isStrange = (change.change?.drop.length ?? 0) > 0;
    const own = rank + (isStrange ? 50 : 0) + (suits ? 0 : 25) + rankOfNeeds(needed.needs);
    yield { listed, found, rank: own, setUp: needed, change };
    if (--left === 0) return;
  }
}

function suggestionOf(
  asked: ConfigAsked,
  { listed, found, rank, setUp: { needs, brought }, change }: Naming,
  written: string,
): Suggestion {
  const { label, kind, detail, words, about } = classWords(asked, listed, found);
  const brings = [...(change.change ? [change.change] : []), ...bringing(brought)];
  return { label, kind, detail, words, about, rank, needs, brings, offer: { value: text(written), also: change.also } };
}

/** What makes an error until another file is changed comes behind everything else; what somebody has to think of does not. */
export function rankOfNeeds(needs: readonly string[]): number {
  return needs.includes(NO_EXECUTORS) ? LAST : 0;
}

/** Behind everything that makes no error. */
export const LAST = 1000;

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

/** What a component of a class needs to run: arguments, components that are brought, and what only the author can see to. */
export interface SetUp {
  readonly args: readonly DraftEntry[];
  readonly brought: readonly Brought[];
  readonly needs: readonly string[];
}

const NO_IDS: IdNeeds = { brought: [], words: [] };
const NO_TASKS = { args: [], needs: [] };

/** The same for a component that has a class but not yet its arguments, or not all of them. */
export function setUp(asked: ConfigAsked, component: ComponentDef, found: KnownClass): SetUp {
  const { brought, words } = found.facts?.ids.length ? idNeeds(asked, component, found) : NO_IDS;
  const required = requiredArguments(asked, component, found, brought);
  const tasks =
    component.section === 'workflows'
      ? sentFor(asked, component, found)
      : component.section === 'executors'
        ? { args: [], needs: delegates(asked, found) }
        : NO_TASKS;
  return {
    args: [...required.filter(({ key }) => !tasks.args.some((each) => each.key === key)), ...tasks.args],
    brought,
    needs: [...words, ...tasks.needs],
  };
}

/** The names of tasks that a workflow has to be given, so that it sends what the executors are for. */
function sentFor(
  asked: ConfigAsked,
  component: ComponentDef,
  { facts, byName }: KnownClass,
): { readonly args: readonly DraftEntry[]; readonly needs: readonly string[] } {
  if (!facts || facts.sends.length === 0) return NO_TASKS;
  const handled = handledTasks(asked);
  const isOpen = (task: string) => task !== '' && !handled.includes(task);
  const given = (name: string) => component.args.find(({ key }) => key === name)?.value;
  const nameIn = (name: string) => {
    const own = given(name) ?? byName.get(name)?.value;
    return own?.kind === 'string' ? own.value : '';
  };
  const unhandled = facts.sends.filter((template) => isOpen(template.replace(/\{(\w+)\}/g, (_, name) => nameIn(name))));
  if (unhandled.length === 0) return { args: [], needs: [] };
  const [, parameter] = /^\{(\w+)\}$/.exec(unhandled[0] ?? '') ?? [];
  const [task] = handled;
  if (unhandled.length === 1 && parameter !== undefined && task !== undefined && !given(parameter))
    return { args: [{ key: parameter, value: stop(1, task) }], needs: [] };
  return { args: [], needs: [NO_EXECUTORS] };
}

/** Whether the class has tasks done by executors that are not there. */
function delegates(asked: ConfigAsked, found: KnownClass): readonly string[] {
  const names = delegated(found).map((template) => found.byName.get(template.slice(1, -1))?.value);
  if (names.length === 0) return [];
  const handled = handledTasks(asked);
  return names.some((value) => value?.kind === 'string' && !handled.includes(value.value)) ? [NO_EXECUTORS] : [];
}

/** Executors stand in another file, which an offer does not change. */
const NO_EXECUTORS = 'executors for its tasks';

/** How a class is shown among others. */
export function classWords({ classes }: ConfigAsked, { path, name, kinds }: ListedClass, found: KnownClass) {
  const module = path.slice(0, -name.length - 1).replace(/^nvflare\./, '');
  return {
    label: name,
    kind: 'class' as const,
    detail: `${kinds[0] ?? 'class'} · ${module}`,
    words: `${name} ${path}`,
    about: () => aboutClass(found, classes),
  };
}

/** The same component as if it named a class. */
export function withClass(component: ComponentDef, path: string): ComponentDef {
  const { start, end } = component.node;
  const className = { kind: 'string' as const, value: path, start, end };
  return { ...component, className, classKey: CLASS_KEYS[0], isDisabled: false };
}
