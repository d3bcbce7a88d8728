// Made by scripts/schemas.mjs from schemas/config_fed_*.schema.json; change those instead.
import type { KeyFacts } from './key-facts';

const serverComponent: KeyFacts = { type: "object", kinds: ["object","string"], description: "A component: an object that NVFLARE makes from a class and arguments.", setBy: "author", readBy: ["server"], since: "2.1", keys: {
"id": { type: "string", kinds: ["string"], description: "The name by which others refer to the component. It is unique in this file.", setBy: "author", readBy: ["server"], since: "2.1" },
"path": { type: "string", kinds: ["string"], description: "The class, by its whole path: module, dot, name. Custom code is looked for in the app's folder custom. A function that makes the component will do as well.", setBy: "author", readBy: ["server"], since: "2.1" },
"class_path": { type: "string", kinds: ["string"], description: "The same as path. Where both stand, path counts.", setBy: "author", readBy: ["server"], since: "2.7.2" },
"name": { type: "string", kinds: ["string"], description: "The bare name of a class of NVFLARE, instead of its path. Since 2.8 only jobs with custom code may use it.", setBy: "author", readBy: ["server"], since: "2.1" },
"args": { type: "object", kinds: ["object","string"], description: "The arguments of the constructor, by name. An object with a path among them is built as a component of its own, unless it says config_type \"dict\".", setBy: "author", readBy: ["server"], default: "{}", since: "2.1", keys: {
"class_attributes": { type: "object", kinds: ["object","string"], description: "If it is there, its keys are the arguments, and all others are left out.", setBy: "author", readBy: ["server"], since: "2.1" }
} },
"config_type": { type: "string", kinds: ["string"], description: "How an object among arguments is taken: \"component\" builds it, \"dict\" passes it on as it is.", setBy: "author", readBy: ["server"], default: "component", since: "2.3" },
"disabled": { type: "true or false", kinds: ["boolean","string"], description: "If true, nothing is built. The id stays known, without a component.", setBy: "author", readBy: ["server"], default: "false", since: "2.1" }
} };
const serverDataFilters: KeyFacts = { type: "object", kinds: ["object","string"], description: "Filters for the data of some tasks.", setBy: "author", readBy: ["server"], since: "2.1", keys: {
"tasks": { type: "list of strings", kinds: ["array","string"], description: "Names of the tasks, exactly as they are sent. Patterns do not count here.", setBy: "author", readBy: ["server"], since: "2.1" },
"filters": { type: "list of components", kinds: ["array","string"], description: "The filters, in the order in which they work.", setBy: "author", readBy: ["server"], since: "2.1", item: serverComponent },
"direction": { type: "string", kinds: ["string"], description: "The way on which the filters stand: \"in\", \"out\" or \"inout\", in any letter case.", setBy: "author", readBy: ["server"], default: "out", since: "2.4" }
} };
const serverResultFilters: KeyFacts = { type: "object", kinds: ["object","string"], description: "Filters for the results of some tasks.", setBy: "author", readBy: ["server"], since: "2.1", keys: {
"tasks": { type: "list of strings", kinds: ["array","string"], description: "Names of the tasks, exactly as they are sent. Patterns do not count here.", setBy: "author", readBy: ["server"], since: "2.1" },
"filters": { type: "list of components", kinds: ["array","string"], description: "The filters, in the order in which they work.", setBy: "author", readBy: ["server"], since: "2.1", item: serverComponent },
"direction": { type: "string", kinds: ["string"], description: "The way on which the filters stand: \"in\", \"out\" or \"inout\", in any letter case.", setBy: "author", readBy: ["server"], default: "in", since: "2.4" }
} };

