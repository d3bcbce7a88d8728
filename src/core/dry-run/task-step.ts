import { SENDING, TAKING } from './events';
import { type Party, SERVER, type TaskStep } from './step';

/** What is particular to a task that the server sends. */
export interface ServerTask {
  readonly how?: TaskStep['how'];
  readonly times?: number | undefined;
  /** Events before the data is filtered, for each client. */
  readonly before?: readonly string[];
  /** Events while a result is taken, for each client. */
  readonly accept?: readonly string[];
  readonly note?: string;
}

/** A task that the server sends to clients, with the events around it. */
export function serverTask(task: string, to: Party, options: ServerTask = {}): TaskStep {
  const { how = 'together', before = [], accept = [], note } = options;
  return {
    kind: 'task',
    task,
    from: SERVER,
    to,
    how,
    times: 'times' in options ? options.times : 1,
    onSend: [...before, ...SENDING],
    onResult: [...TAKING.before, ...accept, ...TAKING.after],
    ...(note !== undefined && { note }),
  };
}

/** A task that a client sends to other clients, for which it applies filters itself (`nvflare/apis/impl/task_controller.py`). */
export function clientTask(task: string, from: Party, to: Party, note?: string): TaskStep {
  return {
    kind: 'task',
    task,
    from,
    to,
    how: 'together',
    times: 1,
    onSend: SENDING,
    onResult: ['_before_task_result_filter'],
    ...(note !== undefined && { note }),
  };
}
