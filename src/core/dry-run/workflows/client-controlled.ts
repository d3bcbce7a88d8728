import { EVENT } from '../events';
import { type Contradiction, type Limit, placesOf, type Setting, settingText } from '../play';
import { type Configured, clientNamed, clientsNamed, type Setup, textOf, timeOf } from '../setup';
import { type Party, type Step, serverEvent } from '../step';
import { serverTask } from '../task-step';

/** What all client controlled workflows have in common (`nvflare/app_common/ccwf/server_ctl.py`). */
export interface ClientControlled {
  readonly prefix: string;
  readonly everyone: Party;
  readonly starter: Party;
  readonly results: Party;
}

/** The parties of the workflow and the prefix of its tasks. */
export function clientControlled(setup: Setup, prefix: string): ClientControlled {
  return {
    prefix: textOf(setup, 'task_name_prefix') ?? prefix,
    everyone: clientsNamed(setup, 'participating_clients'),
    starter: clientNamed(setup, 'starting_client', 'the starting client'),
    results: clientsNamed(setup, 'result_clients'),
  };
}

/** The server has all clients configured, then one of them started. */
export function opening({ prefix, everyone, starter }: ClientControlled): readonly Step[] {
  return [serverEvent(EVENT.startWorkflow), serverTask(`${prefix}_config`, everyone), serverTask(`${prefix}_start`, starter)];
}

/** What limits the workflow as a whole. */
export function* commonLimits(setup: Setup, { prefix }: ClientControlled, starts: boolean): Generator<Limit> {
  const configure = timeOf(setup, 'configure_task_timeout');
  if (configure) yield ending(`${prefix}_config`, configure);
  const start = timeOf(setup, 'start_task_timeout');
  if (start && starts) yield ending(`${prefix}_start`, start);
}

/** The rounds among the clients: nothing limits them as long as somebody makes progress. */
export function progressLimit(setup: Setup, times: number | undefined): Limit {
  const progress = timeOf(setup, 'progress_timeout');
  const report = timeOf(setup, 'max_status_report_interval');
  const settings = [progress, report].filter((setting) => setting !== undefined);
  return {
    what: 'the rounds among the clients',
    seconds: undefined,
    times,
    why: `but the job is aborted when nobody makes progress within ${progress?.value ?? '?'} s, or a client does not report within ${report?.value ?? '?'} s`,
    settings,
  };
}

/** A client may take longer than the server waits for any progress. */
export function* impatientServer(setup: Setup, part: Configured | undefined, parameter: string): Generator<Contradiction> {
  const progress = timeOf(setup, 'progress_timeout');
  const own = part && timeOf(part, parameter);
  if (!progress || !own || own.value <= progress.value) return;
  yield {
    message: `clients may take ${settingText(own)} for a round, but the server aborts the job without progress within ${settingText(progress)}`,
    places: placesOf([own, progress]),
  };
}

function ending(what: string, setting: Setting): Limit {
  return { what, seconds: setting.value, times: 1, why: `by ${settingText(setting)}`, settings: [setting] };
}
