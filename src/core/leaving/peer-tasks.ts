import { argumentValue } from '../job/config/argument-value';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import { own } from '../text/own';
import { ANSWER, MODEL, type Payload, UNKNOWN_PAYLOAD } from './payload';

/**
 * What the tasks of client controlled workflows carry, by the end of their names: what the client that sends one puts in, and
 * what the one that does it answers (`nvflare/app_common/ccwf`).
 */
interface PeerTask {
  readonly request: Payload;
  readonly result: Payload;
}

const WEIGHTS: Payload = { kinds: ['WEIGHTS'], how: 'sure' };

const PEER_TASKS: Readonly<Record<string, PeerTask>> = {
  _config: { request: UNKNOWN_PAYLOAD, result: ANSWER },
  _start: { request: UNKNOWN_PAYLOAD, result: ANSWER },
  _learn: { request: WEIGHTS, result: ANSWER },
  _report_learn_result: { request: { kinds: ['WEIGHT_DIFF', 'WEIGHTS'], how: 'usual' }, result: ANSWER },
  _report_final_result: { request: MODEL, result: ANSWER },
  _ask_for_model: { request: ANSWER, result: { kinds: ['WEIGHTS'], how: 'usual' } },
  _prep_model: { request: UNKNOWN_PAYLOAD, result: ANSWER },
  _eval: { request: UNKNOWN_PAYLOAD, result: { kinds: ['METRICS'], how: 'usual' } },
};

const CONTROLLER = 'nvflare.app_common.ccwf.client_ctl.ClientSideController';

const EVALUATION = 'nvflare.app_common.ccwf.cse_client_ctl.CrossSiteEvalClientController';

/** Whether a task is only inherited: cross-site evaluation has no rounds and no final result. */
export function isNeverUsed(component: ComponentDef, found: KnownClass, task: string): boolean {
  if (found.isA(EVALUATION) !== true) return false;
  const prefix = argumentValue(component, found, 'task_name_prefix')?.value;
  return ['_start', '_learn', '_report_final_result'].some((end) => task === `${String(prefix)}${end}`);
}

/** What a task carries that a client's part of such a workflow sends or does; `undefined` for other components and tasks. */
export function peerTask(component: ComponentDef, found: KnownClass, task: string): PeerTask | undefined {
  if (found.isA(CONTROLLER) !== true) return undefined;
  const prefix = argumentValue(component, found, 'task_name_prefix')?.value;
  if (typeof prefix !== 'string' || !task.startsWith(prefix)) return undefined;
  return own(PEER_TASKS, task.slice(prefix.length));
}
