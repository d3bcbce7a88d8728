import { taskFlow } from '../../job/config/task-flow';
import { idleChains } from '../../leaving/idle-chains';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'filters/never-applied',
  severity: 'warning',
  stage: 'never',
  summary: 'filters are for a task that never passes any',
  *check({ job, wiring }) {
    const flow = taskFlow(wiring);
    for (const client of wiring.configs) {
      if (client.side !== 'client') continue;
      for (const { file, range, task, why } of idleChains(client, { wiring, flow, release: job.target })) {
        const at = client.chains.find(({ node }) => node.start === range.start)?.tasks.names.find(({ value }) => value === task);
        const remedy = 'put them into task_data_filters with the direction "out", for the tasks that clients send one another';
        yield { file, at: at ?? range, message: `these filters never run: ${why}; ${remedy}` };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'In swarm learning, cyclic learning and cross-site evaluation that clients control, a controller in the client asks for `train` by a plain call of the executor. Filters are only applied to tasks that come from the server or from another client, so those for `train` are never reached, and what they were to protect leaves as it is: with `swarm_report_learn_result` and `swarm_learn`.',
  remedy:
    'Put the filters into `task_data_filters` of the client with the direction `out`, for the tasks that clients send one another: `swarm_report_learn_result` for what is trained, `swarm_learn` and `swarm_report_final_result` for the model of all.',
  sources: ['nvflare/app_common/ccwf/client_ctl.py', 'nvflare/apis/impl/task_controller.py'],
};

const SERVER = `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "swarm", "path": "nvflare.app_common.ccwf.SwarmServerController", "args": { "num_rounds": 2 } }] }`;
const EXECUTORS = `"executors": [
    { "tasks": ["train"], "executor": { "path": "nvflare.app_common.ccwf.comps.np_trainer.NPTrainer" } },
    { "tasks": ["swarm_*"], "executor": { "path": "nvflare.app_common.ccwf.SwarmClientController" } }],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.ccwf.comps.np_file_model_persistor.NPFileModelPersistor" },
    { "id": "shareable_generator", "path": "nvflare.app_common.ccwf.comps.simple_model_shareable_generator.SimpleModelShareableGenerator" },
    { "id": "aggregator", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator" }]`;
const FILTERS = '"filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }]';

export const examples: RuleExamples = {
  bad: [
    `${SERVER}
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS},
  "task_result_filters": [{ "tasks": [<|"train"|>], ${FILTERS} }] }`,
  ],
  good: [
    `${SERVER}
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS},
  "task_data_filters": [{ "tasks": ["swarm_report_learn_result"], "direction": "out", ${FILTERS} }] }`,
  ],
};
