import type { ShownHead } from './shown-head';
import { type Styles, visible } from './terminal';

/** What everything begins with that is told people of one job: its name and place, what for, and whether the server refuses it. */
export function humanHead(shown: ShownHead, styles: Styles, more = ''): readonly string[] {
  const place = visible(shown.meta ?? shown.folder);
  return [
    `${styles.bold(visible(shown.name))} ${styles.dim(`${place}${more}, for NVFLARE ${shown.target}`)}`,
    ...refusal(shown, styles),
  ];
}

/** A line about a job that the server refuses; none about others. */
export function refusal({ rejected }: Pick<ShownHead, 'rejected'>, styles: Styles): readonly string[] {
  return rejected ? [styles.severity('error', 'the server would refuse this job; flare-jobs check says why')] : [];
}
