/**
 * Arguments that hold ids of components, and arguments that name tasks, as people found them in NVFLARE's code: what the generated
 * catalogues must reach. One line each: class (without `nvflare.`), argument, default, class that the component must be of.
 */
/** Of 2.9. `MultiProcessExecutor.executor_id` is not among them: it names one of its own components. */
export const IDS_OF_2_9 = `
app_common.abstract.model_persistor.ModelPersistor filter_id None PersistorFilter
app_common.abstract.task_handler.TaskHandler local_comp_id - -
app_common.aggregators.collect_and_assemble_aggregator.CollectAndAssembleAggregator assembler_id - Assembler
app_common.aggregators.collect_and_assemble_model_aggregator.CollectAndAssembleModelAggregator assembler_id - Assembler
app_common.aggregators.lazy.LazyAggregator aggregator_id - Aggregator
app_common.ccwf.client_controller_executor.ClientControllerExecutor persistor_id 'persistor' LearnablePersistor
app_common.ccwf.client_ctl.ClientSideController persistor_id 'persistor' LearnablePersistor
app_common.ccwf.client_ctl.ClientSideController shareable_generator_id 'shareable_generator' ShareableGenerator
app_common.ccwf.cse_client_ctl.CrossSiteEvalClientController persistor_id 'persistor' LearnablePersistor
app_common.ccwf.cyclic_client_ctl.CyclicClientController persistor_id 'persistor' LearnablePersistor
app_common.ccwf.cyclic_client_ctl.CyclicClientController shareable_generator_id 'shareable_generator' ShareableGenerator
app_common.ccwf.swarm_client_ctl.SwarmClientController aggregator_id 'aggregator' Aggregator
app_common.ccwf.swarm_client_ctl.SwarmClientController metric_comparator_id None MetricComparator
app_common.ccwf.swarm_client_ctl.SwarmClientController persistor_id 'persistor' LearnablePersistor
app_common.ccwf.swarm_client_ctl.SwarmClientController shareable_generator_id 'shareable_generator' ShareableGenerator
app_common.executors.learner_executor.LearnerExecutor learner_id - Learner
app_common.executors.model_learner_executor.ModelLearnerExecutor learner_id - ModelLearner
app_common.executors.splitnn_learner_executor.SplitNNLearnerExecutor learner_id - Learner
app_common.executors.statistics.statistics_executor.StatisticsExecutor generator_id - Statistics
app_common.executors.statistics.statistics_task_handler.StatisticsTaskHandler generator_id - Statistics
app_common.filters.statistics_privacy_filter.StatisticsPrivacyFilter result_cleanser_ids - StatisticsPrivacyCleanser
app_common.model_locator.list_model_locator.ListModelLocator persistor_id - ModelPersistor
app_common.psi.psi_controller.PSIController psi_workflow_id - PSIWorkflow
app_common.psi.psi_executor.PSIExecutor psi_algo_id - TaskHandler
app_common.psi.psi_spec.PSI psi_writer_id - PSIWriter
app_common.tracking.log_writer.LogWriter metrics_sender_id None -
app_common.workflows.base_model_controller.BaseModelController persistor_id 'persistor' LearnablePersistor
app_common.workflows.broadcast_and_process.BroadcastAndProcess processor - ResponseProcessor
app_common.workflows.cross_site_model_eval.CrossSiteModelEval formatter_id '' Formatter
app_common.workflows.cross_site_model_eval.CrossSiteModelEval model_locator_id '' ModelLocator
app_common.workflows.cyclic_ctl.CyclicController persistor_id 'persistor' LearnablePersistor
app_common.workflows.cyclic_ctl.CyclicController shareable_generator_id 'shareable_generator' ShareableGenerator
app_common.workflows.global_model_eval.GlobalModelEval formatter_id '' Formatter
app_common.workflows.global_model_eval.GlobalModelEval model_locator_id '' ModelLocator
app_common.workflows.hierarchical_statistics_controller.HierarchicalStatisticsController writer_id - StatisticsWriter
app_common.workflows.model_controller.ModelController persistor_id 'persistor' LearnablePersistor
app_common.workflows.scatter_and_gather.ScatterAndGather aggregator_id 'aggregator' Aggregator
app_common.workflows.scatter_and_gather.ScatterAndGather persistor_id '' LearnablePersistor
app_common.workflows.scatter_and_gather.ScatterAndGather shareable_generator_id 'shareable_generator' ShareableGenerator
app_common.workflows.scatter_and_gather_scaffold.ScatterAndGatherScaffold aggregator_id 'aggregator' Aggregator
app_common.workflows.scatter_and_gather_scaffold.ScatterAndGatherScaffold persistor_id 'persistor' LearnablePersistor
app_common.workflows.scatter_and_gather_scaffold.ScatterAndGatherScaffold shareable_generator_id 'shareable_generator' ShareableGenerator
app_common.workflows.splitnn_workflow.SplitNNController persistor_id 'persistor' LearnablePersistor
app_common.workflows.splitnn_workflow.SplitNNController shareable_generator_id 'shareable_generator' ShareableGenerator
app_common.workflows.statistics_controller.StatisticsController writer_id - StatisticsWriter
app_opt.he.cross_site_model_eval.HECrossSiteModelEval formatter_id '' Formatter
app_opt.he.cross_site_model_eval.HECrossSiteModelEval model_locator_id '' ModelLocator
app_opt.psi.dh_psi.dh_psi_task_handler.DhPSITaskHandler local_psi_id - PSI
app_opt.pt.fedopt.PTFedOptModelShareableGenerator source_model 'model' Module
app_opt.pt.fedopt_ctl.FedOpt source_model - Module
app_opt.pt.file_model_locator.PTFileModelLocator pt_persistor_id - PTFileModelPersistor
app_opt.pt.file_model_persistor.PTFileModelPersistor filter_id None PersistorFilter
app_opt.pt.file_model_persistor.PTFileModelPersistor model None Module
app_opt.pt.recipes.fedeval.EvalController persistor_id - LearnablePersistor
app_opt.sklearn.sklearn_executor.SKLearnExecutor learner_id - Learner
app_opt.tf.file_model_locator.TFFileModelLocator tf_persistor_id - TFModelPersistor
app_opt.tf.model_persistor.TFModelPersistor filter_id None PersistorFilter
app_opt.xgboost.histogram_based.executor.FedXGBHistogramExecutor data_loader_id - XGBDataLoader
app_opt.xgboost.histogram_based.executor.FedXGBHistogramExecutor metrics_writer_id None LogWriter
app_opt.xgboost.histogram_based_v2.controller.XGBController adaptor_component_id - XGBServerAdaptor
app_opt.xgboost.histogram_based_v2.executor.XGBExecutor adaptor_component_id - XGBClientAdaptor
app_opt.xgboost.histogram_based_v2.fed_eval_executor.FedXGBEvalExecutor data_loader_id - XGBDataLoader
app_opt.xgboost.histogram_based_v2.fed_executor.FedXGBHistogramExecutor data_loader_id - XGBDataLoader
app_opt.xgboost.histogram_based_v2.fed_executor.FedXGBHistogramExecutor metrics_writer_id None LogWriter
app_opt.xgboost.histogram_based_v2.runners.xgb_client_runner.XGBClientRunner data_loader_id - XGBDataLoader
app_opt.xgboost.histogram_based_v2.runners.xgb_client_runner.XGBClientRunner metrics_writer_id None LogWriter
app_opt.xgboost.histogram_based_v2.runners.xgb_eval_runner.XGBEvalRunner data_loader_id - XGBDataLoader
app_opt.xgboost.tree_based.executor.FedXGBTreeExecutor data_loader_id - XGBDataLoader
collab.runtime.controller.CollabController collab_obj_ids None -
collab.runtime.controller.CollabController server_obj_id None -
collab.runtime.executor.CollabExecutor client_obj_id - -
collab.runtime.executor.CollabExecutor collab_obj_ids None -
edge.assessors.count.CountAssessor aggregator_id - Aggregator
edge.assessors.count.CountAssessor persistor_id - LearnablePersistor
edge.assessors.count.CountAssessor shareable_generator_id - ShareableGenerator
edge.assessors.model_update.ModelUpdateAssessor device_manager_id - DeviceManager
edge.assessors.model_update.ModelUpdateAssessor model_manager_id - ModelManager
edge.assessors.model_update.ModelUpdateAssessor persistor_id - LearnablePersistor
edge.assessors.sgap.SGAPAssessor aggregator_id - Aggregator
edge.assessors.sgap.SGAPAssessor persistor_id - LearnablePersistor
edge.assessors.sgap.SGAPAssessor shareable_generator_id - ShareableGenerator
edge.assessors.timeout.TimeoutAssessor aggregator_id - Aggregator
edge.assessors.timeout.TimeoutAssessor persistor_id - LearnablePersistor
edge.assessors.timeout.TimeoutAssessor shareable_generator_id - ShareableGenerator
edge.controllers.sage.ScatterAndGatherForEdge assessor_id 'assessor' Assessor
edge.executors.edge_model_executor.EdgeModelExecutor aggr_factory_id - AggregatorFactory
edge.executors.et_edge_model_executor.ETEdgeModelExecutor aggr_factory_id - AggregatorFactory
edge.executors.ete.EdgeTaskExecutor learner_id '' Executor
edge.executors.ete.EdgeTaskExecutor updater_id - Updater
edge.executors.hug.HierarchicalUpdateGatherer learner_id - Executor
edge.executors.hug.HierarchicalUpdateGatherer updater_id - Updater
edge.executors.simple_edge_executor.SimpleEdgeExecutor updater_id - Updater
edge.updaters.aggr.AggrUpdater aggregator_id - Aggregator
edge.updaters.emd.EdgeModelUpdater aggr_factory_id - AggregatorFactory
edge.widgets.device_runner.DeviceRunner device_factory_id - DeviceFactory
edge.widgets.tpo_runner.TPORunner task_processor_id - DeviceTaskProcessor
`;
/** Of 2.8, and gone in 2.9. */
export const IDS_OF_2_8 = `
app_common.executors.client_api_launcher_executor.ClientAPILauncherExecutor launcher_id None Launcher
app_common.executors.client_api_launcher_executor.ClientAPILauncherExecutor pipe_id - Pipe
app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor from_nvflare_converter_id None ParamsConverter
app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor to_nvflare_converter_id None ParamsConverter
app_common.executors.launcher_executor.LauncherExecutor launcher_id None Launcher
app_common.executors.launcher_executor.LauncherExecutor pipe_id - Pipe
app_common.executors.task_exchanger.TaskExchanger pipe_id - Pipe
app_common.hub.hub_controller.HubController pipe_id - Pipe
app_common.hub.hub_executor.HubExecutor pipe_id - Pipe
app_common.metrics_exchange.metrics_sender.MetricsSender pipe_id '_memory_pipe' Pipe
app_common.widgets.external_configurator.ExternalConfigurator component_ids - AttributesExportable
app_common.widgets.metric_relay.MetricRelay pipe_id - Pipe
app_opt.pt.client_api_launcher_executor.PTClientAPILauncherExecutor launcher_id None Launcher
app_opt.pt.client_api_launcher_executor.PTClientAPILauncherExecutor pipe_id - Pipe
app_opt.pt.in_process_client_api_executor.PTInProcessClientAPIExecutor from_nvflare_converter_id None ParamsConverter
app_opt.pt.in_process_client_api_executor.PTInProcessClientAPIExecutor to_nvflare_converter_id None ParamsConverter
app_opt.tf.client_api_launcher_executor.TFClientAPILauncherExecutor launcher_id None Launcher
app_opt.tf.client_api_launcher_executor.TFClientAPILauncherExecutor pipe_id - Pipe
app_opt.tf.in_process_client_api_executor.TFInProcessClientAPIExecutor from_nvflare_converter_id None ParamsConverter
app_opt.tf.in_process_client_api_executor.TFInProcessClientAPIExecutor to_nvflare_converter_id None ParamsConverter
`;
/** Of 2.9: class, argument that names a task, default. */
export const TASKS_OF_2_9 = `
app_common.ccwf.client_controller_executor.ClientControllerExecutor task_name_prefix ''
app_common.ccwf.client_ctl.ClientSideController task_name_prefix -
app_common.ccwf.client_ctl.ClientSideController learn_task_name 'train'
app_common.ccwf.comps.np_trainer.NPTrainer train_task_name 'train'
app_common.ccwf.comps.np_trainer.NPTrainer submit_model_task_name 'submit_model'
app_common.ccwf.comps.np_trainer.NPTrainer validate_model_task_name 'validate'
app_common.ccwf.cse_client_ctl.CrossSiteEvalClientController task_name_prefix 'cse'
app_common.ccwf.cse_client_ctl.CrossSiteEvalClientController submit_model_task_name 'submit_model'
app_common.ccwf.cse_client_ctl.CrossSiteEvalClientController validation_task_name 'validate'
app_common.ccwf.cse_server_ctl.CrossSiteEvalServerController task_name_prefix 'cse'
app_common.ccwf.cyclic_client_ctl.CyclicClientController task_name_prefix 'cyclic'
app_common.ccwf.cyclic_client_ctl.CyclicClientController learn_task_name 'train'
app_common.ccwf.cyclic_server_ctl.CyclicServerController task_name_prefix 'cyclic'
app_common.ccwf.server_ctl.ServerSideController task_name_prefix 'wf'
app_common.ccwf.swarm_client_ctl.SwarmClientController task_name_prefix 'swarm'
app_common.ccwf.swarm_client_ctl.SwarmClientController learn_task_name 'train'
app_common.ccwf.swarm_server_ctl.SwarmServerController task_name_prefix 'swarm'
app_common.executors.client_api_executor.ClientAPIExecutor train_task_name 'train'
app_common.executors.client_api_executor.ClientAPIExecutor evaluate_task_name 'validate'
app_common.executors.client_api_executor.ClientAPIExecutor submit_model_task_name 'submit_model'
app_common.executors.learner_executor.LearnerExecutor train_task 'train'
app_common.executors.learner_executor.LearnerExecutor submit_model_task 'submit_model'
app_common.executors.learner_executor.LearnerExecutor validate_task 'validate'
app_common.executors.model_learner_executor.ModelLearnerExecutor train_task 'train'
app_common.executors.model_learner_executor.ModelLearnerExecutor submit_model_task 'submit_model'
app_common.executors.model_learner_executor.ModelLearnerExecutor validate_task 'validate'
app_common.executors.model_learner_executor.ModelLearnerExecutor configure_task 'configure'
app_common.executors.splitnn_learner_executor.SplitNNLearnerExecutor init_model_task_name '_splitnn_task_init_model_'
app_common.executors.splitnn_learner_executor.SplitNNLearnerExecutor train_task_name '_splitnn_task_train_'
app_common.np.np_trainer.NPTrainer train_task_name 'train'
app_common.np.np_trainer.NPTrainer submit_model_task_name 'submit_model'
app_common.tie.controller.TieController configure_task_name 'config'
app_common.tie.controller.TieController start_task_name 'start'
app_common.tie.executor.TieExecutor configure_task_name 'config'
app_common.tie.executor.TieExecutor start_task_name 'start'
app_common.workflows.broadcast_and_process.BroadcastAndProcess task_name -
app_common.workflows.cmd_task_controller.CmdTaskController task_name 'cmd_task'
app_common.workflows.cross_site_model_eval.CrossSiteModelEval submit_model_task_name 'submit_model'
app_common.workflows.cross_site_model_eval.CrossSiteModelEval validation_task_name 'validate'
app_common.workflows.cyclic_ctl.CyclicController task_name 'train'
app_common.workflows.etl_controller.ETLController task_name 'etl'
app_common.workflows.fedavg.FedAvg task_name 'train'
app_common.workflows.global_model_eval.GlobalModelEval validation_task_name 'validate'
app_common.workflows.initialize_global_weights.InitializeGlobalWeights task_name 'get_weights'
app_common.workflows.scatter_and_gather.ScatterAndGather train_task_name 'train'
app_common.workflows.scatter_and_gather_scaffold.ScatterAndGatherScaffold train_task_name 'train'
app_common.workflows.splitnn_workflow.SplitNNController init_model_task_name '_splitnn_task_init_model_'
app_common.workflows.splitnn_workflow.SplitNNController train_task_name '_splitnn_task_train_'
app_opt.feature_election.controller.FeatureElectionController task_name 'feature_election'
app_opt.feature_election.executor.FeatureElectionExecutor task_name 'feature_election'
app_opt.flower.controller.FlowerController configure_task_name 'config'
app_opt.flower.controller.FlowerController start_task_name 'start'
app_opt.flower.executor.FlowerExecutor start_task_name 'start'
app_opt.flower.executor.FlowerExecutor configure_task_name 'config'
app_opt.he.cross_site_model_eval.HECrossSiteModelEval submit_model_task_name 'submit_model'
app_opt.he.cross_site_model_eval.HECrossSiteModelEval validation_task_name 'validate'
app_opt.pt.fedavg.PTFedAvg task_name 'train'
app_opt.sklearn.sklearn_executor.SKLearnExecutor train_task 'train'
app_opt.xgboost.histogram_based_v2.controller.XGBController configure_task_name 'config'
app_opt.xgboost.histogram_based_v2.controller.XGBController start_task_name 'start'
app_opt.xgboost.histogram_based_v2.executor.XGBExecutor configure_task_name 'config'
app_opt.xgboost.histogram_based_v2.executor.XGBExecutor start_task_name 'start'
app_opt.xgboost.histogram_based_v2.fed_controller.XGBFedController configure_task_name 'config'
app_opt.xgboost.histogram_based_v2.fed_controller.XGBFedController start_task_name 'start'
app_opt.xgboost.histogram_based_v2.mock.mock_controller.MockXGBController configure_task_name 'config'
app_opt.xgboost.histogram_based_v2.mock.mock_controller.MockXGBController start_task_name 'start'
app_opt.xgboost.tree_based.executor.FedXGBTreeExecutor train_task_name 'train'
edge.controllers.sage.ScatterAndGatherForEdge task_name 'train'
`;
