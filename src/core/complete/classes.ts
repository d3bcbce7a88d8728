import { aboutClass } from '../assist/index';
import { STAND_IN } from '../formats/typing/typed-place';
import type { KnownClass } from '../job/config/class-index';
import type { ComponentDef, ComponentSection } from '../job/config/components';
import type { DraftEntry } from '../tree/draft';
import { entriesOf } from '../tree/node';
import { CLASS_KEYS, classOfKind, idTable, lookupShortName } from '../wiring/index';
import { requiredArguments } from './arguments';
import type { ListedClass } from './class-lists';
import type { ConfigAsked } from './config-asked';
import { keysIn } from './from-facts';
import { askedOf, idOffers } from './ids';
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
  const given = [...keysIn(component.argsEntry?.value)];
  const wanted = isNested ? [] : askedOf(asked, component);
  let left = MOST_OFFERS + 1;
  for (const { listed, rank } of classesFor(asked, component.section, isNested)) {
    const found = asked.classes.likely(listed.path, asked.app.name);
    if (found.kind !== 'known' || !wanted.every((bases) => bases.some((base) => found.isA(base) !== false))) continue;
    const suits = wanted.every((bases) => bases.some((base) => found.isA(base) === true));
    const named = withClass(component, listed.path);
    const required = requiredArguments(asked, named, found);
    const strange = found.isOpen ? [] : given.filter((name) => !found.parameters.some((parameter) => parameter.name === name));
    const missing = component.argsEntry ? required.map(({ key }) => `the argument "${key}"`) : [];
    const others = strange.length > 0 ? [`no argument "${strange.join('", "')}"`] : [];
    yield {
      name: listed.name,
      path: listed.path,
      suggestion: {
        ...classWords(asked, listed, found),
        rank: rank + (strange.length > 0 ? 50 : 0) + (suits ? 0 : 25),
        needs: [...others, ...missing, ...neededBeside(asked, named, found)],
      },
      also: component.argsEntry || required.length === 0 ? [] : [{ key: 'args', value: { kind: 'object', entries: required } }],
    };
    if (--left === 0) return;
  }
}

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

/** What else has to be in the job for a component of the class to run. */
export function neededBeside(asked: ConfigAsked, component: ComponentDef, found: KnownClass): readonly string[] {
  return [...neededIds(asked, component, found), ...(component.section === 'workflows' ? unhandled(asked, found) : [])];
}

/** What a workflow sends, with the defaults of its arguments, and no executor is for. */
function unhandled(asked: ConfigAsked, { facts, parameters }: KnownClass): readonly string[] {
  const handled = handledTasks(asked);
  const sends = (facts?.sends ?? []).map((template) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = parameters.find((parameter) => parameter.name === name)?.value;
      return value?.kind === 'string' ? value.value : '';
    }),
  );
  return sends.every((task) => task === '' || handled.includes(task)) ? [] : ['executors for its tasks'];
}

/** Components that the class asks for by default and that are not there. */
function neededIds(asked: ConfigAsked, component: ComponentDef, { facts, parameters }: KnownClass): readonly string[] {
  const { byId } = idTable(asked.config);
  const given = keysIn(component.argsEntry?.value);
  return (facts?.ids ?? []).flatMap((id) => {
    const parameter = parameters.find(({ name }) => name === id.name);
    if (given.has(id.name)) return [];
    const usual = parameter?.value?.kind === 'string' ? parameter.value.value : undefined;
    const isMissing =
      usual === undefined
        ? parameter?.default === undefined && idOffers(asked, id, component).length === 0
        : usual !== '' && !fits(byId.get(usual));
    return isMissing ? [`a component for "${id.name}"`] : [];

    function fits(target: ComponentDef | undefined): boolean {
      if (!target || target.id?.value === STAND_IN) return false;
      return idOffers(asked, id, component).some((offer) => offer.id === usual);
    }
  });
}

/** An object with nothing in it, for what is about to be written. */
export const NO_ENTRIES = entriesOf([]);
