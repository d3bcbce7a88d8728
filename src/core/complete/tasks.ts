import { isSince } from '../index';
import type { FilterChain } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import { delegated, usesOf } from '../wiring/index';
import type { ConfigAsked, InApp } from './config-asked';
import type { EntrySection } from './config-spot';
import { type Suggestion, text, valueOffer } from './suggestion';

/** The tasks that an executor or a chain of filters may still be for. */
export function openTasks({ config, tasks }: InApp, section: EntrySection, index: number): readonly string[] {
  if (section === 'executors') return tasks.sent.filter((name) => !config.takers.byName.has(name));
  const chains = config.chains.filter((chain) => chain.section === section);
  const own = chains[index];
  const taken = new Set(
    chains.filter((chain) => meet(chain, own)).flatMap((chain) => chain.tasks.names.map(({ value }) => value)),
  );
  return [...new Set([...tasks.sent, ...tasks.handled])].filter((name) => !taken.has(name));
}

/** Whether two chains of a section stand on the same way. */
function meet(a: FilterChain, b: FilterChain | undefined): boolean {
  return !b || a.direction === b.direction || a.direction === 'inout' || b.direction === 'inout';
}

/**
 * The tasks that a new element of `executors` or of a list of filters begins with: those that are open and that its class does, or
 * else what it does, or else what no other is for. None where every task has what is asked for already.
 */
export function tasksFor(
  asked: InApp,
  section: EntrySection,
  open: readonly string[],
  done: readonly string[] = [],
): readonly string[] {
  const { takers } = asked.config;
  const { sent, handled } = asked.tasks;
  if (section !== 'executors') return open.length > 0 ? open : sent.length + handled.length > 0 ? [] : [USUAL_TASK];
  const all = patternOf(asked, done);
  if (all !== undefined) return [all];
  const own = done.length > 0 ? open.filter((task) => done.includes(task)) : open;
  if (own.length > 0) return own;
  const free = sent.length > 0 ? [] : (done.length > 0 ? done : [USUAL_TASK]).filter((task) => !takers.byName.has(task));
  if (free.length > 0) return free;
  return takers.byName.has(EVERY_TASK) ? [] : [EVERY_TASK];
}

const USUAL_TASK = 'train';
const EVERY_TASK = '*';

/** `cyclic_*` for tasks that all begin so: who does several of a workflow's own is asked for all of them. */
function patternOf({ job, config }: InApp, done: readonly string[]): string | undefined {
  const [prefix] = /^[^_]+_/.exec(done[0] ?? '') ?? [];
  if (prefix === undefined || done.length < 3 || !done.every((task) => task.startsWith(prefix))) return undefined;
  const pattern = `${prefix}*`;
  return isSince(job.target, '2.4') && !config.takers.byName.has(pattern) ? pattern : undefined;
}

/** The tasks that a component does itself, by the names that it gives them; none where they are not all known. */
export function tasksDoneBy({ config }: InApp, component: ComponentDef, found: KnownClass): readonly string[] {
  const { uses, certain } = usesOf(config, component, found, ownTemplates(found));
  return certain ? uses.map(({ name }) => name) : [];
}

/** The same for a class whose tasks nobody may name otherwise. */
export function tasksOfClass(asked: InApp, component: ComponentDef, found: KnownClass): readonly string[] {
  return ownTemplates(found).some(isArgument) ? [] : tasksDoneBy(asked, component, found);
}

/** What it does without what it hands on to another executor. */
function ownTemplates(found: KnownClass): readonly string[] {
  const handedOn = delegated(found);
  return (found.facts?.handles ?? []).filter((template) => !handedOn.includes(template));
}

/** Whether the name of a task is just what an argument says. */
export function isArgument(template: string): boolean {
  return /^\{\w+\}$/.test(template);
}

/** Names of tasks as elements of a list. */
export function* taskItems(asked: ConfigAsked, section: EntrySection, index: number): Generator<Suggestion> {
  for (const name of openTasks(asked, section, index))
    yield { label: name, kind: 'task', detail: 'task', offer: valueOffer(text(name)), rank: 0 };
  if (section === 'executors' && !asked.config.takers.byName.has(EVERY_TASK))
    yield { label: EVERY_TASK, kind: 'task', detail: 'every other task', offer: valueOffer(text(EVERY_TASK)), rank: 5 };
}
