/** Names of events, as components get them (`nvflare/apis/event_type.py`, `nvflare/app_common/app_event_type.py`). */
export const EVENT = {
  startRun: '_start_run',
  startWorkflow: '_start_workflow',
  endWorkflow: '_end_workflow',
  aboutToEndRun: '_about_to_end_run',
  endRun: '_end_run',
  beforeTaskData: '_before_task_data_filter',
  afterTaskData: '_after_task_data_filter',
  beforeExecution: '_before_task_execution',
  afterExecution: '_after_task_execution',
  beforeTaskResult: '_before_task_result_filter',
  afterTaskResult: '_after_task_result_filter',
  beforeSendResult: '_before_send_task_result',
  afterSendResult: '_after_send_task_result',
  beforeSubmission: '_before_process_submission',
  afterSubmission: '_after_process_submission',
  preRunResult: '_pre_run_result_available',
  modelLoaded: '_initial_model_loaded',
  trainingStarted: '_training_started',
  roundStarted: '_round_started',
  roundDone: '_round_done',
  beforeTrainTask: '_before_train_task',
  beforeAccept: '_before_contribution_accept',
  afterAccept: '_after_contribution_accept',
  beforeAggregation: '_before_aggregation',
  afterAggregation: '_after_aggregation',
  beforeUpdate: '_before_model_update',
  afterUpdate: '_after_model_update',
  beforeSave: '_before_save_model',
  afterSave: '_after_save_model',
  crossValInit: '_cross_val_init',
  sendForValidation: '_send_model_for_validation',
  receiveBestModel: '_receive_best_model',
  validationResult: '_validation_result_received',
} as const;

/** What the server does for every task that it sends to a client, before the data goes out. */
export const SENDING: readonly string[] = [EVENT.beforeTaskData, EVENT.afterTaskData];

/** What a client does for every task that it gets from the server. */
export const DOING: readonly string[] = [
  EVENT.beforeTaskData,
  EVENT.afterTaskData,
  EVENT.beforeExecution,
  EVENT.afterExecution,
  EVENT.beforeTaskResult,
  EVENT.afterTaskResult,
  EVENT.beforeSendResult,
  EVENT.afterSendResult,
];

/** What the server does with a result around what the workflow itself does. */
export const TAKING = {
  before: [EVENT.beforeTaskResult, EVENT.afterTaskResult, EVENT.beforeSubmission] as readonly string[],
  after: [EVENT.afterSubmission] as readonly string[],
};
