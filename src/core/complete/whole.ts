import type { ComponentSection } from '../job/config/components';
import type { DraftObject } from '../tree/draft';
import { bringing } from './brought-components';
import type { ListedClass } from './class-lists';
import { bareComponent, classesFor, classWords } from './classes';
import { componentDraft, entryDraft, hasIds } from './component-drafts';
import type { ConfigAsked } from './config-asked';
import type { EntrySection } from './config-spot';
import { newId } from './ids';
import { MOST_OFFERS } from './matching';
import { rankOfNeeds, type SetUp, setUp } from './set-up';
import type { Suggestion } from './suggestion';
import { openTasks, tasksFor, tasksOfClass } from './tasks';
import { USUAL_IN } from './usual-classes';

/** A component or an element of a list, and what it needs besides. */
export interface Whole extends Omit<SetUp, 'args'> {
  readonly draft: DraftObject;
  readonly words: ReturnType<typeof classWords>;
}

/** Makes a whole of a class; `undefined` where there is none to be made. */
type Make = (listed: ListedClass) => Whole | undefined;

/** Whole components for a list of them, or for the place of one: an object with its class and the arguments that it needs. */
export function wholeComponents(asked: ConfigAsked, section: ComponentSection): Generator<Suggestion> {
  const detail = hasIds(section) ? 'id, path and args' : 'path and args';
  // What is brought comes behind it where that stands among its like.
  const among = ({ draft: value, brought, executors }: Whole): Written => {
    if (section !== 'components') return { offer: { value }, brings: bringing(brought, executors) };
    const then = brought.map((each) => each.value);
    return { offer: { value, then } };
  };
  return wholes(asked, section, detail, componentMaker(asked, section), among);
}

/** Whole elements of `executors` and of the lists of filters. */
export function wholeEntries(asked: ConfigAsked, section: EntrySection, index: number): Generator<Suggestion> {
  const detail = section === 'executors' ? 'tasks and executor' : 'tasks and filters';
  const among = ({ draft: value, brought, executors: then }: Whole): Written => ({
    offer: { value, then },
    brings: bringing(brought),
  });
  return wholes(asked, section, detail, entryMaker(asked, section, index), among);
}

/** What is written at the place, and elsewhere. */
type Written = Pick<Suggestion, 'offer' | 'brings'>;

function* wholes(
  asked: ConfigAsked,
  section: ComponentSection,
  detail: string,
  make: Make,
  among: (whole: Whole) => Written,
): Generator<Suggestion> {
  const usual = usualOf(asked, section, make);
  if (usual) yield { label: NAMES[section], kind: 'snippet', detail, ...among(usual), rank: 0 };
  let left = MOST_OFFERS + 1;
  for (const { listed, rank } of classesFor(asked, asked.place.typed, section, false)) {
    const made = make(listed);
    if (!made) continue;
    const { words, beyond, needs } = made;
    yield { ...words, kind: 'snippet', ...among(made), rank: rank + 1 + rankOfNeeds(made), beyond, needs };
    if (--left === 0) return;
  }
}

const NAMES: { readonly [section in ComponentSection]: string } = {
  components: 'component',
  workflows: 'workflow',
  executors: 'executor',
  task_data_filters: 'filter',
  task_result_filters: 'filter',
};

/** A component to begin with: what most have at the place, or something of the job's own code. */
export function usualComponent(asked: ConfigAsked, section: ComponentSection): Whole | undefined {
  return usualOf(asked, section, componentMaker(asked, section));
}

/** The same for an element of `executors` or of a list of filters. */
export function usualEntry(asked: ConfigAsked, section: EntrySection, index: number): Whole | undefined {
  return usualOf(asked, section, entryMaker(asked, section, index));
}

/** What is made of the first class that needs nothing more, of the job's own and then of the usual ones. */
function usualOf(asked: ConfigAsked, section: ComponentSection, make: Make): Whole | undefined {
  const all = classesFor(asked, '', section, false).map(({ listed }) => listed);
  const own = all.filter(({ origin }) => origin === 'custom');
  const usual = USUAL_IN[section].flatMap((path) => all.filter((listed) => listed.path === path));
  for (const listed of [...own, ...usual]) {
    const made = make(listed);
    if (made && made.needs.length === 0 && made.executors.length === 0 && made.beyond.length === 0) return made;
  }
  return undefined;
}

function componentMaker(asked: ConfigAsked, section: ComponentSection): Make {
  return (listed) => {
    const found = asked.classes.likely(listed.path, asked.app.name);
    if (found.kind !== 'known') return undefined;
    const { args, ...rest } = setUp(asked, bareComponent(section, listed.path), found);
    if (!rest.isWhole) return undefined;
    const draft = componentDraft(listed.path, args, hasIds(section) ? newId(asked, found, listed.path) : undefined);
    return { ...rest, draft, words: classWords(asked, listed, found) };
  };
}

/** Of an entry there is none where no task is left for it. */
function entryMaker(asked: ConfigAsked, section: EntrySection, index: number): Make {
  const open = openTasks(asked, section, index);
  const make = componentMaker(asked, section);
  return (listed) => {
    const made = make(listed);
    const found = asked.classes.likely(listed.path, asked.app.name);
    if (!made || found.kind !== 'known') return undefined;
    const own = section === 'executors' ? tasksOfClass(asked, bareComponent(section, listed.path), found) : [];
    const tasks = tasksFor(asked, section, open, own);
    return tasks.length > 0 ? { ...made, draft: entryDraft(section, tasks, made.draft) } : undefined;
  };
}
