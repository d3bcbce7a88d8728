/**
 * The second door of the core: what helps to read and write jobs beyond checking them. Hosts load it when it is first needed,
 * because it brings the descriptions of all keys.
 */

export { type JobMetaKey, jobMetaKeys } from '../job/meta-key';
export { type Hover, hoverAt, type Subject, subjectAt } from './hover';
export { jobTree, type TreeKind, type TreeNode } from './job-tree';
