import { idReferences } from '../../job/config/id-references';
import { WORKFLOWS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { idsThatSuit, isFatal, lastName, replaceId, suits, wantedName } from './_wanted';

export const rule: WiringRule = {
  code: 'ids/wrong-kind',
  severity: 'error',
  stage: 'run',
  summary: 'an argument asks for a component of one kind, and the id is that of another kind',
  *check({ wiring }) {
    const { classes } = wiring;
    for (const config of wiring.configs) {
      const ids = config.ids;
      for (const reference of idReferences(config, classes)) {
        const { id, node, parameter, component } = reference;
        const target = ids.byId.get(id);
        if (!target?.className || target.isDisabled) continue;
        if (suits(target, reference, config.app, classes) !== false) continue;
        const others = idsThatSuit(ids, reference, config.app, classes);
        const remedy = others.length > 0 ? `; use "${others.join('" or "')}"` : '';
        yield {
          file: config.config.file,
          at: node ?? component.className ?? component.node,
          message: `"${parameter.name}" asks for a component of the class ${wantedName(reference)}, but "${id}" is of the class ${lastName(target.className.value)}${remedy}`,
          related: [{ file: config.config.file, range: target.className, message: `"${id}" is defined here` }],
          fixes: node ? replaceId(config, node, others) : [],
          severity: isFatal(reference) ? 'error' : 'warning',
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'What asks for a component looks at its class first. One of another kind ends the job; a controller goes on without a persistor and never saves its model.',
  remedy: 'Give the id of a component of the right kind.',
  sources: ['nvflare/app_common/workflows/scatter_and_gather.py', 'nvflare/app_common/executors/learner_executor.py'],
  covers: ['MIS-04'],
};

const AGGREGATOR =
  '{ "id": "aggregator", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator" }';
const GENERATOR =
  '{ "id": "shareable_generator", "path": "nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator" }';
const PERSISTOR = '{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }';

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
  "args": { "min_clients": 1, "persistor_id": <|"aggregator"|> } }], "components": [${AGGREGATOR}, ${GENERATOR}, ${PERSISTOR}] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS.replace('"num_clients": 1', '"num_clients": 1, "persistor_id": <|"w"|>')},
  "components": [${PERSISTOR}] }`,
  ],
  good: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
  "args": { "min_clients": 1, "persistor_id": "persistor" } }], "components": [${AGGREGATOR}, ${GENERATOR}, ${PERSISTOR}] }`,
  ],
};
