import { isSince } from '../../job/release';
import { counted } from '../../text/counted';
import { EVENT } from '../events';
import type { Limit, Play } from '../play';
import { countOf, plainOf, type Setup, takes, textOf } from '../setup';
import { clients, type Party, type Step, serverEvent } from '../step';
import { serverTask } from '../task-step';

/** Rounds of one task to sampled clients (`nvflare/app_common/workflows/fedavg.py`, `base_model_controller.py`). */
export function fedAvg(setup: Setup): Play {
  const task = textOf(setup, 'task_name') ?? 'train';
  const count = countOf(setup, 'num_rounds');
  const to = sampled(setup);
  const stops = plainOf(setup, 'stop_cond');
  const saves: Step[] = [serverEvent(EVENT.beforeSave), serverEvent(EVENT.afterSave)];
  const steps: Step[] = [
    ...(announcesRounds(setup) ? [serverEvent(EVENT.roundStarted)] : []),
    serverTask(task, to, {
      before: [EVENT.beforeTrainTask],
      accept: [EVENT.beforeAccept, EVENT.afterAccept],
      note: 'and waits until all of them have answered',
    }),
    ...endOfAggregation(setup).map((event) => serverEvent(event)),
    ...(textOf(setup, 'persistor_id') ? saves : []),
  ];
  const loaded = plainOf(setup, 'model') ? [] : [serverEvent(EVENT.modelLoaded)];
  // Until 2.4 the model was loaded before the workflow was announced.
  const isEarly = !isSince(setup.release, '2.5');
  return {
    steps: [
      ...(isEarly ? loaded : []),
      serverEvent(EVENT.startWorkflow),
      serverEvent(EVENT.trainingStarted),
      ...(isEarly ? [] : loaded),
      { kind: 'rounds', of: 'round', first: countOf(setup, 'start_round') ?? 0, count, steps },
      ...(typeof stops === 'string' ? [earlyStop(stops)] : []),
      serverEvent(EVENT.endWorkflow),
    ],
    limits: [endless(task, count)],
    contradictions: [],
  };
}

/** The same with control terms; the model is loaded before the workflow is announced (`nvflare/app_common/workflows/scaffold.py`). */
export function scaffold(setup: Setup): Play {
  const count = countOf(setup, 'num_rounds');
  // Only 2.7 tells of rounds here, when their task is sent.
  const tells = isSince(setup.release, '2.7') && !isSince(setup.release, '2.8');
  return {
    steps: [
      serverEvent(EVENT.modelLoaded),
      serverEvent(EVENT.startWorkflow),
      serverEvent(EVENT.trainingStarted),
      {
        kind: 'rounds',
        of: 'round',
        first: countOf(setup, 'start_round') ?? 0,
        count,
        steps: [
          ...(tells ? [serverEvent(EVENT.roundStarted)] : []),
          serverTask('train', sampled(setup), {
            before: [EVENT.beforeTrainTask],
            accept: [EVENT.beforeAccept, EVENT.afterAccept],
            note: 'and waits until all of them have answered',
          }),
          ...[EVENT.beforeAggregation, EVENT.afterAggregation, EVENT.beforeUpdate, EVENT.afterUpdate].map((event) =>
            serverEvent(event),
          ),
          serverEvent(EVENT.beforeSave),
          serverEvent(EVENT.afterSave),
        ],
      },
      serverEvent(EVENT.endWorkflow),
    ],
    limits: [endless('train', count)],
    contradictions: [],
  };
}

/** A model controller waits for every client that it has sent a task to. */
function endless(task: string, times: number | undefined): Limit {
  return {
    what: `${task}, each round`,
    seconds: undefined,
    times,
    why: 'this workflow has no timeout: a client that never answers holds its round up',
    settings: [],
  };
}

/** The clients that a round goes to: all, or as many as are asked for, chosen anew each round. */
export function sampled(setup: Setup): Party {
  const wanted = countOf(setup, takes(setup, 'num_clients') ? 'num_clients' : 'min_clients');
  if (wanted === undefined) return clients('sampled clients');
  if (wanted === 0 || (setup.sites && wanted >= setup.sites.length)) return clients('all clients', setup.sites);
  return clients(`${counted(wanted, 'client')} (drawn anew each round if more are connected)`);
}

/** 2.7 told of a round when its task was sent, which is the same place; before, rounds were not told of. */
function announcesRounds({ release }: Setup): boolean {
  return isSince(release, '2.7');
}

function endOfAggregation(setup: Setup): readonly string[] {
  const inTime = takes(setup, 'stop_cond');
  const tellsAfter = !inTime || isSince(setup.release, '2.9');
  return [EVENT.beforeAggregation, ...(tellsAfter ? [EVENT.afterAggregation] : []), EVENT.beforeUpdate, EVENT.afterUpdate];
}

function earlyStop(condition: string): Step {
  return {
    kind: 'note',
    text: `the rounds end earlier when "${condition}" is met; the model is saved only when it is better than before`,
    at: { kind: 'server' },
  };
}
