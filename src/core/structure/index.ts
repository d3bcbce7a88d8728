/**
 * The door of what a file of a job shows of itself, and where it leads: outline, links, selection, and names for a search over all
 * jobs. Hosts load it when the first such file is opened.
 */

export { type JobLink, linksOf } from './links';
export { type JobName, jobNames } from './names';
export { type OutlineKind, type OutlineNode, outlineOf } from './outline';
export { selectionAt } from './selection';
