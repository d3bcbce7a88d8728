import { describe } from '../../job/participants';
import { get } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'components/args-not-an-object',
  severity: 'error',
  stage: 'run',
  summary: 'the arguments of a component are not an object',
  *check({ wiring }) {
    for (const { config, built } of wiring.configs) {
      for (const { argsEntry, isDisabled } of built) {
        const value = argsEntry?.value;
        if (!value || isDisabled || value.kind === 'unknown') continue;
        if (value.kind === 'object') {
          const attributes = get(value, 'class_attributes');
          if (!attributes || attributes.kind === 'object' || isFalsy(attributes) !== false) continue;
          const message = `class_attributes must be an object of arguments by name, not ${describe(attributes)}`;
          yield { file: config.file, at: attributes, message };
          continue;
        }
        const isEmpty = value.kind === 'null' || (value.kind === 'array' && value.value.length === 0);
        const fixes = isEmpty ? [treeFix('Change to {}', config.file, { kind: 'replace', node: value, value: {} }, true)] : [];
        yield {
          file: config.file,
          at: value,
          message: `args must be an object of arguments by name, not ${describe(value)}`,
          fixes,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'NVFLARE passes the entries of `args` to the constructor by their names. Anything but an object ends the job with a configuration error; the key may be left out. The same goes for what `class_attributes` in it replaces the arguments by.',
  remedy: 'Write the arguments by name, or leave `args` out.',
  sources: ['nvflare/fuel/utils/component_builder.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": <|null|> } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "class_attributes": <|["delta"]|> } } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": {} } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "class_attributes": null } } }] }`,
  ],
};
