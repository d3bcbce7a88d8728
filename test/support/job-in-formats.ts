/** A job in each format; the same places have the same names. */
export const JOBS = {
  json: `
--- meta.json
{
  "name": "demo",
  "deploy_map": { "app": ["server", "site-1", "site-2"] },
  "mandatory_clients": ["site-1"],
  "resource_spec": { "site-1": { "num_of_gpus": 1 } },
  "launcher_spec": { "site-1": { "docker": { "image": "x" } } }
}
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "rounds": 3,
  "workflows": [
    { "id": "fedavg", "path": "nvflare.app_common.workflows.fedavg.FedAvg",
      "args": { "num_rounds": "{rounds}", "task_name": "train", "persistor_id": "store" } }
  ],
  "task_data_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.exclude_vars.ExcludeVars", "args": { "exclude_vars": "x {rounds}" } }] }],
  "components": [
    { "id": "store", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }
  ]
}
--- app/config/config_fed_client.json
{
  "format_version": 2,
  "executors": [
    { "tasks": ["train"], "executor": { "path": "net.Trainer", "args": { "lr": 1, "peers": ["site-1", "site-2"] } } }
  ]
}
--- app/custom/net.py
class Trainer:
    def __init__(self, lr, peers):
        self.task = "train"  # not "train"
`,
  hocon: `
--- meta.conf
name = demo
deploy_map { app = [server, site-1, "site-2"] } # who
mandatory_clients = [ "site-1" ]
resource_spec { site-1 { num_of_gpus = 1 } }
launcher_spec.site-1 { docker { image = x } }
--- !app/config/config_fed_server.json
--- app/config/config_fed_server.conf
format_version = 2
rounds = 3 # how often
workflows = [
  { id = fedavg, path = nvflare.app_common.workflows.fedavg.FedAvg
    args { num_rounds = "{rounds}", task_name = train, persistor_id = store } }
]
task_data_filters = [{ tasks = [train], filters = [{ path = nvflare.app_common.filters.exclude_vars.ExcludeVars, args { exclude_vars = "x {rounds}" } }] }]
components = [
  { id = store, path = nvflare.app_common.np.np_model_persistor.NPModelPersistor }
]
--- !app/config/config_fed_client.json
--- app/config/config_fed_client.conf
format_version = 2
executors = [
  { tasks = [train], executor { path = net.Trainer, args { lr = 1, peers = [site-1, site-2] } } }
]
--- app/custom/net.py
class Trainer:
    def __init__(self, lr, peers):
        self.task = "train"  # not "train"
`,
  yaml: `
--- meta.yml
name: demo
deploy_map:
  app: [server, site-1, 'site-2'] # who
mandatory_clients:
  - site-1
resource_spec:
  site-1: { num_of_gpus: 1 }
launcher_spec:
  "site-1": { docker: { image: x } }
--- !app/config/config_fed_server.json
--- app/config/config_fed_server.yml
format_version: 2
rounds: 3 # how often
workflows:
  - id: fedavg
    path: nvflare.app_common.workflows.fedavg.FedAvg
    args: { num_rounds: "{rounds}", task_name: train, persistor_id: store }
task_data_filters:
  - tasks: [train]
    filters: [{ path: nvflare.app_common.filters.exclude_vars.ExcludeVars, args: { exclude_vars: "x {rounds}" } }]
components:
  - { id: store, path: nvflare.app_common.np.np_model_persistor.NPModelPersistor }
--- !app/config/config_fed_client.json
--- app/config/config_fed_client.yml
format_version: 2
executors:
  - tasks: [train]
    executor: { path: net.Trainer, args: { lr: 1, peers: [site-1, site-2] } }
--- app/custom/net.py
class Trainer:
    def __init__(self, lr, peers):
        self.task = "train"  # not "train"
`,
} as const;
