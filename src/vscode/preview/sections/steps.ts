import { saveGraph } from '../save-graph';
import type { HostSection } from '../section';

/** The order of rounds and tasks. */
export const steps: HostSection<'steps'> = {
  input: () => null,
  async model({ job: { analysis } }) {
    const review = await import('../../../core/review/index');
    const { job, wiring } = analysis;
    const played = wiring ? review.dryRun(job, wiring) : { sites: undefined, workflows: [], certain: false };
    return review.dryRunView(played, job.sources.name);
  },
  act: ({ job }, action) => saveGraph(job, action, 'steps'),
};
