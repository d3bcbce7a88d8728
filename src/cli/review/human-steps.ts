import type { DryRun, WorkflowRun } from '../../core/review/index';
import { placeText } from '../formats/human';
import { humanHead } from '../human-head';
import { type Styles, visible } from '../terminal';
import type { StepsPage } from './shown-steps';

/** How a dry run is written for people. */
export interface HumanStepsPage extends StepsPage {
  readonly styles: Styles;
  readonly withEvents: boolean;
}

/** A dry run for people: the steps of each workflow, then how long they may take. */
export function humanSteps({ sites, workflows, certain }: DryRun, page: HumanStepsPage): string {
  const { styles, head } = page;
  const who = page.review.whoText({ sites });
  const lines = [
    ...humanHead(head, styles, `, with ${who}`),
    ...workflows.flatMap((run) => ['', ...workflowLines(run, page)]),
    ...(workflows.length === 0 ? ['', 'There is no workflow.'] : []),
    ...(certain ? [] : ['', styles.dim('Not everything of this job can be known from its files.')]),
  ];
  return `${lines.join('\n')}\n`;
}

function workflowLines(run: WorkflowRun, page: HumanStepsPage): readonly string[] {
  const { styles, locate, review } = page;
  const name = review.workflowTitle(run);
  return [
    `${styles.bold(visible(name))}  ${styles.dim(placeText(locate(run)))}`,
    ...(run.steps ? stepLines(run, page) : [`  ${visible(review.unknownOrder(run))}`]),
    ...(run.limits.length > 0
      ? [`  ${styles.bold('Time')}`, ...run.limits.map((limit) => `    ${visible(review.limitText(limit))}`)]
      : []),
    ...(run.budget?.isWhole ? [`    in all ${review.budgetText(run.budget)}`] : []),
    ...run.contradictions.map(({ message, places }) =>
      `  ${styles.severity('warning', 'contradiction')}: ${visible(message)}  ${styles.dim(places.map((place) => placeText(locate(place))).join(', '))}`.trimEnd(),
    ),
  ];
}

function stepLines(run: WorkflowRun, { review, styles, withEvents }: HumanStepsPage): readonly string[] {
  return review.outline(run).flatMap(({ depth, text, events }) => {
    const indent = '  '.repeat(depth + 1);
    const told = withEvents ? events.map((line) => styles.dim(`${indent}  ${line.at}: ${line.events.join(' ')}`)) : [];
    return [`${indent}${visible(text)}`, ...told];
  });
}
