/** What is shown between and behind the lines, loaded when the first file of a job, or script that makes one, is opened. */

export { jobHints } from './job-hints';
export { jobLenses } from './job-lenses';
export { JobScripts, scriptLenses } from './job-scripts';
