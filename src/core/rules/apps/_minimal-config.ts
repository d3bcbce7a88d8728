/**
 * The least that NVFLARE loads as the configuration of a side: one workflow, or one executor, of the NumPy example classes
 * that every release has.
 */
export function minimalConfig(side: 'server' | 'client'): string {
  const value = side === 'server' ? SERVER : CLIENT;
  return `${JSON.stringify(value, null, 2)}\n`;
}

const SERVER = {
  format_version: 2,
  workflows: [
    {
      id: 'scatter_and_gather',
      path: 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
      args: {
        min_clients: 1,
        num_rounds: 2,
        aggregator_id: 'aggregator',
        persistor_id: 'persistor',
        shareable_generator_id: 'shareable_generator',
        train_task_name: 'train',
      },
    },
  ],
  components: [
    { id: 'persistor', path: 'nvflare.app_common.np.np_model_persistor.NPModelPersistor', args: {} },
    {
      id: 'shareable_generator',
      path: 'nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator',
      args: {},
    },
    {
      id: 'aggregator',
      path: 'nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator',
      args: {},
    },
  ],
};

const CLIENT = {
  format_version: 2,
  executors: [{ tasks: ['train'], executor: { path: 'nvflare.app_common.np.np_trainer.NPTrainer', args: {} } }],
  components: [],
};
