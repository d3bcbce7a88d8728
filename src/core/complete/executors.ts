import { code } from '../assist/index';
import { settled } from '../formats/typing/settled';
import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import type { Change } from '../rules/finding';
import type { TreeEdit } from '../tree/edit';
import { delegated, executorFor, usesOf } from '../wiring/index';
import { requiredArguments } from './arguments';
import { type Beyond, resolved } from './beyond';
import { addTo } from './brings';
import { idNeeds } from './brought-components';
import { bareComponent } from './classes';
import { componentDraft, entryDraft } from './component-drafts';
import { type InApp, inApp } from './config-asked';
import { executorClass, MODEL_TASKS } from './executor-choice';
import type { Executors } from './found';
import { tasksDoneBy, tasksFor, tasksOfClass } from './tasks';

const NO_EXECUTORS: Executors = { entries: [], brought: [], needs: [] };

/**
 * The executors that a component of a client hands work on to and that its configuration has not. `undefined` where which class
 * they have is their author's to say.
 */
export function executorsHere(asked: InApp, component: ComponentDef, found: KnownClass): Executors | undefined {
  const { config, job } = asked;
  const uses = usesOf(config, component, found, delegated(found)).uses.map(({ name }) => name);
  const lacking = uses.filter((name) => !executorFor(config, name, job.target));
  return lacking.length > 0 ? executorsFor(asked, lacking, found.path) : NO_EXECUTORS;
}

/** Executors of a configuration for tasks of a class, with those that they hand work on to themselves. */
function executorsFor(asked: InApp, tasks: readonly string[], whose: string): Executors | undefined {
  const listed = executorClass(asked, tasks, whose);
  const found = listed && asked.classes.likely(listed.path, asked.app.name);
  if (!listed || found?.kind !== 'known') return undefined;
  const component = bareComponent('executors', listed.path);
  const { brought, words } = idNeeds(asked, component, found);
  const args = requiredArguments(asked, component, found, brought);
  const names = tasksFor(asked, 'executors', tasks, tasksOfClass(asked, component, found));
  const entry = entryDraft('executors', names, componentDraft(listed.path, args));
  const others = executorsHere(asked, component, found);
  if (!others) return undefined;
  return {
    entries: [entry, ...others.entries],
    brought: [...brought, ...others.brought],
    needs: [...words, ...others.needs],
  };
}

/** Gives a client's configuration, which is another file, executors for tasks of a class; `undefined` where that cannot be done. */
export function executorsBeyond(asked: InApp, client: AppConfig, tasks: readonly string[], whose: string): Beyond | undefined {
  const scope = inApp(asked, client);
  if (!scope) return undefined;
  const more = moreTasks(scope, tasks);
  const listed = more ? undefined : executorClass(scope, tasks, whose);
  const key = `${client.config.file} ${tasks.join()} ${listed?.path ?? ''}`;
  const { executors } = asked.found;
  if (!executors.has(key)) executors.set(key, more ?? newExecutors(scope, tasks, whose));
  return executors.get(key);
}

/** The tasks for the only executor that there is, where it may do them. */
function moreTasks(asked: InApp, tasks: readonly string[]): Beyond | undefined {
  const { app, classes, config } = asked;
  const [only, ...others] = config.executors;
  const list = only?.tasks.entry?.value;
  if (!only?.executor || others.length > 0 || list?.kind !== 'array' || list.value.length === 0) return undefined;
  const found = classes.of(only.executor, app.name);
  const done = found.kind === 'known' ? tasksDoneBy(asked, only.executor, found) : [];
  const known = done.length > 0 ? done : MODEL_TASKS;
  if (!tasks.every((task) => known.includes(task))) return undefined;
  const edits = tasks.map((value): TreeEdit => ({ kind: 'add-item', array: list, value }));
  return beyond(asked, edits, `with ${quoted(tasks)}`, `Adds ${quoted(tasks)} to the tasks of the executor`);
}

function newExecutors(asked: InApp, tasks: readonly string[], whose: string): Beyond | undefined {
  const { root } = asked.config.config.document;
  const made = executorsFor(asked, tasks, whose);
  if (!made || root.kind !== 'object') return undefined;
  const { entries, brought, needs } = made;
  const [own] = addTo(root, 'executors', entries.map(settled));
  const [ids = []] =
    brought.length > 0
      ? addTo(
          root,
          'components',
          brought.map(({ value }) => settled(value)),
        )
      : [];
  const many = entries.length > 1 ? 'executors' : 'an executor';
  return own && beyond(asked, [...own, ...ids], `with ${many}`, `Adds ${many} for ${quoted(tasks)}`, needs);
}

function beyond(
  asked: InApp,
  edits: readonly TreeEdit[],
  words: string,
  sentence: string,
  needs: readonly string[] = [],
): Beyond | undefined {
  const { file } = asked.config.config;
  const changes = edits.map((edit) => ({ kind: 'tree' as const, file, edit }));
  if (!isWritable(asked, changes)) return undefined;
  return {
    file,
    words: `${words} in ${file}`,
    sentence: `${sentence} in ${code(file)}:`,
    needs: needs.map((need) => `${need} in ${file}`),
    changes: () => changes,
  };
}

/** Whether something can be added there, whatever it is: a reference or an include may be in the way. */
function isWritable(asked: InApp, changes: readonly Extract<Change, { kind: 'tree' }>[]): boolean {
  const { writable } = asked.found;
  const key = changes.map(({ file, edit }) => `${file} ${placeOf(edit)}`).join();
  const known = writable.get(key) ?? resolved(asked, changes) !== undefined;
  writable.set(key, known);
  return known;
}

function placeOf(edit: TreeEdit): string {
  switch (edit.kind) {
    case 'add-item':
      return `${edit.array.start}`;
    case 'add-entry':
      return `${edit.object.start} ${edit.key}`;
    default:
      return edit.kind;
  }
}

function quoted(tasks: readonly string[]): string {
  return tasks.map((task) => `"${task}"`).join(', ');
}
