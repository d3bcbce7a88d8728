/**
 * The door of the scheduling part: whether NVFLARE would start a job on the sites that are there. Loaded when it is first asked for.
 */
export type { Change, Remedy } from './change';
export { ANY_OFFER, gpuOffer, type Network, type Offer, offerOf, offerText, PROVISIONED_OFFER, UNKNOWN_OFFER } from './offer';
export type { Cause, Decision, Outcome, SiteOutcome } from './outcome';
export { remedies } from './remedies';
export { clientsOf, scheduleJob } from './schedule-job';
export { askedText, causeText, changeText, DECISION_TITLES, decisionText, siteText } from './words';
