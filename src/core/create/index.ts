/** The door to new jobs: a gallery of templates, and what makes a job of one. Hosts read the files below `templates/`. */

export { canGoToAll, clientsProblem, nameProblem, releaseProblem, siteNamesIn } from './answers';
export { TEMPLATES } from './gallery/index';
export { GOALS, type Goal, type GoalName } from './goals';
export {
  clientsNeeded,
  formatsOf,
  type NewJob,
  type NewJobFile,
  type NewJobFormat,
  newJobFiles,
  templateSources,
} from './new-job';
export { nextSteps, simulatorCommand } from './next-steps';
export { shellWord } from './shell-word';
export type { JobTemplate } from './template';
