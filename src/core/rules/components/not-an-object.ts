import type { AppConfig } from '../../job/config/app-config';
import { describe } from '../../job/participants';
import type { ConfigNode } from '../../tree/node';
import { EXECUTORS } from '../config/_healthy';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { freeId, idLike } from './_free-id';
import { takeOut } from './_take-out';

export const rule: WiringRule = {
  code: 'components/not-an-object',
  severity: 'error',
  stage: 'run',
  summary: 'a component, workflow, executor or filter is not an object',
  *check({ wiring }) {
    for (const app of wiring.configs) {
      const { config, misfits } = app;
      for (const { node, what } of misfits) {
        const one = /^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`;
        yield {
          file: config.file,
          at: node,
          message: `${one} must be an object, not ${describe(node)}`,
          fixes: [
            ...asObject(app, node, what),
            ...takeOut(config.file, `Remove ${one.replace(/^an? /, 'this ')}`, app.root, node),
          ],
        };
      }
    }
  },
};

/** A text with dots is the path of a class. */
function asObject(app: AppConfig, node: ConfigNode, what: string): readonly Fix[] {
  if (node.kind !== 'string' || !/^[A-Za-z_][\w.]*\.[A-Za-z_]\w*$/.test(node.value)) return [];
  const path = node.value;
  const value = what === 'component' ? { id: freeId(app, undefined, idLike(path)), path } : { path };
  return [treeFix(`Write { "path": "${path}" }`, app.config.file, { kind: 'replace', node, value })];
}

export const about: RuleAbout = {
  why: 'NVFLARE builds each component from an object with the path of its class and its arguments. Whatever else stands in its place ends the job with a configuration error; on a client the simulator still exits with 0.',
  remedy: 'Write an object with a `path`, or take the value away.',
  sources: [
    'nvflare/private/fed_json_config.py',
    'nvflare/private/fed/server/server_json_config.py',
    'nvflare/private/fed/client/client_json_config.py',
    'nvflare/fuel/utils/component_builder.py',
  ],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [<|"nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator"|>] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": <|"nvflare.app_common.np.np_trainer.NPTrainer"|> }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [<|[]|>, { "tasks": ["train"], "filters": [<|null|>] }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [{ "id": "f", "path": "nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator" }] }`,
  ],
};
