import type { Checked } from '../assist/checked';
import { type ConfigName, configNames } from '../assist/index';
import type { Wiring } from '../job/config/wiring';
import type { Release } from '../job/release';
import type { StringNode } from '../tree/node';
import { takesTask } from '../wiring/index';
import { mentions } from './mentions';
import { change, type EditNote, type EditPlan, isRefusal, type PlannedChange, type Refusal, refuse } from './plan';
import { comesFromVariable } from './rename-id';
import { defaultTasks, fixedTask, unknownSenders } from './task-holders';
import { isWritten } from './written';

/** Why the task cannot get another name; `undefined` where it can. */
export function fixedTaskName(wiring: Wiring, { name, config, range }: ConfigName, release: Release): string | undefined {
  if (name.includes('*')) return `"${name}" takes tasks by a pattern. Rename one of the tasks instead.`;
  const text = config.config.document.text.slice(range.start, range.end);
  if (!text.includes(name)) return `"${name}" is made of several values here. Rename what it is made of.`;
  const holder = fixedTask(wiring, name, release);
  return holder && `"${name}" cannot be renamed: ${holder} has this name for it in its code.`;
}

/**
 * Gives a task another name in every configuration of the job: where it is sent, done and filtered. Who had the name by default is
 * given it as an argument. Custom code is left to its author.
 */
export function renameTask({ job, wiring }: Checked, at: ConfigName, newName: string): EditPlan | Refusal {
  if (!wiring) return refuse('The configurations of this job are still being read. Try again in a moment.');
  const { name } = at;
  const names = configNames(wiring).filter(({ kind }) => kind === 'task');
  const problem = fixedTaskName(wiring, at, job.target) ?? taskProblem(names, newName);
  if (problem !== undefined) return refuse(problem);
  const changes = named(
    names.filter((other) => other.name === name),
    name,
    newName,
  );
  if (isRefusal(changes)) return changes;
  const given = defaultTasks(wiring, name, newName, job.target);
  if (isRefusal(given)) return given;
  const notes = [
    ...patternNotes(names, name, newName, job.target),
    ...mentions(job.sources, name),
    ...unknownSenders(wiring, name),
  ];
  return { title: `Rename task "${name}" to "${newName}"`, changes: [...changes, ...given], notes };
}

/** Why no task of the job can get this name; `undefined` where one can. */
function taskProblem(names: readonly ConfigName[], name: string): string | undefined {
  if (name.trim() === '') return 'A task needs a name.';
  if (/[{}]/.test(name)) return 'Braces stand for variables, so the name of a task cannot have them.';
  if (/[*?[\]]/.test(name)) return 'The name of a task cannot have the signs of a pattern: "*", "?", "[" and "]".';
  const taken = names.find((other) => other.name === name);
  return taken && `This job already has a task "${name}", in ${taken.file}.`;
}

/** An app that goes to the server and to clients may name a task twice in one file; each place is changed once. */
function named(names: readonly ConfigName[], name: string, newName: string): readonly PlannedChange[] | Refusal {
  const seen = new Set<string>();
  const changes: PlannedChange[] = [];
  for (const { config, range, file } of names) {
    const key = `${file}:${range.start}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const node: StringNode = { kind: 'string', value: name, start: range.start, end: range.end };
    if (!isWritten(config, node, name)) return refuse(comesFromVariable(config, node, name));
    changes.push(change(file, { kind: 'replace', node, value: newName }));
  }
  return changes;
}

/** Executors that took the task by a pattern and do not take it by its new name. */
function patternNotes(names: readonly ConfigName[], name: string, newName: string, release: Release): readonly EditNote[] {
  const lost = names.filter(
    (other) =>
      other.isDefinition &&
      other.name !== name &&
      takesTask(other.name, name, release) &&
      !takesTask(other.name, newName, release),
  );
  return lost.map(({ name: pattern, file, range }) => ({
    message: `The pattern "${pattern}" does not take "${newName}", and was left as it is.`,
    places: [{ file, range }],
  }));
}
