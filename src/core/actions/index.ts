/**
 * The door of the part that changes jobs beyond the fix of one finding: all fixes at once, order, sites moved between apps, rules
 * silenced, releases left behind. Hosts load it when an action is first offered or made.
 */

export { SETTINGS_FILE } from '../settings/file-name';
export type { ComposedEdit } from './composed-edits';
export type { FileEdit } from './file-edit';
export { type FixScope, fixAll, fixable, type Recheck } from './fix-all';
export { FixMemory, type FixRound, type FixState, planRound } from './fix-plan';
export type { ActionKind, FolderCopy, JobAction } from './job-action';
export { type Migration, type MigrationOptions, migrate } from './migrate';
export { siteActions } from './move-site';
export { organiseMeta } from './organise';
export { type SilenceRequest, silenceByComment } from './silence-comment';
export { globOf, type SilenceSetting, silenceBySetting } from './silence-setting';
