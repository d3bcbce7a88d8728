import { nearest } from '../../text/nearest';
import { keyRange } from '../../tree/node';
import type { Fix } from '../finding';
import { renameKey } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'arguments/unknown',
  severity: 'error',
  stage: 'run',
  summary: 'an argument is none that the constructor takes',
  *check({ wiring }) {
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const found = wiring.classes.of(component, app);
        if (found.kind !== 'known' || found.isOpen || component.isDisabled) continue;
        if (component.args.every(({ key }) => found.byName.has(key))) continue;
        const names = found.parameters.map(({ name }) => name);
        const given = new Set(component.args.map(({ key }) => key));
        const free = names.filter((name) => !given.has(name));
        const className = found.path.slice(found.path.lastIndexOf('.') + 1);
        for (const argument of component.args) {
          if (names.includes(argument.key)) continue;
          const near = nearest(argument.key, free);
          const fixes: Fix[] = near ? [renameKey(config.file, argument, near)] : [];
          const takes =
            names.length === 0
              ? 'takes no arguments'
              : near
                ? `is "${near}" meant?`
                : `it takes ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''}`;
          yield {
            file: config.file,
            at: keyRange(argument),
            message: `${className} has no argument "${argument.key}"; ${names.length === 0 ? `it ${takes}` : takes}`,
            related: found.place ? [{ ...found.place, message: `${className} is defined here` }] : [],
            fixes,
          };
        }
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'NVFLARE passes the entries of `args` to the constructor by their names. One that it does not take ends the job with an error about parameters; on a client the simulator still exits with 0.',
  remedy: 'Correct the name, or remove the argument.',
  sources: ['nvflare/fuel/utils/class_utils.py'],
  covers: ['MIS-03'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
  "args": { "min_clients": 1, <|"num_round"|>: 2, "aggregator_id": "a", "persistor_id": "persistor", "shareable_generator_id": "s", "train_task_name": "train" } }],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" },
    { "id": "s", "path": "nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator" },
    { "id": "a", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator" }] }`,
    `
--- app/custom/t.py
from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, epochs=1):
        super().__init__()
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "t.Trainer", "args": { <|"epoch"|>: 1 } } }] }`,
  ],
  good: [
    `
--- app/custom/t.py
from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, epochs=1, **kwargs):
        super().__init__()
        self.others = kwargs
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "t.Trainer", "args": { "epoch": 1 } } }] }`,
  ],
};