/** The configuration of the server as a whole. */
export const SERVER_CONFIG_KEYS: KeyFacts = { type: "object", kinds: ["object"], description: "What an app runs on the server. Other keys may stand at the top level; they are variables, which a string names as \"{key}\".", setBy: "author", readBy: ["server"], keys: {
"format_version": { type: "whole number", kinds: ["integer","string"], description: "The version of this form of configuration. It must be the whole number 2.", setBy: "author", readBy: ["server"], since: "2.1", examples: [2] },
"components": { type: "list of components", kinds: ["array","string"], description: "Components that workflows, executors and other components use. Each needs an id.", setBy: "author", readBy: ["server"], default: "[]", since: "2.1", item: serverComponent },
"workflows": { type: "list of components", kinds: ["array","string"], description: "The controllers that run the job, one after another in this order. At least one is needed.", setBy: "author", readBy: ["server"], since: "2.1", item: serverComponent },
"server": { type: "object", kinds: ["object","string"], description: "Settings of the server for this job.", setBy: "author", readBy: ["server"], since: "2.1", keys: {
"heart_beat_timeout": { type: "number", kinds: ["integer","float","string"], description: "After so long without a sign of life a client counts as gone.", setBy: "author", readBy: ["server"], default: "60", unit: "seconds", since: "2.1" },
"task_request_interval": { type: "number", kinds: ["integer","float","string"], description: "How long a client waits before it asks for a task again. It is more than 0.", setBy: "author", readBy: ["server"], default: "2", unit: "seconds", since: "2.1" }
} },
"task_data_filters": { type: "list", kinds: ["array","string"], description: "Filters for the data that the server sends with tasks.", setBy: "author", readBy: ["server"], default: "[]", since: "2.1", item: serverDataFilters },
"task_result_filters": { type: "list", kinds: ["array","string"], description: "Filters for the results that clients send back.", setBy: "author", readBy: ["server"], default: "[]", since: "2.1", item: serverResultFilters },
"handlers": { type: "list", kinds: ["array","string"], description: "Of old releases; nobody reads it. Write such objects under components, where they get all events.", setBy: "author", readBy: [], until: "2.0" },
"dead_client_grace_period": { type: "number", kinds: ["integer","float","string"], description: "How long after its death was reported a client still counts as alive.", setBy: "author", readBy: ["server"], default: "60", unit: "seconds", since: "2.5" },
"dead_client_check_lead_time": { type: "number", kinds: ["integer","float","string"], description: "How long after the start of the job the server begins to look for dead clients.", setBy: "author", readBy: ["server"], default: "30", unit: "seconds", since: "2.5" },
"strict_start_job_reply_check": { type: "true or false", kinds: ["boolean","string"], description: "Whether the job only counts as started when every client has answered in time and well.", setBy: "author", readBy: ["server"], default: "false", since: "2.7" },
"sync_client_jobs_require_previous_report": { type: "true or false", kinds: ["boolean","string"], description: "Whether a job counts as lost at a client only if the client has reported it before.", setBy: "author", readBy: ["server"], default: "true", since: "2.7" },
"client_outcome_wait_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the server waits for the clients' outcomes after its own process has ended.", setBy: "author", readBy: ["server"], default: "900", unit: "seconds", since: "2.9" },
"end_run_readiness_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the end of the run waits for components to be ready.", setBy: "author", readBy: ["server"], default: "5", unit: "seconds", since: "2.4" },
"end_run_readiness_check_interval": { type: "number", kinds: ["integer","float","string"], description: "How often the end of the run asks components whether they are ready.", setBy: "author", readBy: ["server"], default: "0.5", unit: "seconds", since: "2.4" },
"rm_max_request_workers": { type: "whole number", kinds: ["integer","float","string"], description: "How many requests of reliable messages are worked on at once.", setBy: "author", readBy: ["server"], default: "20", unit: "requests", since: "2.4" },
"rm_query_interval": { type: "number", kinds: ["integer","float","string"], description: "How often a reliable message asks for its result.", setBy: "author", readBy: ["server"], default: "2", unit: "seconds", since: "2.4" },
"cell_wait_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the process waits for its connection to be made.", setBy: "author", readBy: ["server"], default: "5", unit: "seconds", since: "2.5" },
"streaming_idle_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long a stream may stand still before it is given up.", setBy: "author", readBy: ["server"], default: "600", unit: "seconds", since: "2.9" },
"np_download_chunk_size": { type: "whole number", kinds: ["integer","float","string"], description: "How large the pieces are in which NumPy arrays are downloaded.", setBy: "author", readBy: ["server"], unit: "bytes", since: "2.7" },
"np_streaming_per_request_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long one request of a download of NumPy arrays may take.", setBy: "author", readBy: ["server"], default: "600", unit: "seconds", since: "2.7" },
"np_min_download_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long a download of NumPy arrays may take at least. Raise it for large models and slow networks.", setBy: "author", readBy: ["server"], unit: "seconds", since: "2.7" },
"np_min_file_size_for_streaming": { type: "whole number", kinds: ["integer","float","string"], description: "NumPy arrays smaller than this go with the message itself.", setBy: "author", readBy: ["server"], unit: "bytes", since: "2.7" },
"tensor_download_chunk_size": { type: "whole number", kinds: ["integer","float","string"], description: "How large the pieces are in which PyTorch tensors are downloaded.", setBy: "author", readBy: ["server"], unit: "bytes", since: "2.7" },
"tensor_streaming_per_request_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long one request of a download of PyTorch tensors may take.", setBy: "author", readBy: ["server"], default: "600", unit: "seconds", since: "2.7" },
"tensor_min_download_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long a download of PyTorch tensors may take at least. Raise it for large models and slow networks.", setBy: "author", readBy: ["server"], unit: "seconds", since: "2.7" },
"tensor_min_file_size_for_streaming": { type: "whole number", kinds: ["integer","float","string"], description: "PyTorch tensors smaller than this go with the message itself.", setBy: "author", readBy: ["server"], unit: "bytes", since: "2.7" }
} };

