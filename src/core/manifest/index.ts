/**
 * The door of the manifest: what would be uploaded when a job is submitted, what one should look at first, and who may submit it.
 * Loaded when it is first asked for.
 */
export type { ByocReason } from './byoc';
export { CONCERN_SEVERITIES, type ConcernKind } from './concern-kinds';
export { type Concern, LARGEST_FILE, sizeText } from './concerns';
export { findPolicies, readPolicies } from './find-policies';
export { type Forecast, isPolicyFile, type PolicyFile, type RoleForecast, type SiteForecast } from './forecast';
export { type Manifest, type ManifestEntry, type ManifestOptions, manifestOf, type NotAllowed } from './manifest';
export type { Pack, PackEntry } from './pack';
export type { FileStat, PackFileSystem } from './pack-file-system';
export type { Permission, Person } from './policy';
export { type PackOptions, readPack } from './read-pack';
export type { Hash } from './sha256';
