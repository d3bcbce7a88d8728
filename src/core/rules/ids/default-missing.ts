import { idReferences } from '../../job/config/id-references';
import { WORKFLOWS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { idsThatSuit, isLenient, lastName, wantedName } from './_wanted';

export const rule: WiringRule = {
  code: 'ids/default-missing',
  severity: 'warning',
  stage: 'run',
  summary: 'a class asks for a component by a default id that no component of the configuration has',
  *check({ wiring }) {
    const { classes } = wiring;
    for (const config of wiring.configs) {
      const ids = config.ids;
      if (!ids.certain) continue;
      for (const reference of idReferences(config, classes)) {
        const { id, node, parameter, component, of } = reference;
        // Ids that begin with an underscore are those of components that NVFLARE adds by itself.
        if (node || ids.byId.has(id) || id.startsWith('_') || !component.className) continue;
        // A controller without a persistor may have its model from an argument, or from nowhere on purpose.
        const severity = isLenient(reference) ? 'info' : 'warning';
        if (isLenient(reference) && component.args.some(({ key }) => key === 'model')) continue;
        const suitable = idsThatSuit(ids, reference, config.app, classes);
        const [first] = suitable;
        const kind = wantedName(reference) || 'component';
        const remedy =
          first !== undefined
            ? `set "${parameter.name}" to "${first}"`
            : `add a ${kind} with this id, or give another id as "${parameter.name}"`;
        const args = component.argsEntry?.value;
        yield {
          file: config.config.file,
          at: component.className,
          message: `${lastName(of.path)} asks for the component "${id}" when "${parameter.name}" is not given, but this configuration has none of that id; ${remedy}`,
          fixes:
            args?.kind === 'object' && first !== undefined
              ? [
                  {
                    title: `Set "${parameter.name}" to "${first}"`,
                    changes: [
                      {
                        kind: 'tree',
                        file: config.config.file,
                        edit: { kind: 'add-entry', object: args, key: parameter.name, value: first },
                      },
                    ],
                    isPreferred: false,
                  },
                ]
              : [],
          severity,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'An argument that is left out may still ask for a component: its default is an id, such as "persistor" or "aggregator". Mostly the job ends when there is no such component; a controller that finds no persistor goes on and does not save its model.',
  remedy: 'Add the component under that id, or give the argument.',
  sources: ['nvflare/app_common/workflows/scatter_and_gather.py', 'nvflare/app_common/workflows/base_model_controller.py'],
  covers: ['MIS-04'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": <|"nvflare.app_common.workflows.fedavg.FedAvg"|>, "args": { "num_clients": 1 } }],
  "components": [{ "id": "p", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
  ],
  good: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, "components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "persistor_id": "" } }] }`,
  ],
};
