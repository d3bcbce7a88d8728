import { saveGraph } from '../save-graph';
import type { HostSection } from '../section';

/** What the apps of a job run, as a graph. */
export const graph: HostSection<'graph'> = {
  input: () => null,
  async model({ job: { analysis, findings } }) {
    const [{ buildGraph }, { previewHead }] = await Promise.all([
      import('../../../core/graph/index'),
      import('../../../core/assist/index'),
    ]);
    const { title } = previewHead(analysis.job, findings, analysis.rejected);
    return { title, graph: buildGraph(analysis.job, analysis.wiring, findings) };
  },
  act: ({ job }, action) => saveGraph(job, action),
};
