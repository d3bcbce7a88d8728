/**
 * The door of the part that says how a job is to be checked: the settings file of a project, the release that it pins, and what
 * silences findings. Both programs load it before their first check.
 */

export { placedFolders } from './code-folders';
export { RULE_CODES } from './codes.generated';
export { SETTINGS_FILE } from './file-name';
export type { InstalledRelease } from './installed-release';
export { type JobSettings, jobSettings, type PlacedSilence, type TargetOrigin, type Wishes } from './job-settings';
export { PIN_FILES, type PinnedRelease, pinnedRelease } from './pinned-release';
export {
  type FoundPin,
  type FoundSettings,
  isProjectFile,
  type Project,
  type ProjectFinder,
  projectFinder,
} from './project';
export {
  RULE_VALUES,
  readSettingsFile,
  ruleValue,
  type SettingsFile,
  type SettingsProblem,
  type Silence,
} from './settings-file';
export { type CompileGlob, type Silences, withoutSilenced } from './silence';
