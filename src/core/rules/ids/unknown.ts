import { idReferences } from '../../job/config/id-references';
import { SearchBudget } from '../../text/nearest';
import { WORKFLOWS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { idsThatSuit, isCleanser, isFatal, lastName, replaceId, wantedName } from './_wanted';

export const rule: WiringRule = {
  code: 'ids/unknown',
  severity: 'error',
  stage: 'run',
  summary: 'an argument asks for a component by an id that no component of the configuration has',
  *check({ wiring }) {
    const { classes } = wiring;
    const budget = new SearchBudget();
    for (const config of wiring.configs) {
      const ids = config.ids;
      if (!ids.certain) continue;
      for (const reference of idReferences(config, classes)) {
        const { id, node, parameter } = reference;
        const target = ids.byId.get(id);
        if (!node || isCleanser(reference) || (target && !target.isDisabled)) continue;
        const suitable = budget.isSpent ? [] : idsThatSuit(ids, reference, config.app, classes);
        const near = target ? undefined : budget.nearest(id, () => (suitable.length > 0 ? suitable : [...ids.byId.keys()]));
        const choices = near ? [near] : suitable.slice(0, MOST_CHOICES);
        const kind = wantedName(reference);
        const remedy = near
          ? `is "${near}" meant?`
          : `add ${kind === '' ? 'one' : `a component of the class ${kind}`} with this id${choices.length > 0 ? `, or use "${choices.join('" or "')}"` : ''}`;
        yield {
          file: config.config.file,
          at: node,
          message: `"${parameter.name}" asks for the component "${id}", ${target ? 'which is disabled' : 'but this configuration has none of that id'}; ${remedy}`,
          related: target
            ? [{ file: config.config.file, range: target.node, message: `"${id}" is disabled here` }]
            : choices.flatMap((choice) => {
                const found = ids.byId.get(choice);
                if (!found?.className) return [];
                const message = `"${choice}" is here, of the class ${lastName(found.className.value)}`;
                return [{ file: config.config.file, range: found.id ?? found.node, message }];
              }),
          fixes: replaceId(config, node, choices),
          severity: isFatal(reference) ? 'error' : 'warning',
        };
      }
    }
  },
};

/** More ids than so many are no help to choose one. */
const MOST_CHOICES = 10;

export const about: RuleAbout = {
  why: 'Ids are looked up when the run has started, on the side whose configuration holds them. One that is not found ends the job, mostly with an error about the type of the component; a controller that finds no persistor goes on and never saves its model.',
  remedy: 'Correct the id, or add the component.',
  sources: [
    'nvflare/private/fed/server/server_engine.py',
    'nvflare/app_common/workflows/scatter_and_gather.py',
    'nvflare/app_common/workflows/base_model_controller.py',
  ],
  covers: ['MIS-04'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "persistor_id": <|"persister"|> } }],
  "components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": "nvflare.app_common.executors.learner_executor.LearnerExecutor", "args": { "learner_id": <|"learner"|> } } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": "nvflare.app_common.executors.learner_executor.LearnerExecutor", "args": { "learner_id": <|"learner"|> } } }],
  "components": [{ "id": "learner", "path": "net.Learner", "disabled": true }] }
--- app/custom/net.py
from nvflare.app_common.abstract.learner_spec import Learner as Base
class Learner(Base): pass`,
  ],
  good: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, "components": [
  { "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor", "args": { "model": null } } ] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "who": "l", "executors": [{ "tasks": ["train"], "executor": {
  "path": "nvflare.app_common.executors.learner_executor.LearnerExecutor", "args": { "learner_id": "{who}" } } }],
  "components": [{ "id": "l", "path": "net.Learner" }] }
--- app/custom/net.py
from nvflare.app_common.abstract.learner_spec import Learner as Base
class Learner(Base): pass`,
  ],
};
