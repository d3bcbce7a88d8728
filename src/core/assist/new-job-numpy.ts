import { clientsNeeded, type NewJobTemplate } from './new-job';

/**
 * The smallest job that shows a federation at work: each client adds to a few numbers, and the server takes the average. It needs
 * NumPy and nothing else, and its classes are in every release since 2.1.
 */
export const numpyJob: NewJobTemplate = {
  name: 'numpy',
  title: 'Hello NumPy',
  description: 'federated averaging of a few numbers, without data or GPUs',
  configs: (job) =>
    new Map([
      [
        'config/config_fed_server',
        {
          format_version: 2,
          num_rounds: 3,
          workflows: [
            {
              id: 'scatter_and_gather',
              path: 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
              args: {
                min_clients: clientsNeeded(job),
                num_rounds: '{num_rounds}',
                start_round: 0,
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
              args: { expected_data_kind: 'WEIGHTS' },
            },
          ],
        },
      ],
      [
        'config/config_fed_client',
        {
          format_version: 2,
          executors: [
            {
              tasks: ['train'],
              executor: {
                path: 'nvflare.app_common.np.np_trainer.NPTrainer',
                args: { train_task_name: 'train', sleep_time: 0 },
              },
            },
          ],
          components: [],
        },
      ],
    ]),
};
