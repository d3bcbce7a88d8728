import { aboutClass } from '../assist/index';
import { stop } from '../formats/typing/stops';
import type { ComponentDef, ComponentSection } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import { nearest } from '../text/nearest';
import type { DraftEntry } from '../tree/draft';
import { CLASS_KEYS, classOfKind, delegated, lookupShortName } from '../wiring/index';
import { requiredArguments } from './arguments';
import type { Bring } from './brings';
import { type Brought, bringing, idNeeds } from './brought-components';
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
  for (const { path, suggestion, also } of namings(asked, component, isNested))
    yield { ...suggestion, offer: { value: text(path), also } };
}

/** Bare names of NVFLARE's classes, where `name` stands instead of `path`. */
export function* shortNameSuggestions(asked: ConfigAsked, component: ComponentDef, isNested: boolean): Generator<Suggestion> {
  const { catalog } = asked.classes;
  for (const { name, path, suggestion, also } of namings(asked, component, isNested)) {
    if (!catalog || lookupShortName(catalog, name).length !== 1 || lookupShortName(catalog, name)[0] !== path) continue;
    yield { ...suggestion, offer: { value: text(name), also } };
  }
}

interface Naming {
  readonly name: string;
  readonly path: string;
  readonly suggestion: Omit<Suggestion, 'offer'>;
  /** The arguments, where the component has none yet. */
  readonly also: readonly DraftEntry[];
}

/** The classes that the component may be of, those that take its arguments first. */
function* namings(asked: ConfigAsked, component: ComponentDef, isNested: boolean): Generator<Naming> {
  const wanted = isNested ? [] : askedOf(asked, component);
  let left = MOST_OFFERS + 1;
  for (const { listed, rank } of classesFor(asked, component.section, isNested)) {
    const found = asked.classes.likely(listed.path, asked.app.name);
    if (found.kind !== 'known' || !wanted.every((bases) => bases.some((base) => found.isA(base) !== false))) continue;
    const suits = wanted.every((bases) => bases.some((base) => found.isA(base) === true));
    const { needs, brought, args } = setUp(asked, withClass(component, listed.path), found);
    const { also, change } = argumentChange(asked, component, found, args);
    if (component.argsEntry && !change && args.length > 0) continue;
    yield {
      name: listed.name,
      path: listed.path,
      suggestion: {
        ...classWords(asked, listed, found),
        rank: rank + ((change?.drop.length ?? 0) > 0 ? 50 : 0) + (suits ? 0 : 25) + rankOfNeeds(needs),
        needs,
        brings: [...(change ? [change] : []), ...bringing(brought)],
      },
      also,
    };
    if (--left === 0) return;
  }
}

/** What makes an error until another file is changed comes behind everything else; what somebody has to think of does not. */
export function rankOfNeeds(needs: readonly string[]): number {
  return needs.includes(NO_EXECUTORS) ? LAST : 0;
}

/** Behind everything that makes no error. */
export const LAST = 1000;

/** What the arguments of a component have to become for another class: new ones beside its path, or a change of those that are there. */
function argumentChange(
  { place }: ConfigAsked,
  component: ComponentDef,
  found: KnownClass,
  wanted: readonly DraftEntry[],
): { readonly also: readonly DraftEntry[]; readonly change?: Extract<Bring, { kind: 'arguments' }> } {
  const { argsEntry } = component;
  if (!argsEntry) return { also: wanted.length === 0 ? [] : [{ key: 'args', value: { kind: 'object', entries: wanted } }] };
  const strange = found.isOpen ? [] : component.args.map(({ key }) => key).filter((key) => !found.byName.has(key));
  if (strange.length === 0 && wanted.length === 0) return { also: [] };
  const given = new Set(component.args.map(({ key }) => key));
  const free = found.parameters.map(({ name }) => name).filter((name) => !given.has(name));
  const rename: (readonly [string, string])[] = [];
  for (const name of strange) {
    const near = nearest(name, free);
    if (near !== undefined) rename.push([name, free.splice(free.indexOf(near), 1)[0] ?? near]);
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

/** The same for a component that has a class but not yet its arguments, or not all of them. */
export function setUp(asked: ConfigAsked, component: ComponentDef, found: KnownClass): SetUp {
  const { brought, words } = idNeeds(asked, component, found);
  const required = requiredArguments(asked, component, found, brought);
  const tasks =
    component.section === 'workflows' ? sentFor(asked, component, found) : { args: [], needs: delegates(asked, found) };
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
  const handled = handledTasks(asked);
  const isOpen = (task: string) => task !== '' && !handled.includes(task);
  const given = (name: string) => component.args.find(({ key }) => key === name)?.value;
  const nameIn = (name: string) => {
    const own = given(name) ?? byName.get(name)?.value;
    return own?.kind === 'string' ? own.value : '';
  };
  const unhandled = (facts?.sends ?? []).filter((template) => isOpen(template.replace(/\{(\w+)\}/g, (_, name) => nameIn(name))));
  if (unhandled.length === 0) return { args: [], needs: [] };
  const [, parameter] = /^\{(\w+)\}$/.exec(unhandled[0] ?? '') ?? [];
  const [task] = handled;
  if (unhandled.length === 1 && parameter !== undefined && task !== undefined && !given(parameter))
    return { args: [{ key: parameter, value: stop(1, task) }], needs: [] };
  return { args: [], needs: [NO_EXECUTORS] };
}

/** Whether the class has tasks done by executors that are not there. */
function delegates(asked: ConfigAsked, found: KnownClass): readonly string[] {
  const handled = handledTasks(asked);
  const names = delegated(found).map((template) => found.byName.get(template.slice(1, -1))?.value);
  return names.some((value) => value?.kind === 'string' && !handled.includes(value.value)) ? [NO_EXECUTORS] : [];
}

/** Executors stand in another file, which an offer does not change. */
export const NO_EXECUTORS = 'executors for its tasks';

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
