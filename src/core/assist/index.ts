/**
 * The second door of the core: what helps to read and write jobs beyond checking them. Hosts load it when it is first needed,
 * because it brings the descriptions of all keys.
 */

export { type JobMetaKey, jobMetaKeys } from '../job/meta-key';
export { canPack, type PackedFile, type Packing, packFile } from '../job/pack/pack-file';
export { packedText } from '../job/pack/packed-text';
// For other parts that are loaded when needed, as in `wiring/index.ts`.
export { CLIENT_CONFIG_KEYS, SERVER_CONFIG_KEYS } from '../schema/config-keys.generated';
export { factsAt, keyFacts } from '../schema/keys';
export type { Checked } from './checked';
export { lastPart, titleOf } from './component-words';
export { type ConfigName, configNamer, configNames, type IdUse, idUses, nameAt } from './config-names';
export { type Conversion, type ConvertOptions, convert, type Remark } from './convert/convert';
export { type Definition, definitionAt } from './definition';
export { aboutClass, defaultText } from './hover/class';
export { aboutArgument } from './hover/config';
export { hoverAt } from './hover/hover';
export type { Hover } from './hover/hover-text';
export { aboutConfigKey, aboutKey } from './hover/key';
export { idleConfig, wiringWith } from './idle-config';
export { type NvflareName, nvflareNameAt } from './installed-class';
export { code, fenced } from './markdown';
export { type OutsideDefinition, outsideDefinitionAt } from './outside-code';
export type { PreviewApp } from './preview/apps';
export type { PreviewFact } from './preview/facts';
export { type PreviewHead, previewHead } from './preview/head';
export { type PreviewModel, previewModel } from './preview/model';
export { type PreviewTarget, previewPlace } from './preview/place';
export type { PreviewProblem } from './preview/problems';
export type { PreviewOption, PreviewSetup } from './preview/setups';
export type { PreviewSite } from './preview/sites';
export { highlightsAt, type Reference, type References, referencesAt } from './references';
export { type SiteGroup, siteGroups } from './site/groups';
export { type MadeComponent, type SiteRuns, type SiteSheet, siteSheet } from './site/sheet';
export { type SiteWiring, siteWiring } from './site/wiring';
export { type Subject, subjectAt } from './subject';
export { type FolderEntry, folderWords, jobFolders } from './tree/folders';
export { jobTree } from './tree/job-tree';
export { inNaturalOrder } from './tree/natural-order';
export type { TreeKind, TreeNode } from './tree/node';
