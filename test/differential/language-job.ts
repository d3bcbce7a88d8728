/** A job that uses everything the language of configurations has; NVFLARE builds and starts it as it is. */
export const LANGUAGE_JOB = `
--- meta.json
{ "name": "demo", "min_clients": 2, "deploy_map": { "app": ["@ALL"] } }
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "rounds": 2,
  "level": 0.5,
  "task": "train",
  "folder": "{WORKSPACE}/out-{JOB_ID}",
  "home": "{$PATH}",
  "names": ["bias", "weight"],
  "@noise": { "path": "parts.Noise", "args": { "level": "{level}" } },
  "task_data_filters": [
    { "tasks": ["{task}"], "filters": [
      { "path": "parts.Keep", "args": { "noise": "{@noise:level=0.1}", "names": "{names}" } },
      { "path": "parts.Keep", "args": { "noise": { "path": "parts.Noise", "args": { "level": 1 } } }, "disabled": false }
    ] },
    { "tasks": ["train"], "direction": "IN", "filters": [{ "path": "parts.Keep" }] }
  ],
  "task_result_filters": [
    { "tasks": ["train", "validate"], "direction": "out", "filters": [{ "path": "parts.Keep", "args": {} }] }
  ],
  "workflows": [
    { "name": "ScatterAndGather", "args": { "min_clients": 2, "num_rounds": "{rounds}", "persistor_id": "persistor", "train_task_name": "{task}" } }
  ],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor", "args": { "model_dir": "models-{SITE_NAME}" } },
    { "id": "shareable_generator", "name": "FullModelShareableGenerator" },
    { "id": "aggregator", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator",
      "args": { "expected_data_kind": "WEIGHT_DIFF" } },
    { "id": "store", "path": "parts.Store", "args": { "class_attributes": { "options": { "path": "parts.Noise", "args": { "level": 2 } }, "where": "{folder}" } } },
    { "id": "plan", "path": "parts.Store", "args": { "options": { "path": "torch.optim.SGD", "config_type": "dict", "args": { "lr": 0.1 } }, "where": "a-{level:.2f}" } },
    { "id": "off", "path": "no.such.Class", "args": { "x": 1 }, "disabled": true }
  ]
}
--- app/config/config_fed_client.json
{
  "format_version": 2,
  "rate": 0.1,
  "@model": { "path": "parts.Model", "args": { "layers": "{layers}", "noise": { "path": "parts.Noise", "args": { "level": 0 } } } },
  "executors": [
    { "tasks": ["tr*n"], "executor": { "path": "parts.Worker", "args": { "model": "{@model:layers=3}", "rate": "{rate}", "tags": ["{SITE_NAME}", "{ROOT_URL}"] } } },
    { "tasks": ["validate", "sub?it"], "executor": { "path": "parts.Worker", "args": { "model": { "name": "parts", "size": 3 }, "rate": 0.5 } } }
  ],
  "task_result_filters": [
    { "tasks": ["train"], "direction": "inout", "filters": [{ "path": "parts.Keep", "args": { "noise": null } }] }
  ],
  "components": [
    { "id": "store", "path": "parts.Store", "args": { "options": { "file": "/data/x.csv" }, "where": "{JOB_CUSTOM_DIR}" } }
  ]
}
--- app/custom/parts.py
from nvflare.apis.executor import Executor
from nvflare.apis.filter import Filter
from nvflare.apis.fl_component import FLComponent


class Noise:
    def __init__(self, level):
        self.level = level


class Model:
    def __init__(self, layers, noise):
        self.layers = layers


class Store(FLComponent):
    def __init__(self, options: dict, where: str = ""):
        super().__init__()
        self.options = options


class Keep(Filter):
    def __init__(self, noise=None, names=None):
        super().__init__()
        self.noise = noise

    def process(self, shareable, fl_ctx):
        return shareable


class Worker(Executor):
    def __init__(self, model, rate: float, tags=None):
        super().__init__()
        self.model = model

    def execute(self, task_name, shareable, fl_ctx, abort_signal):
        return shareable`;

/** One change of a configuration of that job. */
export interface LanguageChange {
  readonly side: 'server' | 'client';
  readonly from: string;
  readonly to: string;
}

const server = (from: string, to: string): LanguageChange => ({ side: 'server', from, to });
const client = (from: string, to: string): LanguageChange => ({ side: 'client', from, to });

