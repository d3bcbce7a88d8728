import type { Analysis } from '../../src/core/analyze';
import type { EditPlan } from '../../src/core/edit/plan';
import { isRefusal, type Refusal } from '../../src/core/edit/plan';
import { planRename, renameableAt } from '../../src/core/edit/rename';
import { type ResolvedPlan, resolvePlan } from '../../src/core/edit/resolve-plan';
import type { ConfigDocument } from '../../src/core/formats/document';
import type { Job } from '../../src/core/job/model';
import { applyEdits } from '../../src/core/text/text-edit';
import { TEST_FORMATS } from './formats';
import { wiredJob } from './wired-job';

/** What a change made of a job: the texts that changed, the folders that moved, what was doubtful, and what is left to a person. */
export interface EditedJob {
  readonly texts: Readonly<Record<string, string>>;
  readonly moves: readonly string[];
  readonly doubts: readonly string[];
  readonly notes: readonly string[];
}

/** Makes a plan as a host does; a refusal is its sentence. */
export function edited(job: Job, plan: EditPlan | Refusal): EditedJob | string {
  if (isRefusal(plan)) return plan.refused;
  const documents = documentsOf(job);
  const resolved = resolvePlan(plan, TEST_FORMATS, (file) => documents.get(file));
  return isRefusal(resolved) ? resolved.refused : made(job, resolved);
}

/** Gives what stands at the first mark of an example another name. */
export function renamed(source: string, newName: string): EditedJob | string {
  const checked = wiredJob(source);
  const [mark] = checked.marks;
  if (!mark) throw new Error('the example marks no place');
  return renamedAt(checked, mark.file, mark.start + 1, newName);
}

/** The same of a job that was checked before. */
export function renamedAt(checked: Analysis, file: string, offset: number, newName: string): EditedJob | string {
  const what = renameableAt(checked, file, offset);
  return isRefusal(what) ? what.refused : edited(checked.job, planRename(checked, what, newName));
}

function made(job: Job, { edits, fileChanges, notes }: ResolvedPlan): EditedJob {
  const texts: Record<string, string> = {};
  for (const [file, own] of edits) {
    const source = job.sources.texts.get(file);
    if (source?.kind !== 'text') throw new Error(`${file} has no text`);
    texts[file] = applyEdits(
      source.text,
      own.map(({ edit }) => edit),
    );
  }
  const doubts = [...[...edits.values()].flat(), ...fileChanges].flatMap(({ doubt }) => doubt ?? []);
  return {
    texts,
    moves: fileChanges.map(({ change }) => JSON.stringify(change)),
    doubts: [...new Set(doubts)],
    notes: notes.map(({ message }) => message),
  };
}

function documentsOf(job: Job): ReadonlyMap<string, ConfigDocument> {
  const files = [job.meta, ...[...job.apps.values()].flatMap(({ server, client }) => [server, client])];
  return new Map(files.flatMap((file) => (file ? [[file.file, file.document] as const] : [])));
}
