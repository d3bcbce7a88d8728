import { EVENT } from '../events';
import { type Limit, type Play, settingText } from '../play';
import { clientNamed, clientsNamed, type Setup, timeOf } from '../setup';
import { clients, type Party, type Step, serverEvent } from '../step';
import { clientTask, serverTask } from '../task-step';
import { type ClientControlled, clientControlled, commonLimits } from './client-controlled';

/** Every client's model at every client, which fetch the models from one another (`nvflare/app_common/ccwf/cse_server_ctl.py`). */
export function peerEval(setup: Setup): Play {
  const common = clientControlled(setup, 'cse');
  const { prefix } = common;
  const evaluators = clientsNamed(setup, 'evaluators');
  const owners = clientsNamed(setup, 'evaluatees');
  const global = clientNamed(setup, 'global_model_client', 'the client that has the global models');
  const ownerCount = owners.kind === 'clients' ? owners.names?.length : undefined;
  const steps: Step[] = [
    serverEvent(EVENT.startWorkflow),
    serverTask(`${prefix}_config`, common.everyone),
    {
      kind: 'rounds',
      of: 'global model',
      first: undefined,
      count: undefined,
      steps: [serverTask(`${prefix}_prep_model`, global), ...evaluation(common, evaluators, global, 1)],
    },
    serverTask(`${prefix}_prep_model`, owners),
    ...evaluation(common, evaluators, owners, ownerCount),
    serverEvent(EVENT.endWorkflow),
  ];
  return { steps, limits: [...limitsOf(setup, common)], contradictions: [] };
}

function evaluation({ prefix }: ClientControlled, evaluators: Party, owners: Party, times: number | undefined): readonly Step[] {
  const one = clients('each evaluating client', evaluators.kind === 'clients' ? evaluators.names : undefined, true);
  return [
    serverTask(`${prefix}_eval`, evaluators, { times, accept: [EVENT.validationResult] }),
    clientTask(`${prefix}_ask_for_model`, one, owners, 'while it evaluates, unless the model is its own'),
  ];
}

function* limitsOf(setup: Setup, common: ClientControlled): Generator<Limit> {
  yield* commonLimits(setup, common, false);
  const evaluate = timeOf(setup, 'eval_task_timeout');
  if (!evaluate) return;
  const why = `by ${settingText(evaluate)}, for its owner to prepare it and for each client to evaluate it`;
  yield { what: `${common.prefix}_eval, each model`, seconds: evaluate.value, times: undefined, why, settings: [evaluate] };
}
