import type { Arguments } from '../arguments';
import { onlyWholeJob } from '../checking/only-job';
import type { Host } from '../host';
import { writeJson } from '../options/format';
import { TARGET_OPTION } from '../options/target';
import { locator } from '../report';
import { humanSteps } from '../review/human-steps';
import { shownSteps } from '../review/shown-steps';
import { shownHead } from '../shown-head';
import { notify, stylesFor } from '../terminal';
import type { Command, ExitCode } from './command';

/** Shows in which order things happen when a job runs. */
export const steps: Command = {
  name: 'steps',
  operands: 'JOB',
  summary: 'show the order of rounds and tasks and how long they may take',
  options: [
    { name: 'events', help: 'tell the events of components, too' },
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['human', 'json', 'mermaid', 'svg'],
      help: 'as what to show it (human)',
    },
    TARGET_OPTION,
  ],
  notes: [
    'JOB is the folder of a job, or a file in it. The order of workflows of your own is not known.',
    'Exit code: 0 shown, 1 the order of no workflow is known, 2 there is no such job.',
  ],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const checked = await onlyWholeJob(host, 'steps', given);
  if (!checked) return 2;
  const { job, wiring } = checked.analysis;
  const review = await import('../../core/review/index');
  if (!wiring.configs.some(({ side }) => side === 'server')) {
    notify(host, `${checked.folder || '.'} has no configuration of the server that can be read; "flare-jobs check" says why`);
    return 1;
  }
  const played = review.dryRun(job, wiring);
  const page = { review, locate: locator(job, checked.folder), head: shownHead(checked) };
  const format = given.values.get('format');
  if (format === 'json') writeJson(host, shownSteps(played, page));
  else if (format === 'mermaid') host.write(review.sequenceMermaid(review.sequenceOf(played)));
  else if (format === 'svg') host.write(`${review.sequenceSvg(review.sequenceOf(played), job.sources.name)}\n`);
  else host.write(humanSteps(played, { ...page, styles: stylesFor(host), withEvents: given.switches.has('events') }));
  return played.workflows.some((workflow) => workflow.steps !== undefined) ? 0 : 1;
}
