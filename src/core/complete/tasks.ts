import { STAND_IN } from '../formats/typing/typed-place';
import type { FilterChain } from '../job/config/app-config';
import { taskFlow } from '../wiring/index';
import type { ConfigAsked } from './config-asked';
import type { EntrySection } from './config-spot';
import { type Suggestion, text, valueOffer } from './suggestion';

/** The tasks that the job's workflows send or its clients pass on. */
export function sentTasks({ all }: ConfigAsked): readonly string[] {
  const { sent, passedOn } = taskFlow(all);
  return [...new Set([...sent, ...passedOn].map(({ name }) => name))].filter((name) => name !== STAND_IN && name !== '');
}

/** The tasks that the executors of the clients are for, patterns left out. */
export function handledTasks({ all }: ConfigAsked): readonly string[] {
  const names = all.configs.flatMap(({ executors }) => executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
  return [...new Set(names)].filter((name) => name !== STAND_IN && !name.includes('*') && name !== '');
}

/** The tasks that an executor or a chain of filters may still be for. */
export function openTasks(asked: ConfigAsked, section: EntrySection, index: number): readonly string[] {
  const { config } = asked;
  if (section === 'executors') {
    const taken = takenTasks(asked);
    return sentTasks(asked).filter((name) => !taken.has(name));
  }
  const chains = config.chains.filter((chain) => chain.section === section);
  const own = chains[index];
  const taken = new Set(chains.filter((chain) => meet(chain, own)).flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
  return [...new Set([...sentTasks(asked), ...handledTasks(asked)])].filter((name) => !taken.has(name));
}

/**
 * The tasks that a new element of `executors` or of a list of filters begins with: those that are open and that its class does, or
 * else what it does, or else what no other is for. None where every task has what is asked for already.
 */
export function tasksFor(asked: ConfigAsked, section: EntrySection, index: number, path?: string): readonly string[] {
  const open = openTasks(asked, section, index);
  const known = sentTasks(asked);
  if (section !== 'executors') return open.length > 0 ? open : known.length + handledTasks(asked).length > 0 ? [] : [USUAL_TASK];
  const found = path === undefined ? undefined : asked.classes.likely(path, asked.app.name);
  const templates = found?.kind === 'known' ? (found.facts?.handles ?? []) : [];
  // A template such as `{train_task_name}` stands for whatever is given.
  const done = templates.every((name) => !name.includes('{')) ? templates : [];
  const taken = takenTasks(asked);
  const own = done.length > 0 ? open.filter((task) => done.includes(task)) : open;
  if (own.length > 0) return own;
  const free = (done.length > 0 ? done : [USUAL_TASK]).filter((task) => !taken.has(task) && known.length === 0);
  if (free.length > 0) return free;
  return taken.has(EVERY_TASK) ? [] : [EVERY_TASK];
}

const USUAL_TASK = 'train';
const EVERY_TASK = '*';

function takenTasks({ config }: ConfigAsked): ReadonlySet<string> {
  return new Set(config.executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
}

/** Whether two chains of a section stand on the same way. */
function meet(a: FilterChain, b: FilterChain | undefined): boolean {
  return !b || a.direction === b.direction || a.direction === 'inout' || b.direction === 'inout';
}

/** Names of tasks as elements of a list. */
export function* taskItems(asked: ConfigAsked, section: EntrySection, index: number): Generator<Suggestion> {
  for (const name of openTasks(asked, section, index))
    yield { label: name, kind: 'task', detail: 'task', offer: valueOffer(text(name)), rank: 0 };
  if (section === 'executors' && !takenTasks(asked).has(EVERY_TASK))
    yield { label: EVERY_TASK, kind: 'task', detail: 'every other task', offer: valueOffer(text(EVERY_TASK)), rank: 5 };
}
