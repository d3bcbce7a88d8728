/**
 * The door for those who look a job over before it runs: what leaves the sites, in which order things happen, and what is new since
 * another version. Hosts load it when it is first asked for.
 */

export { compareJobs } from '../compare/compare';
export type { Difference } from '../compare/difference';
export { comparedFiles } from '../compare/files';
export type { JobVersion } from '../compare/job-version';
export { budgetText, durationText } from '../dry-run/budget';
export { type DryRun, dryRun, type WorkflowRun } from '../dry-run/dry-run';
export { sequenceMermaid } from '../dry-run/mermaid';
export { type EventLine, type OutlineLine, outline } from '../dry-run/outline';
export type { Contradiction, Limit, Setting } from '../dry-run/play';
export { type Sequence, sequenceOf } from '../dry-run/sequence';
export { sequenceSvg } from '../dry-run/svg';
export {
  type DryRunView,
  dryRunView,
  limitText,
  unknownOrder,
  type WorkflowView,
  whoText,
  workflowTitle,
} from '../dry-run/view';
export type { IdleChain } from '../leaving/idle-chains';
export { type AppLeaving, type Leaving, leaving } from '../leaving/leaving';
export { type LeavingLens, leavingLenses } from '../leaving/lenses';
export { type OutgoingPath, type PathFilter, type PathPrivacy, pathSummary } from '../leaving/path';
export { payloadText } from '../leaving/payload';
export type { Stream } from '../leaving/streams';
export { type AppView, type LeavingView, leavingView, type MessageView } from '../leaving/view';
export { filterText, isBare, madeText, messageTitle, scopeText, streamWay } from '../leaving/words';
