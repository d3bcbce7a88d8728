import type { StringNode } from '../../tree/node';
import { freeId } from '../components/_free-id';
import { EXECUTORS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { askedFor, replaceId } from './_wanted';

export const rule: WiringRule = {
  code: 'ids/duplicate',
  severity: 'error',
  stage: 'run',
  summary: 'two components or workflows of one configuration have the same id',
  *check({ wiring }) {
    for (const app of wiring.configs) {
      const { config, components, workflows } = app;
      const seen = new Map<string, StringNode>();
      for (const component of [...components, ...workflows]) {
        const { id } = component;
        if (!id || id.value === '') continue;
        const first = seen.get(id.value);
        if (!first) seen.set(id.value, id);
        else {
          yield {
            file: config.file,
            at: id,
            message: `the id "${id.value}" is taken already in this configuration`,
            related: [{ file: config.file, range: first, message: `"${id.value}" stands here first` }],
            fixes: replaceId(app, id, [...askedFor(app, component, wiring.classes), freeId(app, component, id.value)]),
          };
        }
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Components and workflows of one configuration share their ids. The job ends with a configuration error when one comes twice.',
  remedy: 'Give each its own id.',
  sources: ['nvflare/private/fed_json_config.py', 'nvflare/private/fed/server/server_json_config.py'],
  covers: ['MIS-39'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2,
  "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather", "args": {
    "aggregator_id": "aggregator", "persistor_id": "persistor", "shareable_generator_id": "generator" } }],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" },
    { "id": "generator", "path": "nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator" },
    { "id": <|"persistor"|>, "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator" }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [
  { "id": "f", "path": "nvflare.app_common.np.np_formatter.NPFormatter" },
  { "id": <|"f"|>, "path": "nvflare.app_common.np.np_formatter.NPFormatter" }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [
  { "id": "f", "path": "nvflare.app_common.np.np_formatter.NPFormatter" },
  { "id": "g", "path": "nvflare.app_common.np.np_formatter.NPFormatter" }] }`,
  ],
};
