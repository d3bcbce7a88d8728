import { emptyStop, stop } from '../formats/typing/stops';
import type { ComponentDef, ComponentSection } from '../job/config/components';
import type { Draft, DraftEntry, DraftObject } from '../tree/draft';
import { componentOf } from '../wiring/index';
import { requiredArguments } from './arguments';
import type { ListedClass } from './class-lists';
import { classesFor, classWords, NO_ENTRIES, neededBeside, withClass } from './classes';
import type { ConfigAsked } from './config-asked';
import type { EntrySection } from './config-spot';
import { newId } from './ids';
import { MOST_OFFERS } from './matching';
import type { Suggestion } from './suggestion';
import { openTasks } from './tasks';

/** Whole components for a list of them, or for the place of one: an object with its class and the arguments that it needs. */
export function* wholeComponents(asked: ConfigAsked, section: ComponentSection): Generator<Suggestion> {
  const hasId = section === 'components' || section === 'workflows';
  yield {
    label: hasId ? 'component' : (NAMES[section] ?? 'component'),
    kind: 'snippet',
    detail: hasId ? 'id, path and args' : 'path and args',
    offer: { value: blank(hasId) },
    rank: 0,
    needs: ['a class'],
  };
  for (const { listed, rank } of classesFor(asked, section, false).slice(0, MOST_OFFERS + 1)) {
    const made = wholeDraft(asked, section, listed, hasId);
    if (made) yield { ...made.words, kind: 'snippet', offer: { value: made.draft }, rank: rank + 1, needs: made.needs };
  }
}

/** Whole elements of `executors` and of the lists of filters. */
export function* wholeEntries(asked: ConfigAsked, section: EntrySection, index: number): Generator<Suggestion> {
  const tasks = openTasks(asked, section, index);
  for (const { listed, rank } of classesFor(asked, section, false).slice(0, MOST_OFFERS + 1)) {
    const made = wholeDraft(asked, section, listed, false);
    if (!made) continue;
    const own = section === 'executors' ? fittingTasks(asked, listed, tasks) : tasks;
    const component: Draft = section === 'executors' ? made.draft : { kind: 'array', items: [{ value: made.draft }] };
    const entries = [
      { key: 'tasks', value: taskList(own) },
      { key: section === 'executors' ? 'executor' : 'filters', value: component },
    ];
    yield {
      ...made.words,
      kind: 'snippet',
      offer: { value: { kind: 'object', entries } },
      rank: rank + 1,
      needs: own.length === 0 ? [...made.needs, 'tasks'] : made.needs,
    };
  }
}

const NAMES: { readonly [section in ComponentSection]?: string } = {
  executors: 'executor',
  task_data_filters: 'filter',
  task_result_filters: 'filter',
};

function taskList(names: readonly string[]): Draft {
  if (names.length === 0) return emptyStop(1, 'list');
  return { kind: 'array', items: names.map((value) => ({ value: { kind: 'string', value } })) };
}

/** The open tasks that the class does; all of them where that is not known. */
function fittingTasks({ classes, app }: ConfigAsked, { path }: ListedClass, tasks: readonly string[]): readonly string[] {
  const found = classes.likely(path, app.name);
  const done = found.kind === 'known' ? (found.facts?.handles ?? []) : [];
  // A template such as `{train_task_name}` stands for whatever is given.
  return done.length > 0 && done.every((name) => !name.includes('{')) ? tasks.filter((task) => done.includes(task)) : tasks;
}

function wholeDraft(asked: ConfigAsked, section: ComponentSection, listed: ListedClass, hasId: boolean) {
  const found = asked.classes.likely(listed.path, asked.app.name);
  if (found.kind !== 'known') return undefined;
  const component: ComponentDef = withClass(
    componentOf({ kind: 'object', start: -1, end: -1, value: NO_ENTRIES }, section, ''),
    listed.path,
  );
  const required = requiredArguments(asked, component, found);
  const entries: DraftEntry[] = [{ key: 'path', value: { kind: 'string', value: listed.path } }];
  if (hasId) entries.unshift({ key: 'id', value: { kind: 'string', value: newId(asked, component) } });
  if (required.length > 0) entries.push({ key: 'args', value: { kind: 'object', entries: required } });
  const draft: DraftObject = { kind: 'object', entries };
  return { draft, words: classWords(asked, listed, found), needs: neededBeside(asked, component, found) };
}

function blank(hasId: boolean): DraftObject {
  const entries = [
    { key: 'path', value: stop(2) },
    { key: 'args', value: emptyStop(3, 'object') },
  ];
  return { kind: 'object', entries: hasId ? [{ key: 'id', value: stop(1) }, ...entries] : entries };
}
