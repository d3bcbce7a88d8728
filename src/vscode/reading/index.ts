/** What helps to read a job: hover, definitions, references. A part that is loaded when it is first asked. */
export { definition } from './definition';
export { hover } from './hover';
export { highlights, references } from './references';
