import { aboutClass } from '../assist/index';
import type { ComponentDef, ComponentSection } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import { entriesOf } from '../tree/node';
import { CLASS_KEYS, classOfKind, componentOf } from '../wiring/index';
import type { ListedClass } from './class-lists';
import type { InApp } from './config-asked';
import { mayMean } from './matching';

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
export function classesFor(asked: InApp, typed: string, section: ComponentSection, isNested: boolean): readonly Candidate[] {
  const { classes, classLists, app, code } = asked;
  const wanted = isNested ? undefined : WANTED[section];
  const own = classLists.ofApp(app, code, classes);
  const shipped = classes.catalog ? classLists.ofCatalog(classes.catalog) : [];
  const rank = ranking(asked, isNested);
  return [...own, ...shipped]
    .filter(({ kinds, path, name, origin }) => {
      if (!mayMean(typed, `${name} ${path}`)) return false;
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
function ranking({ job, classes }: InApp, isNested: boolean): (listed: ListedClass) => number {
  const { allowed } = classes.catalog?.data ?? {};
  const bringsCode = [...job.apps.values()].some(({ deployed, hasCustomFolder }) => deployed && hasCustomFolder);
  const paths = bringsCode || !allowed ? undefined : new Set(allowed);
  return ({ origin, path, kinds }) => {
    // Among arguments own classes that are no components are the usual ones: models.
    if (origin === 'custom') return kinds.length > 0 || isNested ? 0 : 20;
    return !paths || paths.has(path) || paths.has(path.slice('nvflare.'.length)) ? 10 : 30;
  };
}

/** How a class is shown among others. */
export function classWords({ classes }: InApp, { path, name, kinds }: ListedClass, found: KnownClass) {
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

/** A component that has nothing but a class, and stands nowhere yet. */
export function bareComponent(section: ComponentSection, path: string): ComponentDef {
  return withClass(componentOf(NOWHERE, section, ''), path);
}

const NOWHERE = { kind: 'object' as const, start: -1, end: -1, value: entriesOf([]) };
