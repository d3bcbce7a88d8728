/**
 * The door of changes that are asked for by name: another name for a site, an app, a component, a task or a variable, and what the
 * tree of jobs can do to sites and apps. Hosts load it with the first such change.
 */

export { type EditNote, type EditPlan, isRefusal, type PlannedChange, type Refusal } from './plan';
export { planRename, type Renameable, renameableAt } from './rename';
export { type FileChange, type ResolvedPlan, resolvePlan } from './resolve-plan';
