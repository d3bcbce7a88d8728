import type { ChangedKey } from '../../job/pack/nest-keys';
import { keyRange } from '../../tree/node';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { changedByPacking } from './_files';

export const rule: Rule = {
  code: 'pack/key-changes',
  severity: 'warning',
  stage: 'pack',
  summary: 'nvflare job submit would change a key',
  needs: 'packing-changes',
  *check({ job }) {
    for (const { file, packing } of changedByPacking(job)) {
      if (packing.kind !== 'packed') continue;
      for (const changed of packing.changedKeys) yield { file, at: keyRange(changed.entry), message: describe(changed) };
      for (const { what, at } of packing.damage) {
        if (what === 'a key')
          yield { file, at, message: `"nvflare job submit" writes this key so that it is read as another${ELSE}` };
      }
    }
  },
};

const ELSE = '; name it otherwise, or submit by the FLARE API or the admin console';

function describe({ entry: { key }, path }: ChangedKey): string {
  const [only, ...below] = path;
  const becomes =
    below.length === 0
      ? `writes the key "${key}" as "${only}"`
      : `takes the key "${key}" apart, into ${[...path]
          .reverse()
          .map((step) => `"${step}"`)
          .join(' in ')}`;
  return `"nvflare job submit" ${becomes}${ELSE}`;
}

export const about: RuleAbout = {
  why: 'Since 2.4 the command `nvflare job submit` reads the keys of JSON and YAML as paths: `"app.x"` becomes an object `app` with a key `x`, and signs such as `@` and `$` are dropped. What is deployed under the old name is then not found. The FLARE API and the admin console send files unchanged.',
  remedy: 'Use names of letters, digits, `-` and `_`, or submit the job by the FLARE API or the admin console.',
  sources: ['nvflare/tool/job/config/config_indexer.py', 'nvflare/utils/cli_utils.py'],
  covers: ['MIS-16'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { <|"site.example.org"|>: {} } }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, <|"@rounds"|>: 3,
  "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, <|"a\\\\b"|>: 3,
  "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }
resource_spec { "site.example.org" {} }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "my notes": { "à-b_c/d": "@all $HOME a.b" } }`,
    `
--- target 2.3
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site.example.org": {} } }`,
  ],
};
