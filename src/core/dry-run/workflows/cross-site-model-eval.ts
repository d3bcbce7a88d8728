import { EVENT } from '../events';
import { type Limit, type Play, settingText } from '../play';
import { clientsNamed, countOf, plainOf, type Setup, textOf, timeOf } from '../setup';
import { type Step, serverEvent } from '../step';
import { serverTask } from '../task-step';
import { modelsLocated } from './located-models';

/** Every client's model, and the server's, at every client (`nvflare/app_common/workflows/cross_site_model_eval.py`). */
export function crossSiteModelEval(setup: Setup): Play {
  const everyone = clientsNamed(setup, 'participating_clients');
  // A class for the server's models alone has no parameter for the other task.
  const submit = textOf(setup, 'submit_model_task_name');
  const validate = textOf(setup, 'validation_task_name') ?? 'validate';
  const fromServer = modelsLocated(setup);
  const fromClients = submit ? (everyone.kind === 'clients' ? everyone.names?.length : undefined) : 0;
  const times = fromServer === undefined || fromClients === undefined ? undefined : fromServer + fromClients;
  const models = [
    ...(submit ? ["each client's model, as it arrives"] : []),
    ...(fromServer === 0 ? [] : ['each model of the server']),
  ];
  const steps: Step[] = [
    serverEvent(EVENT.crossValInit),
    serverEvent(EVENT.startWorkflow),
    ...(submit ? [serverTask(submit, everyone, { accept: [EVENT.receiveBestModel] })] : []),
    ...(times === 0
      ? []
      : [
          serverTask(validate, everyone, {
            times,
            before: [EVENT.sendForValidation],
            accept: [EVENT.validationResult],
            note: `for ${models.join(' and ')}`,
          }),
        ]),
    serverEvent(EVENT.endWorkflow),
  ];
  return { steps, limits: [...limitsOf(setup, submit, validate)], contradictions: [] };
}

function* limitsOf(setup: Setup, submit: string | undefined, validate: string): Generator<Limit> {
  for (const [task, name] of [
    [submit, 'submit_model_timeout'],
    [validate, 'validation_timeout'],
  ] as const) {
    const timeout = task === undefined ? undefined : timeOf(setup, name);
    if (!timeout || task === undefined) continue;
    const ends = timeout.value > 0;
    yield {
      what: task,
      seconds: ends ? timeout.value : undefined,
      times: 1,
      why: ends ? `by ${settingText(timeout)}` : `${name} is 0, so a client that never answers holds the workflow up`,
      settings: [timeout],
    };
  }
}

/** What a model controller for the same does (`nvflare/app_common/workflows/cross_site_eval.py`). */
export function crossSiteEval(setup: Setup): Play {
  const everyone = clientsNamed(setup, 'participating_clients');
  const server = plainOf(setup, 'server_models');
  const fromServer = Array.isArray(server) ? server.length : undefined;
  const fromClients = everyone.kind === 'clients' ? everyone.names?.length : undefined;
  const times = fromServer === undefined || fromClients === undefined ? undefined : fromServer + fromClients;
  const around = { before: [EVENT.beforeTrainTask], accept: [EVENT.beforeAccept, EVENT.afterAccept] };
  return {
    steps: [
      serverEvent(EVENT.startWorkflow),
      serverEvent(EVENT.trainingStarted),
      serverTask('submit_model', everyone, around),
      serverTask('validate', everyone, {
        ...around,
        times,
        note: "for each model of the server and each client's, as it arrives",
      }),
      serverEvent(EVENT.endWorkflow),
    ],
    limits: countOf(setup, 'validation_timeout') === undefined ? [] : [...limitsOf(setup, 'submit_model', 'validate')],
    contradictions: [],
  };
}
