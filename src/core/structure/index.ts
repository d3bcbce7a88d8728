/**
 * The door of what a file of a job shows of itself, and where it leads: outline, links, selection, and names for a search over all
 * jobs. Hosts load it when the first such file is opened.
 */

export { type JobLink, linksOf } from './links';
export { type JobName, jobNames } from './names';
export { outlineOf } from './outline';
export type { OutlineKind, OutlineNode } from './outline-node';
export { selectionAt } from './selection';
