/** What a new job is to do: the first question of the wizard. */
export interface Goal {
  readonly name: GoalName;
  readonly title: string;
  /** More about it, as a sentence. */
  readonly detail: string;
}

/** What somebody may want of a job, by the name that templates are sorted by. */
export type GoalName = 'train' | 'cyclic' | 'statistics' | 'evaluate' | 'per-site' | 'empty';

/** The goals in the order in which they are offered, the one of most people first. */
export const GOALS: readonly Goal[] = [
  {
    name: 'train',
    title: 'Train a model together',
    detail: 'Clients train at the same time; the server puts the results together.',
  },
  {
    name: 'cyclic',
    title: 'Train a model in turns',
    detail: 'The model goes from client to client, round by round.',
  },
  {
    name: 'statistics',
    title: 'Compute statistics together',
    detail: 'Counts, means and histograms over all sites, filtered for privacy.',
  },
  {
    name: 'evaluate',
    title: 'Evaluate models across sites',
    detail: 'Every model, that of the server too, is tried on the data of every site.',
  },
  {
    name: 'per-site',
    title: 'Give each site its own app',
    detail: 'Every site has its own folder, with settings and code of its own.',
  },
  {
    name: 'empty',
    title: 'Start from an empty job',
    detail: 'A workflow and an executor of your own, with one task between them.',
  },
];
