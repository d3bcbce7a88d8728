/** A place, what is picked there, and the text before and after in each format; `|` is the caret. */
export interface Golden {
  readonly name: string;
  readonly file: string;
  readonly pick: string;
  /** Other files of the job, as in `exampleJob`. */
  readonly beside?: string;
  readonly json: Change;
  readonly conf: Change;
  readonly yml: Change;
}

type Change = readonly [before: string, after: string];

/** Every place at which something is offered. */
export const GOLDEN: readonly Golden[] = [
  {
    name: 'a whole job in an empty file',
    file: 'meta',
    pick: 'job',
    json: [
      `|`,
      `{
  "name": "demo",
  "min_clients": 1,
  "deploy_map": {
    "app": ["@ALL"]
  }
}`,
    ],
    conf: [
      `|`,
      `name = "demo"
min_clients = 1
deploy_map {
  app = ["@ALL"]
}`,
    ],
    yml: [
      `|`,
      `name: demo
min_clients: 1
deploy_map:
  app: ["@ALL"]`,
    ],
  },
  {
    name: 'a key at the top',
    file: 'meta',
    pick: 'deploy_map',
    json: [
      `{
  "name": "demo",
  "dep|"
}`,
      `{
  "name": "demo",
  "deploy_map": {
    "app": ["@ALL"]
  }
}`,
    ],
    conf: [
      `name = demo
dep|`,
      `name = demo
deploy_map {
  app = ["@ALL"]
}`,
    ],
    yml: [
      `name: demo
dep|`,
      `name: demo
deploy_map:
  app: ["@ALL"]`,
    ],
  },
  {
    name: 'a key where a comma is missing',
    file: 'meta',
    pick: 'min_clients',
    json: [
      `{
  "name": "demo"
  |
}`,
      `{
  "name": "demo",
  "min_clients": 1
}`,
    ],
    conf: [
      `name = demo
|`,
      `name = demo
min_clients = 1`,
    ],
    yml: [
      `name: demo
|`,
      `name: demo
min_clients: 1`,
    ],
  },
  {
    name: 'a key in front of others',
    file: 'meta',
    pick: 'name',
    json: [
      `{
  |
  "min_clients": 1
}`,
      `{
  "name": "demo",
  "min_clients": 1
}`,
    ],
    conf: [
      `|
min_clients = 1`,
      `name = "demo"
min_clients = 1`,
    ],
    yml: [
      `|
min_clients: 1`,
      `name: demo
min_clients: 1`,
    ],
  },
  {
    name: 'a key with a value already',
    file: 'meta',
    pick: 'min_clients',
    json: [`{ "min|": 2 }`, `{ "min_clients": 2 }`],
    conf: [`min| = 2`, `min_clients = 2`],
    yml: [`min|: 2`, `min_clients: 2`],
  },
  {
    name: 'the name of the folder',
    file: 'meta',
    pick: 'demo',
    json: [`{ "name": | }`, `{ "name": "demo" }`],
    conf: [`name = |`, `name = "demo"`],
    yml: [`name: |`, `name: demo`],
  },
  {
    name: 'an app folder',
    file: 'meta',
    pick: 'app',
    json: [
      `{
  "deploy_map": {
    |
  }
}`,
      `{
  "deploy_map": {
    "app": ["@ALL"]
  }
}`,
    ],
    conf: [
      `deploy_map {
  |
}`,
      `deploy_map {
  app = ["@ALL"]
}`,
    ],
    yml: [
      `deploy_map:
  |`,
      `deploy_map:
  app: ["@ALL"]`,
    ],
  },
  {
    name: 'all sites',
    file: 'meta',
    pick: '@ALL',
    json: [`{ "deploy_map": { "app": ["@|"] } }`, `{ "deploy_map": { "app": ["@ALL"] } }`],
    conf: [`deploy_map { app = ["@|"] }`, `deploy_map { app = ["@ALL"] }`],
    yml: [
      `deploy_map:
  app: ["@|"]`,
      `deploy_map:
  app: ["@ALL"]`,
    ],
  },
  {
    name: 'all sites as a value',
    file: 'meta',
    pick: '["@ALL"]',
    json: [`{ "deploy_map": { "app": | } }`, `{ "deploy_map": { "app": ["@ALL"] } }`],
    conf: [`deploy_map { app = | }`, `deploy_map { app = ["@ALL"] }`],
    yml: [
      `deploy_map:
  app: |`,
      `deploy_map:
  app: ["@ALL"]`,
    ],
  },
  {
    name: 'a site of the project',
    file: 'meta',
    pick: 'hospital-a',
    json: [`{ "deploy_map": { "app": ["server", |] } }`, `{ "deploy_map": { "app": ["server", "hospital-a"] } }`],
    conf: [`deploy_map { app = ["server", |] }`, `deploy_map { app = ["server", "hospital-a"] }`],
    yml: [
      `deploy_map:
  app:
    - server
    - |`,
      `deploy_map:
  app:
    - server
    - hospital-a`,
    ],
  },
  {
    name: 'a site in quotes that are not closed',
    file: 'meta',
    pick: 'hospital-a',
    json: [`{ "deploy_map": { "app": ["server", "hos|] } }`, `{ "deploy_map": { "app": ["server", "hospital-a"] } }`],
    conf: [`deploy_map { app = ["server", "hos|] }`, `deploy_map { app = ["server", "hospital-a"] }`],
    yml: [
      `deploy_map:
  app: [server, "hos|]`,
      `deploy_map:
  app: [server, "hospital-a"]`,
    ],
  },
  {
    name: 'a site behind a comma that trails, in the middle of a word',
    file: 'meta',
    pick: 'hospital-b',
    json: [`{ "deploy_map": { "app": ["server", "hosp|ital",] } }`, `{ "deploy_map": { "app": ["server", "hospital-b",] } }`],
    conf: [`deploy_map { app = ["server", "hosp|ital",] }`, `deploy_map { app = ["server", "hospital-b",] }`],
    yml: [
      `deploy_map:
  app: [server, "hosp|ital",]`,
      `deploy_map:
  app: [server, "hospital-b",]`,
    ],
  },
  {
    name: 'a class path, behind a dot in quotes that are not closed',
    file: 'app/config/config_fed_client',
    pick: 'NPValidator',
    json: [
      `{ "executors": [{ "tasks": ["validate"], "executor": { "path": "nvflare.app_common.np.| } }] }`,
      `{ "executors": [{ "tasks": ["validate"], "executor": { "path": "nvflare.app_common.np.np_validator.NPValidator" } }] }`,
    ],
    conf: [
      `executors = [{ tasks = [validate], executor { path = "nvflare.app_common.np.| } }]`,
      `executors = [{ tasks = [validate], executor { path = "nvflare.app_common.np.np_validator.NPValidator" } }]`,
    ],
    yml: [
      `executors:
  - tasks: [validate]
    executor:
      path: "nvflare.app_common.np.|`,
      `executors:
  - tasks: [validate]
    executor:
      path: "nvflare.app_common.np.np_validator.NPValidator"`,
    ],
  },
  {
    name: 'a component that another one uses',
    file: 'app/config/config_fed_server',
    pick: 'disabled',
    json: [
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg" }], "components": [{ "id": "persistor", "dis|" }] }`,
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg" }], "components": [{ "id": "persistor", "disabled": false }] }`,
    ],
    conf: [
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg" }]
components = [{ id = persistor, dis| }]`,
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg" }]
components = [{ id = persistor, disabled = false }]`,
    ],
    yml: [
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
components:
  - id: persistor
    dis|`,
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
components:
  - id: persistor
    disabled: false`,
    ],
  },
  {
    name: 'a resource where only braces are yet',
    file: 'meta',
    pick: 'num_of_gpus',
    json: [`{ "resource_spec": { "site-1": {|} } }`, `{ "resource_spec": { "site-1": {"num_of_gpus": 1} } }`],
    conf: [`resource_spec { site-1 {|} }`, `resource_spec { site-1 {num_of_gpus = 1} }`],
    yml: [
      `resource_spec:
  site-1: {|}
name: demo`,
      `resource_spec:
  site-1:
    num_of_gpus: 1
name: demo`,
    ],
  },
  {
    name: 'a mandatory client',
    file: 'meta',
    pick: 'site-2',
    json: [
      `{
  "deploy_map": { "app": ["site-1", "site-2"] },
  "mandatory_clients": ["site-1", "|"]
}`,
      `{
  "deploy_map": { "app": ["site-1", "site-2"] },
  "mandatory_clients": ["site-1", "site-2"]
}`,
    ],
    conf: [
      `deploy_map { app = [site-1, site-2] }
mandatory_clients = [site-1, |]`,
      `deploy_map { app = [site-1, site-2] }
mandatory_clients = [site-1, "site-2"]`,
    ],
    yml: [
      `deploy_map:
  app: [site-1, site-2]
mandatory_clients:
  - site-1
  |`,
      `deploy_map:
  app: [site-1, site-2]
mandatory_clients:
  - site-1
  - site-2`,
    ],
  },
  {
    name: 'the number of clients',
    file: 'meta',
    pick: '2',
    json: [
      `{
  "deploy_map": { "app": ["site-1", "site-2"] },
  "min_clients": |
}`,
      `{
  "deploy_map": { "app": ["site-1", "site-2"] },
  "min_clients": 2
}`,
    ],
    conf: [
      `deploy_map { app = [site-1, site-2] }
min_clients = |`,
      `deploy_map { app = [site-1, site-2] }
min_clients = 2`,
    ],
    yml: [
      `deploy_map:
  app: [site-1, site-2]
min_clients: |`,
      `deploy_map:
  app: [site-1, site-2]
min_clients: 2`,
    ],
  },
  {
    name: 'a site with resources',
    file: 'meta',
    pick: 'site-1',
    json: [
      `{
  "deploy_map": { "app": ["site-1"] },
  "resource_spec": {
    "|"
  }
}`,
      `{
  "deploy_map": { "app": ["site-1"] },
  "resource_spec": {
    "site-1": {
      
    }
  }
}`,
    ],
    conf: [
      `deploy_map { app = [site-1] }
resource_spec {
  |
}`,
      `deploy_map { app = [site-1] }
resource_spec {
  site-1 {
    
  }
}`,
    ],
    yml: [
      `deploy_map:
  app: [site-1]
resource_spec:
  |`,
      `deploy_map:
  app: [site-1]
resource_spec:
  site-1: {}`,
    ],
  },
  {
    name: 'a resource',
    file: 'meta',
    pick: 'mem_per_gpu_in_GiB',
    json: [
      `{
  "resource_spec": {
    "site-1": {
      "num_of_gpus": 1,
      "mem|"
    }
  }
}`,
      `{
  "resource_spec": {
    "site-1": {
      "num_of_gpus": 1,
      "mem_per_gpu_in_GiB": 1
    }
  }
}`,
    ],
    conf: [
      `resource_spec {
  site-1 {
    num_of_gpus = 1
    mem|
  }
}`,
      `resource_spec {
  site-1 {
    num_of_gpus = 1
    mem_per_gpu_in_GiB = 1
  }
}`,
    ],
    yml: [
      `resource_spec:
  site-1:
    num_of_gpus: 1
    mem|`,
      `resource_spec:
  site-1:
    num_of_gpus: 1
    mem_per_gpu_in_GiB: 1`,
    ],
  },
  {
    name: 'an amount of memory',
    file: 'meta',
    pick: '16Gi',
    json: [`{ "resource_spec": { "@default": { "memory": "|" } } }`, `{ "resource_spec": { "@default": { "memory": "16Gi" } } }`],
    conf: [`resource_spec { "@default" { memory = | } }`, `resource_spec { "@default" { memory = "16Gi" } }`],
    yml: [
      `resource_spec:
  "@default":
    memory: |`,
      `resource_spec:
  "@default":
    memory: 16Gi`,
    ],
  },
  {
    name: 'a launcher',
    file: 'meta',
    pick: 'docker',
    json: [
      `{
  "launcher_spec": {
    "default": {
      |
    }
  }
}`,
      `{
  "launcher_spec": {
    "default": {
      "docker": {
        
      }
    }
  }
}`,
    ],
    conf: [
      `launcher_spec {
  default {
    |
  }
}`,
      `launcher_spec {
  default {
    docker {
      
    }
  }
}`,
    ],
    yml: [
      `launcher_spec:
  default:
    |`,
      `launcher_spec:
  default:
    docker: {}`,
    ],
  },
  {
    name: 'an option of a launcher',
    file: 'meta',
    pick: 'shm_size',
    json: [
      `{ "launcher_spec": { "default": { "docker": { "image": "a:1", | } } } }`,
      `{ "launcher_spec": { "default": { "docker": { "image": "a:1", "shm_size": "8g" } } } }`,
    ],
    conf: [
      `launcher_spec { default { docker { image = "a:1", | } } }`,
      `launcher_spec { default { docker { image = "a:1", shm_size = "8g" } } }`,
    ],
    yml: [
      `launcher_spec:
  default:
    docker: {image: "a:1", |}`,
      `launcher_spec:
  default:
    docker: {image: "a:1", shm_size: 8g}`,
    ],
  },
  {
    name: 'a ready-made block',
    file: 'meta',
    pick: 'GPUs',
    json: [
      `{
  "resource_spec": {
    "site-1": |
  }
}`,
      `{
  "resource_spec": {
    "site-1": {
      "num_of_gpus": 1,
      "mem_per_gpu_in_GiB": 8
    }
  }
}`,
    ],
    conf: [
      `resource_spec {
  site-1 = |
}`,
      `resource_spec {
  site-1 = {
    num_of_gpus = 1
    mem_per_gpu_in_GiB = 8
  }
}`,
    ],
    yml: [
      `resource_spec:
  site-1: |`,
      `resource_spec:
  site-1:
    num_of_gpus: 1
    mem_per_gpu_in_GiB: 8`,
    ],
  },
  {
    name: 'a whole configuration',
    file: 'app/config/config_fed_client',
    pick: 'client configuration',
    json: [
      `|`,
      `{
  "format_version": 2,
  "executors": [
    {
      "tasks": ["train"],
      "executor": {
        "path": "nvflare.app_common.np.np_trainer.NPTrainer"
      }
    }
  ],
  "components": []
}`,
    ],
    conf: [
      `|`,
      `format_version = 2
executors = [
  {
    tasks = ["train"]
    executor {
      path = "nvflare.app_common.np.np_trainer.NPTrainer"
    }
  }
]
components = []`,
    ],
    yml: [
      `|`,
      `format_version: 2
executors:
  - tasks: [train]
    executor:
      path: nvflare.app_common.np.np_trainer.NPTrainer
components: []`,
    ],
  },
  {
    name: 'a section',
    file: 'app/config/config_fed_client',
    pick: 'task_result_filters',
    json: [
      `{
  "format_version": 2,
  |
}`,
      `{
  "format_version": 2,
  "task_result_filters": [
    
  ]
}`,
    ],
    conf: [
      `format_version = 2
|`,
      `format_version = 2
task_result_filters = [
  
]`,
    ],
    yml: [
      `format_version: 2
|`,
      `format_version: 2
task_result_filters:
  `,
    ],
  },
  {
    name: 'a whole executor',
    file: 'app/config/config_fed_client',
    pick: 'NPTrainer',
    json: [
      `{
  "format_version": 2,
  "executors": [
    |
  ]
}`,
      `{
  "format_version": 2,
  "executors": [
    {
      "tasks": ["train"],
      "executor": {
        "path": "nvflare.app_common.ccwf.comps.np_trainer.NPTrainer"
      }
    }
  ]
}`,
    ],
    conf: [
      `format_version = 2
executors = [
  |
]`,
      `format_version = 2
executors = [
  {
    tasks = ["train"]
    executor {
      path = "nvflare.app_common.ccwf.comps.np_trainer.NPTrainer"
    }
  }
]`,
    ],
    yml: [
      `format_version: 2
executors:
  - |`,
      `format_version: 2
executors:
  - tasks: [train]
    executor:
      path: nvflare.app_common.ccwf.comps.np_trainer.NPTrainer`,
    ],
  },
  {
    name: 'a whole component',
    file: 'app/config/config_fed_server',
    pick: 'NPModelPersistor',
    json: [
      `{
  "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.cyclic_ctl.CyclicController", "args": { "persistor_id": "store" } }],
  "components": [|]
}`,
      `{
  "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.cyclic_ctl.CyclicController", "args": { "persistor_id": "store" } }],
  "components": [{
    "id": "store",
    "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor"
  }]
}`,
    ],
    conf: [
      `workflows = [{ id = w, path = "nvflare.app_common.workflows.cyclic_ctl.CyclicController", args { persistor_id = store } }]
components = [|]`,
      `workflows = [{ id = w, path = "nvflare.app_common.workflows.cyclic_ctl.CyclicController", args { persistor_id = store } }]
components = [{
  id = "store"
  path = "nvflare.app_common.np.np_model_persistor.NPModelPersistor"
}]`,
    ],
    yml: [
      `workflows:
  - id: w
    path: nvflare.app_common.workflows.cyclic_ctl.CyclicController
    args: {persistor_id: store}
components:
  |`,
      `workflows:
  - id: w
    path: nvflare.app_common.workflows.cyclic_ctl.CyclicController
    args: {persistor_id: store}
components:
  - id: store
    path: nvflare.app_common.np.np_model_persistor.NPModelPersistor`,
    ],
  },
  {
    name: 'a whole filter',
    file: 'app/config/config_fed_client',
    pick: 'ExcludeVars',
    json: [
      `{
  "task_result_filters": [
    |
  ]
}`,
      `{
  "task_result_filters": [
    {
      "tasks": ["train"],
      "filters": [
        {
          "path": "nvflare.app_common.filters.exclude_vars.ExcludeVars"
        }
      ]
    }
  ]
}`,
    ],
    conf: [
      `task_result_filters = [
  |
]`,
      `task_result_filters = [
  {
    tasks = ["train"]
    filters = [
      {
        path = "nvflare.app_common.filters.exclude_vars.ExcludeVars"
      }
    ]
  }
]`,
    ],
    yml: [
      `task_result_filters:
  - |`,
      `task_result_filters:
  - tasks: [train]
    filters:
      - path: nvflare.app_common.filters.exclude_vars.ExcludeVars`,
    ],
  },
  {
    name: 'a filter of a chain',
    file: 'app/config/config_fed_client',
    pick: 'SVTPrivacy',
    json: [
      `{ "task_result_filters": [{ "tasks": ["train"], "filters": [|] }] }`,
      `{ "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
    ],
    conf: [
      `task_result_filters = [{ tasks = [train], filters = [|] }]`,
      `task_result_filters = [{ tasks = [train], filters = [{ path = "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }]`,
    ],
    yml: [
      `task_result_filters:
  - tasks: [train]
    filters:
      - |`,
      `task_result_filters:
  - tasks: [train]
    filters:
      - path: nvflare.app_common.filters.svt_privacy.SVTPrivacy`,
    ],
  },
  {
    name: 'a key of a component',
    file: 'app/config/config_fed_server',
    pick: 'args',
    json: [
      `{
  "workflows": [
    {
      "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
      "ar|"
    }
  ]
}`,
      `{
  "workflows": [
    {
      "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
      "args": {
        
      }
    }
  ]
}`,
    ],
    conf: [
      `workflows = [
  {
    path = "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather"
    ar|
  }
]`,
      `workflows = [
  {
    path = "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather"
    args {
      
    }
  }
]`,
    ],
    yml: [
      `workflows:
  - path: nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather
    ar|`,
      `workflows:
  - path: nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather
    args: {}`,
    ],
  },
  {
    name: 'a class path, by a part of its name',
    file: 'app/config/config_fed_client',
    pick: 'LearnerExecutor',
    json: [
      `{
  "executors": [
    {
      "tasks": ["train"],
      "executor": {
        "path": "Learn|"
      }
    }
  ]
}`,
      `{
  "executors": [
    {
      "tasks": ["train"],
      "executor": {
        "path": "nvflare.app_common.executors.learner_executor.LearnerExecutor",
        "args": {
          "learner_id": ""
        }
      }
    }
  ]
}`,
    ],
    conf: [
      `executors = [
  {
    tasks = [train]
    executor {
      path = Learn|
    }
  }
]`,
      `executors = [
  {
    tasks = [train]
    executor {
      path = "nvflare.app_common.executors.learner_executor.LearnerExecutor"
      args {
        learner_id = ""
      }
    }
  }
]`,
    ],
    yml: [
      `executors:
  - tasks: [train]
    executor:
      path: Learn|`,
      `executors:
  - tasks: [train]
    executor:
      path: nvflare.app_common.executors.learner_executor.LearnerExecutor
      args:
        learner_id: ""`,
    ],
  },
  {
    name: 'a class of the custom code',
    file: 'app/config/config_fed_client',
    pick: 'Mine',
    beside: `
--- app/custom/lib/mine.py
from nvflare.apis.executor import Executor
class Mine(Executor):
    def __init__(self, data_dir: str, lr=0.1): ...`,
    json: [
      `{ "executors": [{ "tasks": ["train"], "executor": { "path": "|" } }] }`,
      `{ "executors": [{ "tasks": ["train"], "executor": { "path": "lib.mine.Mine", "args": { "data_dir": "" } } }] }`,
    ],
    conf: [
      `executors = [{ tasks = [train], executor { path = "|" } }]`,
      `executors = [{ tasks = [train], executor { path = "lib.mine.Mine", args { data_dir = "" } } }]`,
    ],
    yml: [
      `executors:
  - tasks: [train]
    executor: {path: '|'}`,
      `executors:
  - tasks: [train]
    executor: {path: 'lib.mine.Mine', args: {data_dir: ""}}`,
    ],
  },
  {
    name: 'all arguments that are needed',
    file: 'app/config/config_fed_server',
    pick: '2 required arguments',
    beside: `
--- app/custom/flow.py
from nvflare.apis.impl.controller import Controller
class Flow(Controller):
    def __init__(self, rounds: int, site: str, strict=False): ...`,
    json: [
      `{
  "workflows": [
    {
      "path": "flow.Flow",
      "args": {
        |
      }
    }
  ]
}`,
      `{
  "workflows": [
    {
      "path": "flow.Flow",
      "args": {
        "rounds": 1,
        "site": ""
      }
    }
  ]
}`,
    ],
    conf: [
      `workflows = [
  {
    path = "flow.Flow"
    args {
      |
    }
  }
]`,
      `workflows = [
  {
    path = "flow.Flow"
    args {
      rounds = 1
      site = ""
    }
  }
]`,
    ],
    yml: [
      `workflows:
  - path: flow.Flow
    args:
      |`,
      `workflows:
  - path: flow.Flow
    args:
      rounds: 1
      site: ""`,
    ],
  },
  {
    name: 'an argument with its default',
    file: 'app/config/config_fed_server',
    pick: 'num_rounds',
    json: [
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_r|" } }] }`,
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_rounds": 5 } }] }`,
    ],
    conf: [
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { num_r| } }]`,
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { num_rounds = 5 } }]`,
    ],
    yml: [
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args:
      num_r|`,
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args:
      num_rounds: 5`,
    ],
  },
  {
    name: 'an id of the kind that fits',
    file: 'app/config/config_fed_server',
    pick: 'store',
    json: [
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.cyclic_ctl.CyclicController", "args": { "persistor_id": "|" } }], "components": [{ "id": "store", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.cyclic_ctl.CyclicController", "args": { "persistor_id": "store" } }], "components": [{ "id": "store", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
    ],
    conf: [
      `workflows = [{ path = "nvflare.app_common.workflows.cyclic_ctl.CyclicController", args { persistor_id = | } }]
components = [{ id = store, path = "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }]`,
      `workflows = [{ path = "nvflare.app_common.workflows.cyclic_ctl.CyclicController", args { persistor_id = "store" } }]
components = [{ id = store, path = "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }]`,
    ],
    yml: [
      `workflows:
  - path: nvflare.app_common.workflows.cyclic_ctl.CyclicController
    args:
      persistor_id: |
components:
  - id: store
    path: nvflare.app_common.np.np_model_persistor.NPModelPersistor`,
      `workflows:
  - path: nvflare.app_common.workflows.cyclic_ctl.CyclicController
    args:
      persistor_id: store
components:
  - id: store
    path: nvflare.app_common.np.np_model_persistor.NPModelPersistor`,
    ],
  },
  {
    name: 'an id that is asked for',
    file: 'app/config/config_fed_server',
    pick: 'store',
    json: [
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.cyclic_ctl.CyclicController", "args": { "persistor_id": "store" } }], "components": [{ "id": "|", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.cyclic_ctl.CyclicController", "args": { "persistor_id": "store" } }], "components": [{ "id": "store", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
    ],
    conf: [
      `workflows = [{ path = "nvflare.app_common.workflows.cyclic_ctl.CyclicController", args { persistor_id = store } }]
components = [{ id = |, path = "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }]`,
      `workflows = [{ path = "nvflare.app_common.workflows.cyclic_ctl.CyclicController", args { persistor_id = store } }]
components = [{ id = "store", path = "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }]`,
    ],
    yml: [
      `workflows:
  - path: nvflare.app_common.workflows.cyclic_ctl.CyclicController
    args: {persistor_id: store}
components:
  - id: |
    path: nvflare.app_common.np.np_model_persistor.NPModelPersistor`,
      `workflows:
  - path: nvflare.app_common.workflows.cyclic_ctl.CyclicController
    args: {persistor_id: store}
components:
  - id: store
    path: nvflare.app_common.np.np_model_persistor.NPModelPersistor`,
    ],
  },
  {
    name: 'a task of an executor',
    file: 'app/config/config_fed_client',
    pick: 'train',
    json: [
      `{ "executors": [{ "tasks": [|], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
      `{ "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    ],
    conf: [
      `executors = [{ tasks = [|], executor { path = "nvflare.app_common.np.np_trainer.NPTrainer" } }]`,
      `executors = [{ tasks = ["train"], executor { path = "nvflare.app_common.np.np_trainer.NPTrainer" } }]`,
    ],
    yml: [
      `executors:
  - tasks: [|]
    executor:
      path: nvflare.app_common.np.np_trainer.NPTrainer`,
      `executors:
  - tasks: [train]
    executor:
      path: nvflare.app_common.np.np_trainer.NPTrainer`,
    ],
  },
  {
    name: 'a task of an argument',
    file: 'app/config/config_fed_server',
    pick: 'train',
    json: [
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "task_name": "tr|" } }] }`,
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "task_name": "train" } }] }`,
    ],
    conf: [
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { task_name = "tr|" } }]`,
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { task_name = "train" } }]`,
    ],
    yml: [
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args: {task_name: tr|}`,
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args: {task_name: train}`,
    ],
  },
  {
    name: 'a truth',
    file: 'app/config/config_fed_server',
    pick: 'true',
    json: [
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "enable_tensor_disk_offload": | } }] }`,
      `{ "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "enable_tensor_disk_offload": true } }] }`,
    ],
    conf: [
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { enable_tensor_disk_offload = | } }]`,
      `workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { enable_tensor_disk_offload = true } }]`,
    ],
    yml: [
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args:
      enable_tensor_disk_offload: |`,
      `workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args:
      enable_tensor_disk_offload: true`,
    ],
  },
  {
    name: 'a variable',
    file: 'app/config/config_fed_server',
    pick: 'rounds',
    json: [
      `{ "rounds": 3, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_rounds": "{ro|}" } }] }`,
      `{ "rounds": 3, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_rounds": "{rounds}" } }] }`,
    ],
    conf: [
      `rounds = 3
workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { num_rounds = "{ro|" } }]`,
      `rounds = 3
workflows = [{ path = "nvflare.app_common.workflows.fedavg.FedAvg", args { num_rounds = "{rounds}" } }]`,
    ],
    yml: [
      `rounds: 3
workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args:
      num_rounds: "{|}"`,
      `rounds: 3
workflows:
  - path: nvflare.app_common.workflows.fedavg.FedAvg
    args:
      num_rounds: "{rounds}"`,
    ],
  },
  {
    name: 'a script',
    file: 'app/config/config_fed_client',
    pick: 'src/train.py',
    beside: `
--- app/custom/src/train.py
print()`,
    json: [
      `{ "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor", "args": { "task_script_path": "|" } } }] }`,
      `{ "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor", "args": { "task_script_path": "src/train.py" } } }] }`,
    ],
    conf: [
      `executors = [{ tasks = [train], executor { path = "nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor", args { task_script_path = "src/|" } } }]`,
      `executors = [{ tasks = [train], executor { path = "nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor", args { task_script_path = "src/train.py" } } }]`,
    ],
    yml: [
      `executors:
  - tasks: [train]
    executor:
      path: nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor
      args:
        task_script_path: |`,
      `executors:
  - tasks: [train]
    executor:
      path: nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor
      args:
        task_script_path: src/train.py`,
    ],
  },
  {
    name: 'a script in a command',
    file: 'app/config/config_fed_client',
    pick: 'custom/train.py',
    beside: `
--- app/custom/train.py
print()`,
    json: [
      `{ "components": [{ "id": "l", "path": "nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher", "args": { "script": "python3 cus| --x 1" } }] }`,
      `{ "components": [{ "id": "l", "path": "nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher", "args": { "script": "python3 custom/train.py --x 1" } }] }`,
    ],
    conf: [
      `components = [{ id = l, path = "nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher", args { script = "python3 cus| --x 1" } }]`,
      `components = [{ id = l, path = "nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher", args { script = "python3 custom/train.py --x 1" } }]`,
    ],
    yml: [
      `components:
  - id: l
    path: nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher
    args:
      script: python3 cus| --x 1`,
      `components:
  - id: l
    path: nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher
    args:
      script: python3 custom/train.py --x 1`,
    ],
  },
  {
    name: 'a direction',
    file: 'app/config/config_fed_client',
    pick: 'inout',
    json: [
      `{ "task_data_filters": [{ "tasks": ["train"], "direction": "|" }] }`,
      `{ "task_data_filters": [{ "tasks": ["train"], "direction": "inout" }] }`,
    ],
    conf: [
      `task_data_filters = [{ tasks = [train], direction = | }]`,
      `task_data_filters = [{ tasks = [train], direction = "inout" }]`,
    ],
    yml: [
      `task_data_filters:
  - tasks: [train]
    direction: |`,
      `task_data_filters:
  - tasks: [train]
    direction: inout`,
    ],
  },
];
