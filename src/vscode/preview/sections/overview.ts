import type { HostSection } from '../section';

/** The numbers, problems, sites and apps of a job. */
export const overview: HostSection<'overview'> = {
  input: () => null,
  async model({ job: { analysis, findings } }) {
    const { previewModel, siteGroups } = await import('../../../core/assist/index');
    const model = previewModel(analysis.job, findings, analysis.rejected);
    return { ...model, groups: siteGroups(model) };
  },
};
