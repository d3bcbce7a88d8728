/**
 * The one door of the core: everything that the edges (editor, command line) may use. Pure and synchronous but for
 * `discoverJobs` and `loadJob`, which await the file system that they are given.
 */
export { type Analysis, type AnalyzeOptions, analyze, DocumentCache } from './analyze';
export type { ConfigDocument, FormatName, ReadProblem } from './formats/document';
export type { ConfigFormat } from './formats/format';
export { CONFIG_ENDINGS, type Formats, formatOf, LIGHT_FORMATS, readConfig, withoutEnding } from './formats/index';
export type { FileSystem, FolderEntry } from './job/file-system';
export * from './job/job-def';
export { loadJob, loadTexts } from './job/load';
export type * from './job/model';
export { isRecognised } from './job/recognise';
export { isSince, KNOWN_RELEASES, lineOf, NEWEST, parseRelease, type Release, releaseName } from './job/release';
export { baseName, type JobSources, namesIn, parentOf, type SourceText } from './job/sources';
export type * from './rules/finding';
export { SEVERITIES } from './rules/finding';
export { RULES } from './rules/index.generated';
export { type DocumentOf, fixedText, type ResolvedFix, resolveFix } from './rules/resolve-fix';
export type { Rule } from './rules/rule';
export type { RuleSettings } from './rules/run';
export { LineIndex, type Position } from './text/line-index';
export type { Located, Place, Range } from './text/range';
export { applyEdits, type TextEdit } from './text/text-edit';
