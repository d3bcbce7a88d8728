import type { HostSection } from '../section';

/** What leaves the sites. */
export const leaving: HostSection<'leaving'> = {
  input: () => null,
  async model({ job: { analysis } }) {
    const review = await import('../../../core/review/index');
    const { job, wiring } = analysis;
    return review.leavingView(wiring ? review.leaving(job, wiring) : { apps: [], scope: undefined, certain: false });
  },
};
