import type { ComponentSection } from '../job/config/components';
import type { Draft, DraftEntry, DraftObject } from '../tree/draft';
import { type Brought, bareComponent, bringing } from './brought-components';
import type { ListedClass } from './class-lists';
import { classesFor, classWords, rankOfNeeds, setUp } from './classes';
import type { ConfigAsked } from './config-asked';
import type { EntrySection } from './config-spot';
import { newId } from './ids';
import { MOST_OFFERS } from './matching';
import type { Suggestion } from './suggestion';
import { tasksFor } from './tasks';
import { USUAL_IN } from './usual-classes';

/** Whole components for a list of them, or for the place of one: an object with its class and the arguments that it needs. */
export function* wholeComponents(asked: ConfigAsked, section: ComponentSection): Generator<Suggestion> {
  const hasId = section === 'components' || section === 'workflows';
  const usual = usualComponent(asked, section);
  if (usual)
    yield {
      label: NAMES[section],
      kind: 'snippet',
      detail: hasId ? 'id, path and args' : 'path and args',
      ...among(section, usual),
      rank: 0,
    };
  for (const { listed, rank } of classesFor(asked, section, false).slice(0, MOST_OFFERS + 1)) {
    const made = wholeDraft(asked, section, listed, hasId);
    if (made) yield { ...made.words, kind: 'snippet', ...among(section, made), rank: rankOf(rank, made), needs: made.needs };
  }
}

/** What a component brings comes behind it where it stands among components itself. */
function among(section: ComponentSection, { draft, brought }: Whole): Pick<Suggestion, 'offer' | 'brings'> {
  if (section !== 'components') return { offer: { value: draft }, brings: bringing(brought) };
  const then = brought.map(({ value }) => value);
  return { offer: { value: draft, then } };
}

function rankOf(rank: number, { needs }: Whole): number {
  return rank + 1 + rankOfNeeds(needs);
}

/** Whole elements of `executors` and of the lists of filters. */
export function* wholeEntries(asked: ConfigAsked, section: EntrySection, index: number): Generator<Suggestion> {
  const usual = usualEntry(asked, section, index);
  if (usual)
    yield {
      label: NAMES[section],
      kind: 'snippet',
      detail: section === 'executors' ? 'tasks and executor' : 'tasks and filters',
      offer: { value: usual.draft },
      brings: bringing(usual.brought),
      rank: 0,
    };
  for (const { listed, rank } of classesFor(asked, section, false).slice(0, MOST_OFFERS + 1)) {
    const made = wholeEntry(asked, section, index, listed);
    if (!made) continue;
    yield {
      ...made.words,
      kind: 'snippet',
      offer: { value: made.draft },
      brings: bringing(made.brought),
      rank: rankOf(rank, made),
      needs: made.needs,
    };
  }
}

/** An element of `executors` or of a list of filters with one class in it; `undefined` where no task is left for it. */
function wholeEntry(asked: ConfigAsked, section: EntrySection, index: number, listed: ListedClass): Whole | undefined {
  const made = wholeDraft(asked, section, listed, false);
  const tasks = made && tasksFor(asked, section, index, listed.path);
  if (!made || !tasks || tasks.length === 0) return undefined;
  const component: Draft = section === 'executors' ? made.draft : { kind: 'array', items: [{ value: made.draft }] };
  const entries = [
    { key: 'tasks', value: taskList(tasks) },
    { key: section === 'executors' ? 'executor' : 'filters', value: component },
  ];
  return { ...made, draft: { kind: 'object', entries } };
}

/** A component to begin with: what most have at the place, or something of the job's own code. */
export function usualComponent(asked: ConfigAsked, section: ComponentSection): Whole | undefined {
  const listed = usualFor(asked, section);
  return listed && wholeDraft(asked, section, listed, section === 'components' || section === 'workflows');
}

/** The same for an element of `executors` or of a list of filters. */
export function usualEntry(asked: ConfigAsked, section: EntrySection, index: number): Whole | undefined {
  const listed = usualFor(asked, section);
  return listed && wholeEntry(asked, section, index, listed);
}

/** The first class that needs nothing of its author, of those that are usual and then of all. */
function usualFor(asked: ConfigAsked, section: ComponentSection): ListedClass | undefined {
  const all = classesFor({ ...asked, place: { ...asked.place, typed: '' } }, section, false).map(({ listed }) => listed);
  const own = all.filter(({ origin }) => origin === 'custom');
  const usual = USUAL_IN[section].flatMap((path) => all.filter((listed) => listed.path === path));
  return [...own, ...usual].find(({ path }) => {
    const found = asked.classes.likely(path, asked.app.name);
    return found.kind === 'known' && setUp(asked, bareComponent(section, path), found).needs.length === 0;
  });
}

const NAMES: { readonly [section in ComponentSection]: string } = {
  components: 'component',
  workflows: 'workflow',
  executors: 'executor',
  task_data_filters: 'filter',
  task_result_filters: 'filter',
};

function taskList(names: readonly string[]): Draft {
  return { kind: 'array', items: names.map((value) => ({ value: { kind: 'string', value } })) };
}

function wholeDraft(asked: ConfigAsked, section: ComponentSection, listed: ListedClass, hasId: boolean): Whole | undefined {
  const found = asked.classes.likely(listed.path, asked.app.name);
  if (found.kind !== 'known') return undefined;
  const component = bareComponent(section, listed.path);
  const { args, brought, needs } = setUp(asked, component, found);
  const entries: DraftEntry[] = [{ key: 'path', value: { kind: 'string', value: listed.path } }];
  if (hasId) entries.unshift({ key: 'id', value: { kind: 'string', value: newId(asked, found, listed.path) } });
  if (args.length > 0) entries.push({ key: 'args', value: { kind: 'object', entries: args } });
  return { draft: { kind: 'object', entries }, words: classWords(asked, listed, found), needs, brought };
}

/** A component or an element of a list, and what it needs besides. */
export interface Whole {
  readonly draft: DraftObject;
  readonly words: ReturnType<typeof classWords>;
  readonly needs: readonly string[];
  readonly brought: readonly Brought[];
}
