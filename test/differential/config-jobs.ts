import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JobSources } from '../../src/core/job/sources';
import { exampleJob, sourcesOf } from '../support/example-job';
import { LANGUAGE_JOB } from './language-job';

/** A job that NVFLARE builds and starts as it is. */
export interface WholeJob {
  readonly name: string;
  readonly sources: JobSources;
}

const META = `--- meta.json
{ "name": "demo", "min_clients": 2, "deploy_map": { "app": ["@ALL"] } }`;

/** What the jobs of `examples/` do not have; they need numpy and nothing else. */
const WRITTEN: Readonly<Record<string, string>> = {
  'scatter, gather and validate': `${META}
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "min_clients": 2,
  "rounds": 3,
  "train_task": "train",
  "server": { "heart_beat_timeout": 600, "task_request_interval": 1.5 },
  "task_data_filters": [
    { "tasks": ["{train_task}"], "filters": [{ "path": "nvflare.app_common.filters.exclude_vars.ExcludeVars", "args": { "exclude_vars": ["bias"] } }] }
  ],
  "task_result_filters": [
    { "tasks": ["train", "validate"], "direction": "in", "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }
  ],
  "workflows": [
    { "id": "train", "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
      "args": { "min_clients": "{min_clients}", "num_rounds": "{rounds}", "aggregator_id": "aggregator", "persistor_id": "persistor",
        "shareable_generator_id": "shareable_generator", "train_task_name": "{train_task}", "wait_time_after_min_received": 10 } },
    { "id": "validate", "path": "nvflare.app_common.workflows.cross_site_model_eval.CrossSiteModelEval",
      "args": { "model_locator_id": "locator", "formatter_id": "formatter" } }
  ],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor", "args": { "model_dir": "models" } },
    { "id": "shareable_generator", "path": "nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator" },
    { "id": "aggregator", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator",
      "args": { "expected_data_kind": "WEIGHT_DIFF", "exclude_vars": null } },
    { "id": "selector", "path": "nvflare.app_common.widgets.intime_model_selector.IntimeModelSelector", "args": { "key_metric": "accuracy" } },
    { "id": "locator", "path": "nvflare.app_common.np.np_model_locator.NPModelLocator" },
    { "id": "formatter", "path": "nvflare.app_common.np.np_formatter.NPFormatter" },
    { "id": "json", "path": "nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator" }
  ]
}
--- app/config/config_fed_client.json
{
  "format_version": 2,
  "default_task_fetch_interval": 0.5,
  "lr": 0.1,
  "executors": [
    { "tasks": ["train", "submit_model"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "delta": "{lr}", "sleep_time": 0 } } },
    { "tasks": ["valid*"], "executor": { "path": "nvflare.app_common.np.np_validator.NPValidator", "args": { "epsilon": 0.5 } } }
  ],
  "task_result_filters": [
    { "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.percentile_privacy.PercentilePrivacy", "args": { "percentile": 10, "gamma": 0.01 } }] }
  ],
  "task_data_filters": [],
  "components": [
    { "id": "events", "path": "nvflare.app_common.widgets.convert_to_fed_event.ConvertToFedEvent", "args": { "events_to_convert": ["analytix_log_stats"], "fed_event_prefix": "fed." } }
  ]
}`,
  'statistics of tables': `${META}
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "workflows": [
    { "id": "fed_stats_controller", "path": "nvflare.app_common.workflows.statistics_controller.StatisticsController",
      "args": { "statistic_configs": { "count": {}, "mean": {}, "sum": {}, "stddev": {}, "histogram": { "Age": { "bins": 20, "range": [0, 120] } } },
        "writer_id": "stats_writer", "min_clients": 2 } }
  ],
  "components": [
    { "id": "stats_writer", "path": "nvflare.app_common.statistics.json_stats_file_persistor.JsonStatsFileWriter",
      "args": { "output_path": "statistics/stats.json", "json_encoder_path": "nvflare.app_common.utils.json_utils.ObjectEncoder" } }
  ]
}
--- app/config/config_fed_client.json
{
  "format_version": 2,
  "executors": [
    { "tasks": ["fed_stats_pre_run", "fed_stats"], "executor": { "id": "Executor",
      "path": "nvflare.app_common.executors.statistics.statistics_executor.StatisticsExecutor", "args": { "generator_id": "generator" } } }
  ],
  "task_result_filters": [
    { "tasks": ["fed_stats"], "filters": [{ "path": "nvflare.app_common.filters.statistics_privacy_filter.StatisticsPrivacyFilter",
      "args": { "result_cleanser_ids": ["min_count", "min_max", "bins"] } }] }
  ],
  "components": [
    { "id": "generator", "path": "tables.Tables", "args": { "filename": "data.csv" } },
    { "id": "min_max", "path": "nvflare.app_common.statistics.min_max_cleanser.AddNoiseToMinMax", "args": { "min_noise_level": 0.1, "max_noise_level": 0.3 } },
    { "id": "bins", "path": "nvflare.app_common.statistics.histogram_bins_cleanser.HistogramBinsCleanser", "args": { "max_bins_percent": 10 } },
    { "id": "min_count", "path": "nvflare.app_common.statistics.min_count_cleanser.MinCountCleanser", "args": { "min_count": 10 } }
  ]
}
--- app/custom/tables.py
from nvflare.app_common.abstract.statistics_spec import DataType, Feature, Histogram, HistogramType, Statistics


class Tables(Statistics):
    def __init__(self, filename: str):
        super().__init__()
        self.filename = filename

    def features(self):
        return {"train": [Feature("Age", DataType.FLOAT)]}

    def count(self, dataset_name, feature_name):
        return 40

    def sum(self, dataset_name, feature_name):
        return 1600.0

    def mean(self, dataset_name, feature_name):
        return 40.0

    def stddev(self, dataset_name, feature_name):
        return 10.0

    def variance_with_mean(self, dataset_name, feature_name, global_mean, global_count):
        return 100.0

    def histogram(self, dataset_name, feature_name, num_of_bins, global_min_value, global_max_value):
        return Histogram(HistogramType.STANDARD, [])`,
  'swarm learning with a learner of its own': `${META}
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "rounds": 2,
  "@prefix": { "task_name_prefix": "swarm" },
  "workflows": [
    { "id": "swarm", "path": "nvflare.app_common.ccwf.SwarmServerController",
      "args": { "num_rounds": "{rounds}", "start_task_timeout": 30 } },
    { "id": "evaluate", "path": "nvflare.app_common.ccwf.CrossSiteEvalServerController", "args": { "eval_task_timeout": 300 } }
  ],
  "components": [ { "id": "printer", "path": "nvflare.app_common.ccwf.comps.cwe_result_printer.CWEResultPrinter" } ]
}
--- app/config/config_fed_client.json
{
  "format_version": 2,
  "executors": [
    { "tasks": ["train", "validate", "submit_model"], "executor": { "path": "learn.Trainer", "args": { "epochs": 2, "note": "{SITE_NAME}.{JOB_ID}" } } },
    { "tasks": ["swarm_*"], "executor": { "path": "nvflare.app_common.ccwf.SwarmClientController",
      "args": { "learn_task_name": "train", "persistor_id": "persistor", "aggregator_id": "aggregator", "shareable_generator_id": "shareable_generator" } } },
    { "tasks": ["cse_*"], "executor": { "path": "nvflare.app_common.ccwf.CrossSiteEvalClientController", "args": { "submit_model_task_name": "submit_model", "validation_task_name": "validate", "persistor_id": "persistor" } } }
  ],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.ccwf.comps.np_file_model_persistor.NPFileModelPersistor" },
    { "id": "shareable_generator", "path": "nvflare.app_common.ccwf.comps.simple_model_shareable_generator.SimpleModelShareableGenerator" },
    { "id": "aggregator", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator",
      "args": { "expected_data_kind": "WEIGHTS" } },
    { "id": "data", "path": "learn.Data", "args": { "split": { "train": 0.8, "test": 0.2 }, "augment": { "path": "learn.Flip", "args": { "p": 0.5 } } } }
  ]
}
--- app/custom/learn.py
from nvflare.app_common.ccwf.comps.np_trainer import NPTrainer


class Trainer(NPTrainer):
    def __init__(self, epochs: int, note: str = "", **kwargs):
        super().__init__(**kwargs)
        self.epochs = epochs
        self.note = note


class Flip:
    def __init__(self, p: float):
        self.p = p


class Data:
    def __init__(self, split: dict, augment: Flip):
        self.split = split
        self.augment = augment`,
};

/** The jobs of `examples/` that are right, and those above. */
export function wholeJobs(): readonly WholeJob[] {
  const examples = ['hello-numpy', 'hospitals', 'cyclic-yaml'].map((name) => ({
    name,
    sources: readJob(name, `examples/${name}`),
  }));
  const written = Object.entries(WRITTEN).map(([name, text]) => ({ name, sources: exampleJob(`\n${text}`).sources }));
  return [...examples, ...written, { name: 'everything of the language', sources: exampleJob(LANGUAGE_JOB).sources }];
}

/** Reads a folder as a job. */
export function readJob(name: string, folder: string): JobSources {
  const texts = new Map<string, Uint8Array>();
  const folders: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = entry.replaceAll('\\', '/');
    if (statSync(join(folder, path)).isDirectory()) folders.push(path);
    else texts.set(path, readFileSync(join(folder, path)));
  }
  return sourcesOf(name, texts, folders);
}
