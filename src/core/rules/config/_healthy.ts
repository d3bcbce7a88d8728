/** The executor of examples that are about something else. */
export const EXECUTORS =
  '"executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }]';
/** The workflow of examples that are about something else. */
export const WORKFLOWS =
  '"workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1 } }]';
/** The persistor that the workflow asks for. */
export const COMPONENTS =
  '"components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }]';
