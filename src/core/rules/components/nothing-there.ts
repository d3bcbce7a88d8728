import type { AppConfig } from '../../job/config/app-config';
import type { ComponentDef } from '../../job/config/components';
import { entry, type ObjectNode } from '../../tree/node';
import { EXECUTORS } from '../config/_healthy';
import type { Report } from '../finding';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { takeOut } from './_take-out';

export const rule: WiringRule = {
  code: 'components/nothing-there',
  severity: 'error',
  stage: 'run',
  summary: 'a workflow, executor or filter is left out, empty or disabled, where NVFLARE needs one',
  *check({ wiring }) {
    for (const config of wiring.configs) {
      const { file } = config.config;
      for (const { node } of config.executors) {
        if (!entry(node, 'executor') && !node.value.incomplete)
          yield {
            file,
            at: opening(node),
            message: '"executor" is missing; say which executor does these tasks',
            fixes: takeOut(file, 'Remove the entry', config.root, node),
          };
      }
      yield* notBuilt(config, config.workflows, 'workflow');
      yield* notBuilt(config, executorsOf(config), 'executor');
      yield* notBuilt(config, filtersOf(config), 'filter');
    }
  },
};

/** NVFLARE builds nothing from an empty object and from a disabled one, and then refuses the nothing. */
function* notBuilt(app: AppConfig, components: readonly ComponentDef[], what: string): Generator<Report> {
  const { file } = app.config;
  for (const { node, isDisabled } of components) {
    const fixes = () => takeOut(file, 'Remove the entry', app.root, node);
    if (isDisabled) {
      const at = entry(node, 'disabled')?.value ?? opening(node);
      yield {
        file,
        at,
        message: `NVFLARE builds nothing from a disabled ${what} and refuses the configuration; remove the whole entry`,
        fixes: fixes(),
      };
    } else if (node.value.list.length === 0 && !node.value.incomplete)
      yield { file, at: node, message: `this ${what} is empty; give it a "path"`, fixes: fixes() };
  }
}

function executorsOf({ executors }: AppConfig): readonly ComponentDef[] {
  return executors.flatMap(({ executor }) => executor ?? []);
}

function filtersOf({ chains }: AppConfig): readonly ComponentDef[] {
  return chains.flatMap(({ filters }) => filters);
}

function opening(node: ObjectNode) {
  return { start: node.start, end: Math.min(node.start + 1, node.end) };
}

export const about: RuleAbout = {
  why: 'Only entries of `components` can be disabled. A workflow, an executor or a filter that NVFLARE does not build is no object of the class it asks for, and the job ends with a configuration error.',
  remedy: 'Give it a class, or remove the whole entry.',
  sources: [
    'nvflare/fuel/utils/component_builder.py',
    'nvflare/private/fed_json_config.py',
    'nvflare/private/fed/server/server_json_config.py',
    'nvflare/private/fed/client/client_json_config.py',
  ],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [
  { "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } },
  <|{|> "tasks": ["validate"] }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [<|{|> "tasks": ["train"] }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": <|{}|> }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": ["train"], "filters": [
  { "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy", "disabled": <|true|> }] }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [
  { "id": "f", "path": "nvflare.app_common.np.np_formatter.NPFormatter", "disabled": true }] }`,
  ],
};
