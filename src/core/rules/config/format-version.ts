import { describe } from '../../job/participants';
import { entry, keyRange } from '../../tree/node';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'config/format-version',
  severity: 'error',
  stage: 'run',
  summary: 'a configuration does not say "format_version": 2',
  *check({ wiring }) {
    for (const { config, root, certain } of wiring.configs) {
      const found = root && entry(root, 'format_version');
      if (!root || (!found && !certain)) continue;
      const { file } = config;
      if (!found || found.value.kind === 'null') {
        const at = found ? keyRange(found) : { start: root.start, end: Math.min(root.start + 1, root.end) };
        const fix = found
          ? treeFix('Change to 2', file, { kind: 'replace', node: found.value, value: 2 }, true)
          : treeFix(
              'Add "format_version"',
              file,
              { kind: 'add-entry', object: root, key: 'format_version', value: 2, after: null },
              true,
            );
        yield { file, at, message: 'format_version is missing, so NVFLARE refuses this configuration', fixes: [fix] };
      } else if (found.value.kind !== 'unknown' && !(found.value.kind === 'integer' && found.value.value === 2)) {
        const what = found.value.kind === 'integer' ? String(found.value.value) : describe(found.value);
        const fix = treeFix('Change to 2', file, { kind: 'replace', node: found.value, value: 2 }, true);
        yield { file, at: found.value, message: `format_version must be the number 2, not ${what}`, fixes: [fix] };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Every configuration must say `format_version` 2, as a whole number. The job ends with a configuration error otherwise; on a client the simulator still exits with 0.',
  remedy: 'Write `"format_version": 2` as the first entry.',
  sources: ['nvflare/private/fed_json_config.py'],
  covers: ['MIS-40'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
<|{|> "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": <|"2"|>, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
