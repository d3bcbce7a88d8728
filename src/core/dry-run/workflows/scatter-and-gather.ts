import { EVENT } from '../events';
import { type Contradiction, type Limit, type Play, placesOf, settingText } from '../play';
import { countOf, type Setup, textOf, timeOf } from '../setup';
import { clients, type Every, type RoundsStep, serverEvent } from '../step';
import { serverTask } from '../task-step';

/** Rounds of one task to all clients, whose results are aggregated (`nvflare/app_common/workflows/scatter_and_gather.py`). */
export function scatterAndGather(setup: Setup): Play {
  const task = textOf(setup, 'train_task_name') ?? 'train';
  const save: Every = { every: countOf(setup, 'persist_every_n_rounds') ?? 1, andLast: true };
  const hasPersistor = textOf(setup, 'persistor_id') !== undefined;
  const rounds: RoundsStep = {
    kind: 'rounds',
    of: 'round',
    first: countOf(setup, 'start_round'),
    count: countOf(setup, 'num_rounds'),
    steps: [
      serverEvent(EVENT.roundStarted),
      serverTask(task, clients('all clients', setup.sites), {
        before: [EVENT.beforeTrainTask],
        accept: [EVENT.beforeAccept, EVENT.afterAccept],
        note: enough(setup),
      }),
      ...[EVENT.beforeAggregation, EVENT.afterAggregation, EVENT.beforeUpdate, EVENT.afterUpdate].map((event) =>
        serverEvent(event),
      ),
      ...(hasPersistor ? [serverEvent(EVENT.beforeSave, save), serverEvent(EVENT.afterSave, save)] : []),
      serverEvent(EVENT.roundDone),
    ],
  };
  return {
    steps: [
      ...(hasPersistor ? [serverEvent(EVENT.modelLoaded)] : []),
      serverEvent(EVENT.startWorkflow),
      serverEvent(EVENT.trainingStarted),
      rounds,
      serverEvent(EVENT.endWorkflow),
    ],
    limits: limitsOf(setup, task, rounds.count),
    contradictions: [...neverInFull(setup)],
  };
}

/** When a round has enough results (`nvflare/apis/impl/bcast_manager.py`). */
function enough(setup: Setup): string {
  const least = countOf(setup, 'min_clients');
  const wait = timeOf(setup, 'wait_time_after_min_received');
  if (least === undefined || !wait) return 'until enough have answered';
  if (least === 0) return 'until all have answered';
  return `until all have answered, or ${wait.value} s after ${least} of them`;
}

function limitsOf(setup: Setup, task: string, times: number | undefined): readonly Limit[] {
  const timeout = timeOf(setup, 'train_timeout');
  if (!timeout) return [];
  const ends = timeout.value > 0;
  return [
    {
      what: `${task}, each round`,
      seconds: ends ? timeout.value : undefined,
      times,
      why: ends ? `by ${settingText(timeout)}` : `train_timeout is 0, so a round waits ${enough(setup)}`,
      settings: [timeout],
    },
  ];
}

function* neverInFull(setup: Setup): Generator<Contradiction> {
  const timeout = timeOf(setup, 'train_timeout');
  const wait = timeOf(setup, 'wait_time_after_min_received');
  if (!timeout || !wait || timeout.value <= 0 || wait.value < timeout.value) return;
  yield {
    message: `the wait for late clients, ${settingText(wait)}, never comes to its end: the task itself ends after ${settingText(timeout)}`,
    places: placesOf([wait, timeout]),
  };
}
