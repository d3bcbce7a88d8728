import { idNeeds } from './brought-components';
import type { ListedClass } from './class-lists';
import { bareComponent, classesFor } from './classes';
import type { InApp } from './config-asked';
import type { Choice } from './found';
import { tasksDoneBy } from './tasks';
import { USUAL_IN } from './usual-classes';

/** Tasks that trainers of any sort do (`AppConstants` of `nvflare/app_common/app_constant.py`). */
export const MODEL_TASKS: readonly string[] = ['train', 'validate', 'submit_model'];

/**
 * The class that somebody would take who needs an executor for the tasks of another class: one that belongs to it; else, of tasks that
 * every trainer does, the job's own executor or a usual one; else one that does them. `undefined` where that is its author's to say.
 */
export function executorClass(asked: InApp, tasks: readonly string[], whose: string): ListedClass | undefined {
  const choices = choicesFor(asked, tasks).filter(({ listed }) => listed.path !== whose);
  const near = new Map(choices.map((choice) => [choice, stepsInCommon(choice.listed.path, whose)]));
  const isRelative = (choice: Choice) => (near.get(choice) ?? 0) > COMMON_STEPS;
  const likeness = (a: Choice, b: Choice) =>
    (near.get(b) ?? 0) - (near.get(a) ?? 0) || a.gaps - b.gaps || a.listed.path.length - b.listed.path.length;
  const able = choices.filter(({ does }) => does === true).sort(likeness);
  const relative = able.find(isRelative);
  if (relative) return relative.listed;
  const own = choices.filter(({ listed, does }) => listed.origin === 'custom' && does !== false);
  const usual = USUAL_IN.executors.flatMap((path) => able.filter(({ listed }) => listed.path === path));
  const ready = (some: readonly Choice[]) => some.find(({ gaps }) => gaps === 0) ?? some[0];
  const isForTrainers = tasks.every((task) => MODEL_TASKS.includes(task));
  const chosen = isForTrainers ? ready([...own, ...usual, ...able]) : (ready(able) ?? ready(own));
  const unknown = choices.filter((choice) => choice.does === undefined && isRelative(choice)).sort(likeness);
  return (chosen ?? unknown[0])?.listed;
}

/** All of NVFLARE's own are in `nvflare.app_common` or the like. */
const COMMON_STEPS = 2;

function choicesFor(asked: InApp, tasks: readonly string[]): readonly Choice[] {
  const { config, found } = asked;
  const key = `${config.config.file} ${tasks.join()}`;
  const known = found.choices.get(key);
  if (known) return known;
  const made = classesFor(asked, '', 'executors', false).flatMap(({ listed }) => choiceOf(asked, tasks, listed) ?? []);
  found.choices.set(key, made);
  return made;
}

function choiceOf(asked: InApp, tasks: readonly string[], listed: ListedClass): Choice | undefined {
  const found = asked.classes.likely(listed.path, asked.app.name);
  if (found.kind !== 'known') return undefined;
  const component = bareComponent('executors', listed.path);
  const done = tasksDoneBy(asked, component, found);
  const does = done.length === 0 ? undefined : tasks.every((task) => done.includes(task));
  return { listed, does, gaps: found.required.length + idNeeds(asked, component, found).words.length };
}

/** The steps of two class paths, without the names of the classes, that are the same from the beginning on. */
function stepsInCommon(one: string, other: string): number {
  const steps = one.split('.').slice(0, -1);
  const others = other.split('.').slice(0, -1);
  const end = steps.findIndex((step, index) => step !== others[index]);
  return end < 0 ? steps.length : end;
}
