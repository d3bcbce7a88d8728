import { EVENT } from '../events';
import { type Play, settingText } from '../play';
import { clientsNamed, countOf, type Setup, textOf, timeOf } from '../setup';
import { serverEvent } from '../step';
import { serverTask } from '../task-step';

/** One task to all clients (`nvflare/app_common/workflows/broadcast_and_process.py`, `initialize_global_weights.py`). */
export function broadcastAndProcess(setup: Setup): Play {
  const task = textOf(setup, 'task_name') ?? 'get_weights';
  const least = countOf(setup, 'min_responses_required');
  const wait = timeOf(setup, 'wait_time_after_min_received');
  const note = least && wait ? `until all have answered, or ${wait.value} s after ${least} of them` : 'until all have answered';
  const timeout = timeOf(setup, 'timeout') ?? timeOf(setup, 'task_timeout');
  const ends = timeout !== undefined && timeout.value > 0;
  return {
    steps: [
      serverEvent(EVENT.startWorkflow),
      serverTask(task, clientsNamed(setup, 'clients'), { note }),
      serverEvent(EVENT.endWorkflow),
    ],
    limits: timeout
      ? [
          {
            what: task,
            seconds: ends ? timeout.value : undefined,
            times: 1,
            why: ends ? `by ${settingText(timeout)}` : `${timeout.name} is 0, so it waits ${note}`,
            settings: [timeout],
          },
        ]
      : [],
    contradictions: [],
  };
}
