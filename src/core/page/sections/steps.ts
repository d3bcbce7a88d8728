import type { DryRun, OutlineLine, WorkflowRun } from '../../review/index';
import type { Block, Item } from '../block';
import type { PageSection } from '../page-section';

/** The order of rounds, tasks and events, with the time that they may take. */
export const steps: PageSection<DryRun> = {
  id: 'steps',
  title: 'Step by step',
  model({ parts, job, wiring }) {
    const run = wiring && parts.review.dryRun(job, wiring);
    return run && run.workflows.length > 0 ? run : undefined;
  },
  blocks(run, { parts: { review } }): readonly Block[] {
    const sequence = review.sequenceOf(run);
    const known = run.workflows.some((workflow) => workflow.steps !== undefined);
    const itemsOf = (workflow: WorkflowRun): Item => ({
      text: workflow.id === workflow.className ? workflow.id : `${workflow.id} (${workflow.className})`,
      items: workflow.steps
        ? nested(review.outline(workflow))
        : [{ text: 'The order of its steps is not known.', tone: 'quiet' }],
    });
    const outline = run.workflows.map(itemsOf);
    const label = 'Who sends what to whom, in order';
    return [
      known
        ? { kind: 'drawing', label, svg: review.sequenceSvg(sequence, label), mermaid: review.sequenceMermaid(sequence), outline }
        : { kind: 'list', items: outline },
      ...run.workflows.flatMap(({ id, budget, contradictions }): readonly Block[] => [
        ...(budget ? [{ kind: 'text' as const, text: `Time of ${id}: ${review.budgetText(budget)}.` }] : []),
        ...contradictions.map(({ message }) => ({ kind: 'text' as const, text: `${message}.`, tone: 'warning' as const })),
      ]),
    ];
  },
};

/** Lines with depths as lists in lists. */
function nested(lines: readonly OutlineLine[]): readonly Item[] {
  const items: { text: string; items: Item[] }[] = [];
  for (const { depth, text } of lines) {
    const last = items.at(-1);
    if (depth === 0 || !last) items.push({ text, items: [] });
    else last.items.push({ text });
  }
  return items;
}
