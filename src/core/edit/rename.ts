import type { Checked } from '../assist/checked';
import { type ConfigName, nameAt, subjectAt, wiringWith } from '../assist/index';
import type { Range } from '../text/range';
import { keyRange, rangeOf } from '../tree/node';
import { cursorAt } from '../tree/query';
import { type EditPlan, type Refusal, refuse } from './plan';
import { renameApp } from './rename-app';
import { renameId } from './rename-id';
import { fixedSiteName, renameSite } from './rename-site';
import { fixedTaskName, renameTask } from './rename-task';
import { fixedVariable, renameVariable } from './rename-variable';

/** Something with a name of its own, at a place that names it. */
export type Renameable = { readonly name: string; readonly range: Range } & (
  | { readonly kind: 'site' | 'app' }
  | { readonly kind: 'id' | 'task' | 'variable'; readonly at: ConfigName }
);

/** What can get another name at an offset of a file of the job, or why nothing there can. */
export function renameableAt(checked: Checked, file: string, offset: number): Renameable | Refusal {
  const found = file === checked.job.meta?.file ? inMeta(checked, offset) : inConfig(checked, file, offset);
  return found ?? refuse('Only sites, apps, components, tasks and variables can be renamed.');
}

/** The changes that give it another name wherever the job certainly names it; see the files of each kind. */
export function planRename({ job, wiring }: Checked, what: Renameable, newName: string): EditPlan | Refusal {
  const checked: Checked = { job, ...(wiring && { wiring: 'at' in what ? wiringWith(job, wiring, what.at.file) : wiring }) };
  if (newName === what.name) return { title: '', changes: [], notes: [] };
  switch (what.kind) {
    case 'site':
      return renameSite(checked, what.name, newName);
    case 'app':
      return renameApp(checked, what.name, newName);
    case 'id':
      return renameId(checked, what.at, newName);
    case 'task':
      return renameTask(checked, what.at, newName);
    case 'variable':
      return renameVariable(checked, what.at, newName);
  }
}

function inMeta({ job }: Checked, offset: number): Renameable | Refusal | undefined {
  const cursor = cursorAt(job.meta?.document.root, offset);
  const subject = cursor && subjectAt(cursor);
  if (!cursor || !subject) return undefined;
  const range = cursor.onKey ? keyRange(cursor.onKey) : rangeOf(cursor.node);
  if (subject.kind === 'app') return { kind: 'app', name: subject.name, range };
  const fixed = fixedSiteName(subject.name);
  return fixed === undefined ? { kind: 'site', name: subject.name, range } : refuse(fixed);
}

function inConfig({ job, ...checked }: Checked, file: string, offset: number): Renameable | Refusal | undefined {
  const wiring = checked.wiring && wiringWith(job, checked.wiring, file);
  const at = wiring && nameAt(wiring, file, offset);
  if (!wiring || !at) return undefined;
  const { name, range, kind } = at;
  switch (kind) {
    case 'class':
      return refuse('A class is renamed in its own Python file; its path here follows the file and the class.');
    case 'script':
      return refuse('A file is renamed in the Explorer.');
    case 'argument':
      return refuse('An argument is named by the class that takes it. Rename it there.');
    case 'task': {
      const fixed = fixedTaskName(wiring, at, job.target);
      return fixed === undefined ? { kind, name, range, at } : refuse(fixed);
    }
    case 'variable': {
      const fixed = fixedVariable(at, job.target);
      return fixed === undefined ? { kind, name, range, at } : refuse(fixed);
    }
    case 'id':
      return { kind, name, range, at };
  }
}
