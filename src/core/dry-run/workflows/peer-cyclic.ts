import { EVENT } from '../events';
import type { Play } from '../play';
import { countOf, type Setup, textOf } from '../setup';
import { clients, type Step, serverEvent } from '../step';
import { clientTask } from '../task-step';
import { clientControlled, commonLimits, opening, progressLimit } from './client-controlled';
import { clientPart } from './peers';

const CLIENT = 'nvflare.app_common.ccwf.cyclic_client_ctl.CyclicClientController';

/** One client after another trains the model on, and hands it on itself (`nvflare/app_common/ccwf/cyclic_client_ctl.py`). */
export function peerCyclic(setup: Setup): Play {
  const common = clientControlled(setup, 'cyclic');
  const { prefix, everyone } = common;
  const part = clientPart(setup, CLIENT, prefix);
  const count = countOf(setup, 'num_rounds');
  const task = (part && textOf(part, 'learn_task_name')) ?? 'train';
  const order = textOf(setup, 'cyclic_order') === 'random' ? 'in a new order each round' : 'in the same order each round';
  const each = clients('each client', everyone.kind === 'clients' ? everyone.names : undefined, true);
  const next = clients('the next client', undefined, true);
  const rounds: Step[] = [
    { kind: 'note', text: `${task} is done by its own executor, and filters for ${task} are not applied`, at: each },
    clientTask(`${prefix}_learn`, each, next, order),
  ];
  const last = clients('the last client', undefined, true);
  return {
    steps: [
      ...opening(common),
      { kind: 'rounds', of: 'round', first: 0, count, steps: rounds },
      clientTask(`${prefix}_report_final_result`, last, common.results),
      serverEvent(EVENT.endWorkflow),
    ],
    limits: [...commonLimits(setup, common, true), progressLimit(setup, count)],
    contradictions: [],
  };
}
