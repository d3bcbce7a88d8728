import type { JobGraph, OutlineItem } from '../../graph/index';
import type { Block, Item } from '../block';
import type { PageSection } from '../page-section';

/** What the apps run, drawn and as a list. */
export const graph: PageSection<JobGraph> = {
  id: 'graph',
  title: 'What runs',
  model({ parts, job, wiring, findings }) {
    const made = parts.graph.buildGraph(job, wiring, findings);
    return made.nodes.length === 0 ? undefined : made;
  },
  blocks(made, { parts: { graph: part }, job }): readonly Block[] {
    const label = `What ${job.sources.name} runs: workflows of the server, tasks, filters, executors of the clients, components`;
    return [
      {
        kind: 'drawing',
        label,
        svg: part.graphSvg(part.layoutGraph(made, part.guessWidth), label),
        mermaid: part.graphMermaid(made),
        outline: part.outlineOf(made).map(itemOf),
      },
      ...made.notes.map((text): Block => ({ kind: 'text', text, tone: 'quiet' })),
    ];
  },
};

function itemOf({ text, children }: OutlineItem): Item {
  return children.length === 0 ? { text } : { text, items: children.map(itemOf) };
}
