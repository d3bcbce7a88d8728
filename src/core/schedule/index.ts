/**
 * The door of the scheduling part: whether NVFLARE would start a job on the sites that are there, and what would let it start. Loaded
 * when it is first asked for.
 */
export type { Change, Remedy } from './change';
export { findSites, readSites } from './find-sites';
export { isSiteFile, type KnownSite, knownSites, type SiteFile } from './known-sites';
export { type SupposedNetwork, type Supposition, supposedNetwork } from './network';
export { ANY_OFFER, gpuOffer, type Network, type Offer, offerOf, offerText, PROVISIONED_OFFER, UNKNOWN_OFFER } from './offer';
export type { Cause, Decision, Outcome, SiteOutcome } from './outcome';
export { remedies } from './remedies';
export { type ReportedRemedy, type ReportedSite, type ScheduleReport, scheduleReport } from './report';
export { clientsOf, scheduleJob } from './schedule-job';
