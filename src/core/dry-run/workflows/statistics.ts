import { EVENT } from '../events';
import { type Limit, type Play, settingText } from '../play';
import { countOf, plainOf, type Setup, timeOf } from '../setup';
import { clients, type Step, serverEvent } from '../step';
import { serverTask } from '../task-step';

/** Two passes over the data of all clients (`nvflare/app_common/workflows/statistics_controller.py`). */
export function statistics(setup: Setup): Play {
  const everyone = clients('all clients', setup.sites);
  const note = enough(setup);
  const steps: Step[] = [
    serverEvent(EVENT.startWorkflow),
    ...(plainOf(setup, 'enable_pre_run_task') === false
      ? []
      : [serverTask('fed_stats_pre_run', everyone, { accept: [EVENT.preRunResult], note })]),
    serverTask('fed_stats', everyone, { note: `first pass: counts, sums and ranges, ${note}` }),
    serverTask('fed_stats', everyone, { note: `second pass: what needs the first one's results, ${note}` }),
    serverEvent(EVENT.endWorkflow),
  ];
  return { steps, limits: limitsOf(setup), contradictions: [] };
}

function enough(setup: Setup): string {
  const least = countOf(setup, 'min_clients');
  const wait = timeOf(setup, 'wait_time_after_min_received');
  if (!least || !wait) return 'until all have answered';
  return `until all have answered, or ${wait.value} s after ${least} of them`;
}

function limitsOf(setup: Setup): readonly Limit[] {
  const result = timeOf(setup, 'result_wait_timeout');
  return [
    {
      what: 'each pass',
      seconds: undefined,
      times: 2,
      why: `the tasks have no timeout: each waits ${enough(setup)}`,
      settings: [],
    },
    ...(result
      ? [
          {
            what: 'results still on their way at the end',
            seconds: result.value,
            times: 1,
            why: `by ${settingText(result)}`,
            settings: [result],
          },
        ]
      : []),
  ];
}
