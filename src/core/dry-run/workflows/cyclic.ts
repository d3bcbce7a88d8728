import { isSince } from '../../job/release';
import { own } from '../../text/own';
import { EVENT } from '../events';
import { type Play, settingText } from '../play';
import { countOf, namesOf, type Setup, textOf, timeOf } from '../setup';
import { clients, type Every, type Party, serverEvent } from '../step';
import { serverTask } from '../task-step';
import { sampled } from './fed-avg';

/** One client after another trains the model on (`nvflare/app_common/workflows/cyclic_ctl.py`). */
export function cyclicRelay(setup: Setup): Play {
  const task = textOf(setup, 'task_name') ?? 'train';
  const count = countOf(setup, 'num_rounds');
  const save: Every = { every: countOf(setup, 'persist_every_n_rounds') ?? 1, andLast: false };
  const assignment = timeOf(setup, 'task_assignment_timeout');
  const note = assignment && assignment.value > 0 ? `each client has ${assignment.value} s to fetch it` : undefined;
  return {
    steps: [
      serverEvent(EVENT.modelLoaded),
      serverEvent(EVENT.startWorkflow),
      {
        kind: 'rounds',
        of: 'round',
        first: 0,
        count,
        steps: [
          serverTask(task, inOrder(setup), { how: 'in turn', ...(note !== undefined && { note }) }),
          serverEvent(EVENT.beforeSave, save),
          serverEvent(EVENT.afterSave, save),
        ],
      },
      serverEvent(EVENT.endWorkflow),
    ],
    limits: [
      {
        what: `${task}, each client of a round`,
        seconds: undefined,
        times: count,
        why: `${assignment ? `${settingText(assignment)} limits only the fetching; ` : ''}a client that never answers holds all others up`,
        settings: assignment ? [assignment] : [],
      },
    ],
    contradictions: [],
  };
}

const ORDERS: Readonly<Record<string, string>> = {
  FIXED: 'all clients, in the same order each round',
  RANDOM: 'all clients, in a new order each round',
  RANDOM_WITHOUT_SAME_IN_A_ROW: 'all clients, in a new order each round that does not begin with the last one',
};

function inOrder(setup: Setup): Party {
  const names = namesOf(setup, 'order');
  if (names) return clients(names.join(', then '), names);
  const order = textOf(setup, 'order');
  return clients((order && own(ORDERS, order)) ?? 'all clients', setup.sites);
}

/** The same as a model controller (`nvflare/app_common/workflows/cyclic.py`). */
export function cyclic(setup: Setup): Play {
  const count = countOf(setup, 'num_rounds');
  const told = isSince(setup.release, '2.7') && !isSince(setup.release, '2.8');
  return {
    steps: [
      serverEvent(EVENT.startWorkflow),
      serverEvent(EVENT.trainingStarted),
      serverEvent(EVENT.modelLoaded),
      {
        kind: 'rounds',
        of: 'round',
        first: countOf(setup, 'start_round'),
        count,
        steps: [
          serverTask('train', sampled(setup), {
            how: 'in turn',
            before: [...(told ? [EVENT.roundStarted] : []), EVENT.beforeTrainTask],
            accept: [EVENT.beforeAccept, EVENT.afterAccept],
          }),
          serverEvent(EVENT.beforeSave),
          serverEvent(EVENT.afterSave),
        ],
      },
      serverEvent(EVENT.endWorkflow),
    ],
    limits: [
      {
        what: 'train, each client of a round',
        seconds: undefined,
        times: count,
        why: 'this workflow has no timeout: a client that never answers holds all others up',
        settings: [],
      },
    ],
    contradictions: [],
  };
}
