/**
 * The door of what is shown between and behind the lines: facts above places, values that are not in the text, and the jobs that a
 * Python script makes. Hosts load it when the first such file is looked at.
 */
export { defaultHints, type Hint, valueHints } from './hints';
export { exportedFolder, type ScriptedExport, type ScriptedJob, scriptedJobs } from './job-script';
export { type Lens, type LensAction, lensesOf } from './lenses';
