import { argumentValue } from '../job/config/argument-value';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import { own } from '../text/own';

/** The kinds of data that NVFLARE's messages name (`nvflare/apis/dxo.py`). */
export type DataKind = 'WEIGHTS' | 'WEIGHT_DIFF' | 'METRICS' | 'STATISTICS' | 'PSI';

/** What a message carries. */
export interface Payload {
  /** The kinds that it may be of. */
  readonly kinds: readonly DataKind[];
  /** `sure`: one of the kinds; `usual`: what the code is meant to send, but a script decides; `answer`: only a return code. */
  readonly how: 'sure' | 'usual' | 'answer' | 'model' | 'unknown';
}

/** Nobody can tell what it carries. */
export const UNKNOWN_PAYLOAD: Payload = { kinds: [], how: 'unknown' };
/** A return code, and nothing of the data. */
export const ANSWER: Payload = { kinds: [], how: 'answer' };
/** A whole model outside of NVFLARE's data kinds, which filters of such kinds pass on as it is. */
export const MODEL: Payload = { kinds: [], how: 'model' };

const WORDS: Readonly<Record<DataKind, string>> = {
  WEIGHTS: 'model weights',
  WEIGHT_DIFF: 'differences of model weights',
  METRICS: 'metrics',
  STATISTICS: 'statistics',
  PSI: 'set intersection messages',
};

/** The payload in words: `model weights or differences of model weights`. */
export function payloadText({ kinds, how }: Payload): string {
  if (how === 'answer') return 'only an answer';
  if (how === 'model') return 'a whole model';
  if (how === 'unknown') return 'of an unknown kind';
  const text = kinds.map((kind) => WORDS[kind]).join(' or ');
  return how === 'usual' ? `${text}, as the code decides` : text;
}

const sure = (...kinds: DataKind[]): Payload => ({ kinds, how: 'sure' });
const usual = (...kinds: DataKind[]): Payload => ({ kinds, how: 'usual' });

/** What executors of NVFLARE return, by the parameter or the name of the task. */
interface Returns {
  readonly byParameter?: Readonly<Record<string, Payload>>;
  readonly byTask?: Readonly<Record<string, Payload>>;
}

const LEARNER: Returns = {
  byParameter: {
    train_task: usual('WEIGHT_DIFF', 'WEIGHTS'),
    submit_model_task: usual('WEIGHTS'),
    validate_task: usual('METRICS'),
  },
};
const XGBOOST = 'nvflare.app_opt.xgboost';

/** Read from the classes themselves; a class that is not here decides for itself. */
const RETURNS: Readonly<Record<string, Returns>> = {
  'nvflare.app_common.np.np_trainer.NPTrainer': {
    byParameter: { train_task_name: sure('WEIGHTS'), submit_model_task_name: sure('WEIGHTS') },
  },
  'nvflare.app_common.np.np_validator.NPValidator': { byTask: { validate: sure('METRICS') } },
  'nvflare.app_common.ccwf.comps.np_trainer.NPTrainer': {
    byParameter: {
      train_task_name: sure('WEIGHT_DIFF'),
      submit_model_task_name: sure('WEIGHTS'),
      validate_model_task_name: sure('METRICS'),
    },
  },
  'nvflare.app_common.executors.statistics.statistics_executor.StatisticsExecutor': {
    byTask: { fed_stats: sure('STATISTICS'), fed_stats_pre_run: usual('STATISTICS') },
  },
  'nvflare.app_common.psi.psi_executor.PSIExecutor': { byTask: { PSI: sure('PSI') } },
  'nvflare.app_common.executors.learner_executor.LearnerExecutor': LEARNER,
  'nvflare.app_common.executors.model_learner_executor.ModelLearnerExecutor': LEARNER,
  'nvflare.app_opt.sklearn.sklearn_executor.SKLearnExecutor': { byParameter: { train_task: sure('WEIGHTS') } },
  [`${XGBOOST}.tree_based.executor.FedXGBTreeExecutor`]: { byParameter: { train_task_name: sure('WEIGHTS') } },
};

/** What an executor's result for a task carries. */
export function resultPayload(executor: ComponentDef, found: KnownClass, task: string): Payload {
  const returns = own(RETURNS, found.path);
  const named = (parameter: string) => argumentValue(executor, found, parameter)?.value === task;
  if (returns) {
    const byParameter = Object.entries(returns.byParameter ?? {}).find(([parameter]) => named(parameter));
    return byParameter?.[1] ?? own(returns.byTask, task) ?? UNKNOWN_PAYLOAD;
  }
  return clientApiPayload(executor, found, named) ?? UNKNOWN_PAYLOAD;
}

/** Executors of the Client API: a script decides, within what it is told to send. */
function clientApiPayload(executor: ComponentDef, found: KnownClass, named: (parameter: string) => boolean): Payload | undefined {
  if (found.origin !== 'nvflare') return undefined;
  const transfer = argumentValue(executor, found, 'params_transfer_type');
  if (!transfer) return undefined;
  if (named('evaluate_task_name')) return usual('METRICS');
  if (named('submit_model_task_name')) return usual('WEIGHTS');
  if (!named('train_task_name')) return undefined;
  return transfer.value === 'DIFF' ? usual('WEIGHT_DIFF') : usual('WEIGHTS', 'WEIGHT_DIFF');
}
