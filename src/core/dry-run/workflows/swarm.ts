import { EVENT } from '../events';
import { type Contradiction, type Limit, type Play, placesOf, settingText } from '../play';
import { type Configured, clientsNamed, countOf, type Setup, textOf, timeOf } from '../setup';
import { clients, type Party, type Step, serverEvent } from '../step';
import { clientTask } from '../task-step';
import { clientControlled, commonLimits, impatientServer, opening, progressLimit } from './client-controlled';
import { clientPart } from './peers';

const CLIENT = 'nvflare.app_common.ccwf.swarm_client_ctl.SwarmClientController';

/** Clients train, and one of them aggregates each round (`nvflare/app_common/ccwf/swarm_client_ctl.py`). */
export function swarm(setup: Setup): Play {
  const common = clientControlled(setup, 'swarm');
  const { prefix } = common;
  const part = clientPart(setup, CLIENT, prefix);
  const count = countOf(setup, 'num_rounds');
  const trainers = clientsNamed(setup, 'train_clients');
  const aggregator = oneOf(clientsNamed(setup, 'aggr_clients'));
  const leader = clients('the starting client, later the one that aggregated last,', undefined, true);
  const task = (part && textOf(part, 'learn_task_name')) ?? 'train';
  const rounds: Step[] = [
    clientTask(`${prefix}_learn`, leader, trainers, 'with the client that aggregates, which is drawn each round'),
    { kind: 'event', event: EVENT.roundStarted, at: trainers },
    { kind: 'note', text: `${task} is done by its own executor, and filters for ${task} are not applied`, at: trainers },
    clientTask(`${prefix}_report_learn_result`, trainers, aggregator, enough(part)),
    { kind: 'event', event: EVENT.beforeAggregation, at: aggregator },
    { kind: 'event', event: EVENT.afterAggregation, at: aggregator },
  ];
  return {
    steps: [
      ...opening(common),
      { kind: 'rounds', of: 'round', first: countOf(setup, 'start_round') ?? 0, count, steps: rounds },
      clientTask(
        `${prefix}_report_final_result`,
        aggregator,
        common.results,
        'the last model, and the best one from the client that has it',
      ),
      serverEvent(EVENT.endWorkflow),
    ],
    limits: [...commonLimits(setup, common, true), ...learnLimit(part, count), progressLimit(setup, count)],
    contradictions: [...impatientServer(setup, part, 'learn_task_timeout'), ...neverInFull(part)],
  };
}

function oneOf(all: Party): Party {
  if (all.kind !== 'clients') return all;
  const [only] = all.names ?? [];
  return only !== undefined && all.names?.length === 1
    ? clients(only, [only], true)
    : clients('the aggregating client', undefined, true);
}

function enough(part: Configured | undefined): string {
  const least = part && countOf(part, 'min_responses_required');
  const wait = part && timeOf(part, 'wait_time_after_min_resps_received');
  return least && wait ? `until all have answered, or ${wait.value} s after ${least} of them` : 'until enough have answered';
}

function learnLimit(part: Configured | undefined, times: number | undefined): readonly Limit[] {
  const timeout = part && timeOf(part, 'learn_task_timeout');
  if (!timeout || timeout.value <= 0) return [];
  const why = `the aggregating client waits ${settingText(timeout)}`;
  return [{ what: 'gathering results, each round', seconds: timeout.value, times, why, settings: [timeout] }];
}

function* neverInFull(part: Configured | undefined): Generator<Contradiction> {
  const timeout = part && timeOf(part, 'learn_task_timeout');
  const wait = part && timeOf(part, 'wait_time_after_min_resps_received');
  if (!timeout || !wait || timeout.value <= 0 || wait.value < timeout.value) return;
  yield {
    message: `the wait for late clients, ${settingText(wait)}, never comes to its end: gathering ends after ${settingText(timeout)}`,
    places: placesOf([wait, timeout]),
  };
}
