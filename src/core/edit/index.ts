/**
 * The door of changes that are asked for by name: another name for a site, an app, a component, a task or a variable, and what the
 * tree of jobs can do to sites and apps. Hosts load it with the first such change.
 */

export { addApp, removeApps } from './edit-apps';
export { addSite, type Elsewhere, moveSites, namedElsewhere, names, removeSites, setMandatory } from './edit-sites';
export { followMove } from './follow-files';
export { appNameProblem, siteNameProblem } from './new-name';
export { type EditNote, type EditPlan, isRefusal, type PlannedChange, type Refusal } from './plan';
export { planRename, type Renameable, renameableAt } from './rename';
export { renameApp } from './rename-app';
export { renameSite } from './rename-site';
export { type FileChange, type ResolvedPlan, resolvePlan } from './resolve-plan';