const clientComponent: KeyFacts = { type: "object", kinds: ["object","string"], description: "A component: an object that NVFLARE makes from a class and arguments.", setBy: "author", readBy: ["client"], since: "2.1", keys: {
"id": { type: "string", kinds: ["string"], description: "The name by which others refer to the component. It is unique in this file.", setBy: "author", readBy: ["client"], since: "2.1" },
"path": { type: "string", kinds: ["string"], description: "The class, by its whole path: module, dot, name. Custom code is looked for in the app's folder custom. A function that makes the component will do as well.", setBy: "author", readBy: ["client"], since: "2.1" },
"class_path": { type: "string", kinds: ["string"], description: "The same as path. Where both stand, path counts.", setBy: "author", readBy: ["client"], since: "2.7.2" },
"name": { type: "string", kinds: ["string"], description: "The bare name of a class of NVFLARE, instead of its path. Since 2.8 only jobs with custom code may use it.", setBy: "author", readBy: ["client"], since: "2.1" },
"args": { type: "object", kinds: ["object","string"], description: "The arguments of the constructor, by name. An object with a path among them is built as a component of its own, unless it says config_type \"dict\".", setBy: "author", readBy: ["client"], default: "{}", since: "2.1", keys: {
"class_attributes": { type: "object", kinds: ["object","string"], description: "If it is there, its keys are the arguments, and all others are left out.", setBy: "author", readBy: ["client"], since: "2.1" }
} },
"config_type": { type: "string", kinds: ["string"], description: "How an object among arguments is taken: \"component\" builds it, \"dict\" passes it on as it is.", setBy: "author", readBy: ["client"], default: "component", since: "2.3" },
"disabled": { type: "true or false", kinds: ["boolean","string"], description: "If true, nothing is built. The id stays known, without a component.", setBy: "author", readBy: ["client"], default: "false", since: "2.1" }
} };
const clientDataFilters: KeyFacts = { type: "object", kinds: ["object","string"], description: "Filters for the data of some tasks.", setBy: "author", readBy: ["client"], since: "2.1", keys: {
"tasks": { type: "list of strings", kinds: ["array","string"], description: "Names of the tasks, exactly as they are sent. Patterns do not count here.", setBy: "author", readBy: ["client"], since: "2.1" },
"filters": { type: "list of components", kinds: ["array","string"], description: "The filters, in the order in which they work.", setBy: "author", readBy: ["client"], since: "2.1", item: clientComponent },
"direction": { type: "string", kinds: ["string"], description: "The way on which the filters stand: \"in\", \"out\" or \"inout\", in any letter case.", setBy: "author", readBy: ["client"], default: "in", since: "2.4" }
} };
const clientResultFilters: KeyFacts = { type: "object", kinds: ["object","string"], description: "Filters for the results of some tasks.", setBy: "author", readBy: ["client"], since: "2.1", keys: {
"tasks": { type: "list of strings", kinds: ["array","string"], description: "Names of the tasks, exactly as they are sent. Patterns do not count here.", setBy: "author", readBy: ["client"], since: "2.1" },
"filters": { type: "list of components", kinds: ["array","string"], description: "The filters, in the order in which they work.", setBy: "author", readBy: ["client"], since: "2.1", item: clientComponent },
"direction": { type: "string", kinds: ["string"], description: "The way on which the filters stand: \"in\", \"out\" or \"inout\", in any letter case.", setBy: "author", readBy: ["client"], default: "out", since: "2.4" }
} };
const clientExecutor: KeyFacts = { type: "object", kinds: ["object","string"], description: "Says which executor does which tasks.", setBy: "author", readBy: ["client"], since: "2.1", keys: {
"tasks": { type: "list of strings", kinds: ["array","string"], description: "Names of tasks. A name with * is a pattern (2.4 and later); exact names go first.", setBy: "author", readBy: ["client"], since: "2.1" },
"executor": clientComponent
} };

