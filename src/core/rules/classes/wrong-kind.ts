import type { ComponentDef, ComponentSection } from '../../job/config/components';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

const CONTROLLER = 'nvflare.apis.impl.controller.Controller';
const EXECUTOR = 'nvflare.apis.executor.Executor';
const FILTER = 'nvflare.apis.filter.Filter';

/** What NVFLARE asks of the classes in a section; in `components` any class will do. */
const WANTED: { readonly [section in ComponentSection]?: readonly [base: string, kind: string] } = {
  workflows: [CONTROLLER, 'controller'],
  executors: [EXECUTOR, 'executor'],
  task_data_filters: [FILTER, 'filter'],
  task_result_filters: [FILTER, 'filter'],
};

export const rule: WiringRule = {
  code: 'classes/wrong-kind',
  severity: 'error',
  stage: 'run',
  summary: 'a workflow, executor or filter is of a class of another kind',
  *check({ wiring }) {
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const wanted = WANTED[component.section];
        if (!wanted || isNested(component)) continue;
        const found = wiring.classes.of(component, app);
        if (found.kind !== 'known' || !component.className || component.isDisabled) continue;
        if (found.isFunction || found.isA(wanted[0]) !== false) continue;
        const name = found.path.slice(found.path.lastIndexOf('.') + 1);
        yield {
          file: config.file,
          at: component.className,
          message: `${name} is no ${wanted[1]}, and NVFLARE takes only ${wanted[1]}s here; use another class, or move it to "components"`,
        };
      }
    }
  },
};

function isNested({ path }: ComponentDef): boolean {
  return path.includes('.args.');
}

export const about: RuleAbout = {
  why: 'NVFLARE builds the object and then refuses it: workflows must inherit from Controller, executors from Executor, filters from Filter.',
  remedy: 'Use a class of the right kind, or move the component to the section that it belongs to.',
  sources: [
    'nvflare/private/fed_json_config.py',
    'nvflare/private/fed/server/server_json_config.py',
    'nvflare/private/fed/client/client_json_config.py',
  ],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare.app_common.np.np_model_persistor.NPModelPersistor"|> } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
