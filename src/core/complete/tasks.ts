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
    const taken = new Set(config.executors.flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
    return sentTasks(asked).filter((name) => !taken.has(name));
  }
  const chains = config.chains.filter((chain) => chain.section === section);
  const own = chains[index];
  const taken = new Set(chains.filter((chain) => meet(chain, own)).flatMap(({ tasks }) => tasks.names.map(({ value }) => value)));
  return [...new Set([...sentTasks(asked), ...handledTasks(asked)])].filter((name) => !taken.has(name));
}

/** Whether two chains of a section stand on the same way. */
function meet(a: FilterChain, b: FilterChain | undefined): boolean {
  return !b || a.direction === b.direction || a.direction === 'inout' || b.direction === 'inout';
}

/** Names of tasks as elements of a list. */
export function* taskItems(asked: ConfigAsked, section: EntrySection, index: number): Generator<Suggestion> {
  for (const name of openTasks(asked, section, index))
    yield { label: name, kind: 'task', detail: 'task', offer: valueOffer(text(name)), rank: 0 };
  const hasStar = asked.config.executors.some(({ tasks }) => tasks.names.some(({ value }) => value === '*'));
  if (section === 'executors' && !hasStar)
    yield { label: '*', kind: 'task', detail: 'every other task', offer: valueOffer(text('*')), rank: 5 };
}
