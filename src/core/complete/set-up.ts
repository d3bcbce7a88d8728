import { stop } from '../formats/typing/stops';
import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import type { DraftEntry, DraftObject } from '../tree/draft';
import { usesOf } from '../wiring/index';
import { requiredArguments } from './arguments';
import type { Beyond } from './beyond';
import { type IdNeeds, idNeeds } from './brought-components';
import type { InApp } from './config-asked';
import { executorsBeyond, executorsHere } from './executors';
import type { Brought } from './found';
import { LAST } from './suggestion';
import { isArgument } from './tasks';

/** What a component of a class needs to run. */
export interface SetUp {
  readonly args: readonly DraftEntry[];
  /** Components and executors of the same file. */
  readonly brought: readonly Brought[];
  readonly executors: readonly DraftObject[];
  /** Executors of other files. */
  readonly beyond: readonly Beyond[];
  /** What only its author can see to. */
  readonly needs: readonly string[];
  /** False where it would be a mistake although all of that were there. */
  readonly isWhole: boolean;
}

const NO_IDS: IdNeeds = { brought: [], words: [] };

/** What a component needs that has a class but not yet its arguments, or not all of them. */
export function setUp(asked: InApp, component: ComponentDef, found: KnownClass): SetUp {
  const { brought, words } = found.facts?.ids.length ? idNeeds(asked, component, found) : NO_IDS;
  const args = requiredArguments(asked, component, found, brought);
  const own: SetUp = { args, brought, executors: [], beyond: [], needs: words, isWhole: true };
  if (component.section === 'workflows') return withTakers(asked, component, found, own);
  if (component.section !== 'executors') return own;
  const more = executorsHere(asked, component, found);
  if (!more) return { ...own, isWhole: false };
  return { ...own, executors: more.entries, brought: [...brought, ...more.brought], needs: [...words, ...more.needs] };
}

/** The rank that comes with what is needed: what changes another file as well stands behind everything else. */
export function rankOfNeeds({ beyond }: Pick<SetUp, 'beyond'>): number {
  return beyond.length > 0 ? LAST : 0;
}

/** Sees to it that somebody takes the tasks that a workflow sends: they get other names, or the clients get executors. */
function withTakers(asked: InApp, component: ComponentDef, found: KnownClass, own: SetUp): SetUp {
  const { tasks, config } = asked;
  const sent = (found.facts?.sends ?? []).flatMap((template) =>
    usesOf(config, component, found, [template]).uses.map(({ name }) => ({ name, template })),
  );
  const open = sent.filter(({ name }) => tasks.lackedBy(name).length > 0);
  const [first, ...others] = open;
  if (!first) return own;
  const parameter = isArgument(first.template) ? first.template.slice(1, -1) : undefined;
  const isGiven = component.args.some(({ key }) => key === parameter);
  const task = tasks.handled.find((name) => tasks.lackedBy(name).length === 0);
  if (others.length === 0 && parameter !== undefined && !isGiven && task !== undefined) {
    const named = { key: parameter, value: stop(1, task) };
    return { ...own, args: [...own.args.filter(({ key }) => key !== parameter), named] };
  }
  const byClient = new Map<AppConfig, string[]>();
  for (const { name } of open)
    for (const client of tasks.lackedBy(name)) byClient.set(client, [...(byClient.get(client) ?? []), name]);
  if (byClient.size > MOST_FILES) return { ...own, isWhole: false };
  const beyond = [...byClient].map(([client, names]) => executorsBeyond(asked, client, names, found.path));
  const made = beyond.filter((each) => each !== undefined);
  const needs = [...own.needs, ...made.flatMap((each) => each.needs)];
  return { ...own, beyond: made, needs, isWhole: made.length === beyond.length };
}

/** Nobody wants more files than these changed by an offer. */
const MOST_FILES = 20;
