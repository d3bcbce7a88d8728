/**
 * The one door of the core: everything that the edges (editor, command line) may use. Pure and synchronous but for
 * `discoverJobs` and `loadJob`, which await the file system that they are given.
 */
export {
  type Analysis,
  type AnalyzeOptions,
  analyze,
  DocumentCache,
  type JobModel,
  judge,
  modelOf,
  needsRareRules,
  type WiringPart,
} from './analyze';
export { type JobSites, type NamedAt, type SiteView, sitesOf, siteView, siteViewer } from './assist/site/view';
export { type ConfigDocument, type FormatName, type ReadProblem, refusalOf } from './formats/document';
export type { ConfigFormat } from './formats/format';
export {
  CONFIG_ENDINGS,
  type Formats,
  formatOf,
  formatsFor,
  LIGHT_FORMATS,
  type LoadFormat,
  readConfig,
  withoutEnding,
  withWriters,
} from './formats/index';
export { type DiscoverOptions, discoverJobs, type FoundJob, type RecogniseOptions, recogniseJob } from './job/discover';
export { withText, withTexts } from './job/edited-texts';
export { type Awaitable, type FileSystem, type FolderEntry, joinPath, type Listing, type Seen } from './job/file-system';
export * from './job/job-def';
export {
  type ApplicationName,
  application,
  applicationName,
  isSameJob,
  type JobDefinition,
  jobFromMeta,
} from './job/job-from-meta';
export { type LoadOptions, loadJob, loadTexts } from './job/load';
export type * from './job/model';
export { isRecognised } from './job/recognise';
export { isSince, KNOWN_RELEASES, lineOf, NEWEST, parseRelease, type Release, releaseName } from './job/release';
export type { EffectiveSpec } from './job/site-blocks';
export {
  baseName,
  type CodeFolder,
  contentsOf,
  type JobSources,
  namesIn,
  type OutsideCode,
  type OutsideModule,
  parentOf,
  type SourceText,
} from './job/sources';
export { isNeverWalked, isPrivateFolder } from './job/walk-limits';
export type * from './rules/finding';
export { SEVERITIES } from './rules/finding';
export { rareRules } from './rules/rare';
export { type DocumentOf, fixedText, type ResolvedFix, resolveFix } from './rules/resolve-fix';
export type { AboutRule, Rule } from './rules/rule';
export type { RuleSettings } from './rules/run';
export { LineIndex, type Position } from './text/line-index';
export { nearest } from './text/nearest';
export type { Located, Place, Range } from './text/range';
export { applyEdits, type TextEdit } from './text/text-edit';
export type { Entry } from './tree/node';
export { type Plain, toPlain } from './tree/query';
