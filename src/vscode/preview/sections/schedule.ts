import type { ScheduleReport, SupposedNetwork } from '../../../core/schedule/index';
import { workspaceEdit } from '../../actions/workspace-edit';
import { applyEdit } from '../../apply-edit';
import type { JobStore } from '../../job-store';
import type { OpenJob } from '../../open-job';
import type { InputOf } from '../../webview/section-types';
import { scheduleInput } from '../page-actions';
import type { HostSection, PreviewContext } from '../section';

/** Whether the server would start the job on the sites that are there. */
export const schedule: HostSection<'schedule'> = {
  input: scheduleInput,
  async model(context, input) {
    const { network, report } = await reportOf(context, input);
    return {
      // Fixes hold parts of the job's tree, which do not cross to the page.
      report: { ...report, remedies: report.remedies.map(({ fix, ...remedy }) => ({ ...remedy, canApply: fix !== undefined })) },
      up: network.network.up,
    };
  },
  async act(context, { remedy, input }) {
    const { report } = await reportOf(context, input);
    await applyFix(context.store, context.job, report.remedies[remedy]?.fix);
  },
};

async function reportOf(
  { job, sites }: PreviewContext,
  { up, offers }: InputOf<'schedule'>,
): Promise<{ readonly network: SupposedNetwork; readonly report: ScheduleReport }> {
  const { scheduleReport, supposedNetwork } = await import('../../../core/schedule/index');
  const known = await sites.sites();
  const network = supposedNetwork(job.analysis.job, known, { ...(up !== null && { up }), offers });
  return { network, report: scheduleReport(job.analysis.job, network) };
}

async function applyFix(store: JobStore, job: OpenJob, fix: ScheduleReport['remedies'][number]['fix']): Promise<void> {
  await store.loadWriters();
  const edit = fix && workspaceEdit(store, job, fix);
  if (!edit) throw new Error('The change cannot be written into the file in the form that it has. Make it by hand.');
  await applyEdit(job, edit);
}
