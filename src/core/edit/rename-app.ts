import type { Checked } from '../assist/checked';
import { appNameProblem } from './new-name';
import { change, type EditPlan, type PlannedChange, type Refusal, refuse } from './plan';

/**
 * Gives an app of this job another name: its key in `deploy_map`, and its folder where it has one. Neither is doubtful, for a job
 * with only one of them is broken. Apps of other jobs with the same name are other apps.
 */
export function renameApp({ job }: Checked, name: string, newName: string): EditPlan | Refusal {
  const problem = appNameProblem(job, newName);
  if (problem !== undefined) return refuse(problem);
  const folder: PlannedChange[] = job.sources.folders.has(name) ? [{ change: { kind: 'rename', from: name, to: newName } }] : [];
  const title = `Rename app "${name}" to "${newName}"`;
  return { title, changes: [...renameAppKey({ job }, name, newName), ...folder], notes: [] };
}

/** The changes of `deploy_map` alone, for a folder that somebody else moves. */
export function renameAppKey({ job }: Pick<Checked, 'job'>, name: string, newName: string): readonly PlannedChange[] {
  const map = job.deployment.entry?.value;
  if (map?.kind !== 'object' || !job.meta) return [];
  const { file } = job.meta;
  return [...map.value.list, ...map.value.superseded]
    .filter(({ key }) => key === name)
    .map((entry) => change(file, { kind: 'rename-key', entry, key: newName }));
}