const NESTED = '{ "path": "parts.Noise", "args": { "level": 1 } }';
const DICT = '"config_type": "dict", ';
const ATTRIBUTES = '"class_attributes": { "options": { "path": "parts.Noise", "args": { "level": 2 } }, "where": "{folder}" }';

/** By what of the language they change; some of them NVFLARE fails over, some not. */
export const LANGUAGE_CHANGES: Readonly<Record<string, readonly LanguageChange[]>> = {
  class_attributes: [
    server(ATTRIBUTES, '"class_attributes": {}'),
    server(ATTRIBUTES, '"class_attributes": { "options": {}, "wher": "" }'),
    server(ATTRIBUTES, '"class_attributes": { "options": {}, "where": "" }, "unread": 1'),
    server(ATTRIBUTES, '"class_attribute": { "options": {} }'),
    server(ATTRIBUTES, '"class_attributes": [1]'),
    server(ATTRIBUTES, '"class_attributes": null'),
    server(ATTRIBUTES, '"options": { "class_attributes": { "a": 1 } }'),
    server('"class_attributes": { "options": { "path": "parts.Noise"', '"class_attributes": { "options": { "path": "parts.Nois"'),
  ],
  config_type: [
    server(DICT, ''),
    server(DICT, '"config_type": "component", '),
    server(DICT, '"config_type": "Dict", '),
    server(DICT, '"config_type": "object", '),
    server(DICT, '"config_type": null, '),
    server('"level": 1 } }', '"level": 1 }, "config_type": "dict" }'),
    server('{ "id": "plan", ', '{ "id": "plan", "config_type": "dict", '),
  ],
  'nested components': [
    server(NESTED, '{ "path": "parts.Nois", "args": { "level": 1 } }'),
    server(NESTED, '{ "path": "part.Noise", "args": { "level": 1 } }'),
    server(NESTED, '{ "path": "parts.Noise" }'),
    server(NESTED, '{ "path": "parts.Noise", "args": { "levl": 1 } }'),
    server(NESTED, '{ "path": "parts.Noise", "args": [1] }'),
    server(NESTED, '{ "class_path": "parts.Noise", "args": { "level": 1 } }'),
    server(NESTED, '{ "path": "", "args": { "level": 1 } }'),
    server(NESTED, '{ "path": "noise", "args": { "level": 1 } }'),
    server(NESTED, '{ "path": 1 }'),
    server(NESTED, '{ "path": "parts.Noise", "args": { "level": 1 }, "disabled": true }'),
    server(NESTED, '[{ "path": "parts.Nois" }]'),
    server(NESTED, '{ "deeper": { "path": "parts.Nois" } }'),
    client('"level": 0', '"levels": 0'),
    client('"path": "parts.Model"', '"path": "parts.Modell"'),
    client('"file": "/data/x.csv"', '"path": "/data/x.csv"'),
    client('"file": "/data/x.csv"', '"path": "/data/x.csv", "config_type": "dict"'),
    client('"file": "/data/x.csv"', '"path": "data/x.csv"'),
    client('"file": "/data/x.csv"', '"path": "x.csv"'),
    client('"file": "/data/x.csv"', '"path": "x"'),
  ],
  variables: [
    server('"{names}"', '"{name}"'),
    server('"names": "{names}"', '"names": "{@names}"'),
    server('{@noise:level=0.1}', '{@nois:level=0.1}'),
    server('{@noise:level=0.1}', '{@noise}'),
    server('{@noise:level=0.1}', '{noise:level=0.1}'),
    server('{@noise:level=0.1}', '{@noise:level}'),
    server('{@noise:level=0.1}', '{@noise:level=0.1:more=2}'),
    server('"home": "{$PATH}"', '"home": "{$NO_SUCH_VARIABLE}"'),
    server('"num_rounds": "{rounds}"', '"num_rounds": "{ rounds }"'),
    server('"num_rounds": "{rounds}"', '"num_rounds": "{{rounds}}"'),
    server('"num_rounds": "{rounds}"', '"num_rounds": "{round}"'),
    server('"num_rounds": "{rounds}"', '"num_rounds": "{folder}"'),
    server('"num_rounds": "{rounds}"', '"num_rounds": "{}"'),
    server('a-{level:.2f}', 'a-{level:.2x}'),
    server('a-{level:.2f}', 'a-{levels:.2f}'),
    server('a-{level:.2f}', 'a-{level'),
    server('a-{level:.2f}', '{a:1}'),
    server('"task": "train"', '"task": "{task}"'),
    server('"task": "train"', '"task": "{rounds}"'),
    server('"rounds": 2', '"rounds": "{level}"'),
    server('"persistor_id": "persistor"', '"persistor_id": "{PERSISTOR}"'),
    server('models-{SITE_NAME}', '{ROOT_URL}'),
    client('{@model:layers=3}', '{@model}'),
    client('{@model:layers=3}', '{@mod:layers=3}'),
    client('"rate": "{rate}"', '"rate": "{RATE}"'),
    client('"@model": { "path"', '"@model": { "paths"'),
  ],
  'wildcard tasks': [
    client('"tr*n"', '"tr?in"'),
    client('"tr*n"', '"t*n"'),
    client('"tr*n"', '"tr*m"'),
    client('"tr*n"', '"*"'),
    client('"tr*n"', '"Tr*n"'),
    client('"tr*n"', '"tr[ab]*n"'),
    client('"tr*n"', '""'),
    client('"tr*n"', '"tr*n", "tr*n"'),
    client('["validate", "sub?it"]', '["tr*n"]'),
    client('["validate", "sub?it"]', '"validate"'),
    client('["validate", "sub?it"]', '["validate", 1]'),
    client('["validate", "sub?it"]', '[]'),
  ],
  'filter direction': [
    server('"direction": "IN"', '"direction": "out"'),
    server('"direction": "IN"', '"direction": "inout"'),
    server('"direction": "IN"', '"direction": "inn"'),
    server('"direction": "IN"', '"direction": ""'),
    server('"direction": "IN"', '"direction": null'),
    server('"direction": "IN"', '"direction": 1'),
    server('"direction": "IN"', '"directions": "in"'),
    client('"direction": "inout"', '"direction": "both"'),
    client('"direction": "inout"', '"direction": ["in"]'),
    client('"filters": [{ "path": "parts.Keep", "args": { "noise": null } }]', '"filters": { "path": "parts.Keep" }'),
    client('"filters": [{ "path": "parts.Keep", "args": { "noise": null } }]', '"filters": []'),
  ],
  'names instead of paths': [
    server('"name": "ScatterAndGather"', '"name": "ScatterAndGathr"'),
    server('"name": "ScatterAndGather"', '"path": "ScatterAndGather"'),
    server('"name": "ScatterAndGather"', '"name": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather"'),
    server('"name": "ScatterAndGather"', '"name": ""'),
    server('"name": "ScatterAndGather"', '"name": 1'),
    server('"name": "ScatterAndGather"', '"name": "Keep"'),
    server('"name": "ScatterAndGather"', '"Name": "ScatterAndGather"'),
    server('"name": "FullModelShareableGenerator"', '"name": "Store"'),
    server('"name": "FullModelShareableGenerator"', '"name": "FullModelShareableGenerator", "path": "parts.Stor"'),
    server('"name": "FullModelShareableGenerator"', '"class_path": "parts.Stor", "name": "FullModelShareableGenerator"'),
    server('"name": "FullModelShareableGenerator"', '"name": "FullModelShareableGenerator", "args": { "x": 1 }'),
    client('"name": "parts", "size": 3', '"name": "FullModelShareableGenerator", "size": 3'),
    client('"name": "parts", "size": 3', '"name": "FullModelShareableGenerato"'),
    client('"name": "parts", "size": 3', '"name": "Adam", "args": { "lr": 1 }'),
  ],
  disabled: [
    server('"disabled": true', '"disabled": false'),
    server('"disabled": true', '"disabled": "true"'),
    server('"disabled": true', '"disabled": 1'),
    server('{ "id": "persistor", ', '{ "id": "persistor", "disabled": true, '),
    server('{ "name": "ScatterAndGather", ', '{ "disabled": true, "name": "ScatterAndGather", '),
    client(
      '"executor": { "path": "parts.Worker", "args": { "model": "{@model',
      '"executor": { "disabled": true, "path": "parts.Worker", "args": { "model": "{@model',
    ),
    server('{ "path": "parts.Keep" }', '{ "path": "parts.Keep", "disabled": true }'),
    server('"no.such.Class", "args"', '"no.such.Class", "id": "store", "args"'),
  ],
};