/** The configuration of the client as a whole. */
export const CLIENT_CONFIG_KEYS: KeyFacts = { type: "object", kinds: ["object"], description: "What an app runs on a client. Other keys may stand at the top level; they are variables, which a string names as \"{key}\".", setBy: "author", readBy: ["client"], keys: {
"format_version": { type: "whole number", kinds: ["integer","string"], description: "The version of this form of configuration. It must be the whole number 2.", setBy: "author", readBy: ["client"], since: "2.1", examples: [2] },
"components": { type: "list of components", kinds: ["array","string"], description: "Components that workflows, executors and other components use. Each needs an id.", setBy: "author", readBy: ["client"], default: "[]", since: "2.1", item: clientComponent },
"executors": { type: "list", kinds: ["array","string"], description: "The executors with their tasks. At least one is needed, and no task may have two.", setBy: "author", readBy: ["client"], since: "2.1", item: clientExecutor },
"default_task_fetch_interval": { type: "number", kinds: ["integer","float","string"], description: "How long the client waits before it asks for the next task, where the server does not say.", setBy: "author", readBy: ["client"], default: "0.5", unit: "seconds", since: "2.1" },
"task_data_filters": { type: "list", kinds: ["array","string"], description: "Filters for the data that the server sends with tasks.", setBy: "author", readBy: ["client"], default: "[]", since: "2.1", item: clientDataFilters },
"task_result_filters": { type: "list", kinds: ["array","string"], description: "Filters for the results that clients send back.", setBy: "author", readBy: ["client"], default: "[]", since: "2.1", item: clientResultFilters },
"handlers": { type: "list", kinds: ["array","string"], description: "Of old releases; nobody reads it. Write such objects under components, where they get all events.", setBy: "author", readBy: [], until: "2.0" },
"runner_sync_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long one attempt to agree with the server at the start may take.", setBy: "author", readBy: ["client"], default: "2", unit: "seconds", since: "2.4" },
"max_runner_sync_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long all attempts to agree with the server at the start may take together.", setBy: "author", readBy: ["client"], default: "60", unit: "seconds", since: "2.5" },
"max_runner_sync_tries": { type: "number", kinds: ["integer","float","string"], description: "How often the client tries to agree with the server at the start.", setBy: "author", readBy: ["client"], unit: "attempts", since: "2.4", until: "2.4" },
"task_check_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the client waits for the answer whether its result is still wanted.", setBy: "author", readBy: ["client"], default: "5", unit: "seconds", since: "2.4" },
"task_check_interval": { type: "number", kinds: ["integer","float","string"], description: "How long the client waits before it asks again whether its result is still wanted.", setBy: "author", readBy: ["client"], default: "5", unit: "seconds", since: "2.4" },
"job_heartbeat_interval": { type: "number", kinds: ["integer","float","string"], description: "How often the client tells the server that it still works on the job.", setBy: "author", readBy: ["client"], default: "10", unit: "seconds", since: "2.4" },
"get_task_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the client waits for the answer when it asks for a task.", setBy: "author", readBy: ["client"], default: "set by the system", unit: "seconds", since: "2.4" },
"submit_task_result_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the client waits for the answer when it sends a result.", setBy: "author", readBy: ["client"], default: "set by the system", unit: "seconds", since: "2.4" },
"notify_cp_msg_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the job's process waits for its parent process to answer a report of its state.", setBy: "author", readBy: ["client"], default: "5", unit: "seconds", since: "2.6" },
"notify_cp_retry_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the job's process goes on trying to report its state to its parent process.", setBy: "author", readBy: ["client"], default: "15", unit: "seconds", since: "2.6" },
"end_run_readiness_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the end of the run waits for components to be ready.", setBy: "author", readBy: ["client"], default: "5", unit: "seconds", since: "2.4" },
"end_run_readiness_check_interval": { type: "number", kinds: ["integer","float","string"], description: "How often the end of the run asks components whether they are ready.", setBy: "author", readBy: ["client"], default: "0.5", unit: "seconds", since: "2.4" },
"rm_max_request_workers": { type: "whole number", kinds: ["integer","float","string"], description: "How many requests of reliable messages are worked on at once.", setBy: "author", readBy: ["client"], default: "20", unit: "requests", since: "2.4" },
"rm_query_interval": { type: "number", kinds: ["integer","float","string"], description: "How often a reliable message asks for its result.", setBy: "author", readBy: ["client"], default: "2", unit: "seconds", since: "2.4" },
"cell_wait_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long the process waits for its connection to be made.", setBy: "author", readBy: ["client"], default: "5", unit: "seconds", since: "2.5" },
"streaming_idle_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long a stream may stand still before it is given up.", setBy: "author", readBy: ["client"], default: "600", unit: "seconds", since: "2.9" },
"np_download_chunk_size": { type: "whole number", kinds: ["integer","float","string"], description: "How large the pieces are in which NumPy arrays are downloaded.", setBy: "author", readBy: ["client"], unit: "bytes", since: "2.7" },
"np_streaming_per_request_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long one request of a download of NumPy arrays may take.", setBy: "author", readBy: ["client"], default: "600", unit: "seconds", since: "2.7" },
"np_min_download_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long a download of NumPy arrays may take at least. Raise it for large models and slow networks.", setBy: "author", readBy: ["client"], unit: "seconds", since: "2.7" },
"np_min_file_size_for_streaming": { type: "whole number", kinds: ["integer","float","string"], description: "NumPy arrays smaller than this go with the message itself.", setBy: "author", readBy: ["client"], unit: "bytes", since: "2.7" },
"tensor_download_chunk_size": { type: "whole number", kinds: ["integer","float","string"], description: "How large the pieces are in which PyTorch tensors are downloaded.", setBy: "author", readBy: ["client"], unit: "bytes", since: "2.7" },
"tensor_streaming_per_request_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long one request of a download of PyTorch tensors may take.", setBy: "author", readBy: ["client"], default: "600", unit: "seconds", since: "2.7" },
"tensor_min_download_timeout": { type: "number", kinds: ["integer","float","string"], description: "How long a download of PyTorch tensors may take at least. Raise it for large models and slow networks.", setBy: "author", readBy: ["client"], unit: "seconds", since: "2.7" },
"tensor_min_file_size_for_streaming": { type: "whole number", kinds: ["integer","float","string"], description: "PyTorch tensors smaller than this go with the message itself.", setBy: "author", readBy: ["client"], unit: "bytes", since: "2.7" }
} };
