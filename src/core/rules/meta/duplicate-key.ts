import { refusalOf } from '../../formats/document';
import type { ConfigFile, Job } from '../../job/model';
import { type ConfigNode, entry, keyRange, type ObjectNode } from '../../tree/node';
import { toPlain } from '../../tree/query';
import type { Report } from '../finding';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/duplicate-key',
  severity: 'warning',
  stage: 'never',
  summary: 'a key is given twice in one object',
  *check({ job }) {
    // A text that NVFLARE refuses may hold half a key, and YAML's own refusal of duplicates is told already.
    for (const config of configs(job)) {
      const objects = refusalOf(config.document) ? [] : objectsWithDuplicates(config.document.root);
      for (const object of objects) yield* duplicates(object, config.file);
    }
  },
};

export const about: RuleAbout = {
  why: 'Of two equal keys in an object the last one counts, and what the first one says is lost without a word. HOCON merges the two when both are objects; that is not reported.',
  remedy: 'Remove one of them.',
  sources: ['nvflare/fuel/utils/json_config_loader.py', 'nvflare/fuel_opt/utils/pyhocon_loader.py'],
  covers: ['MIS-38'],
};

function* configs(job: Job): Iterable<ConfigFile> {
  if (job.meta) yield job.meta;
  for (const { server, client } of job.apps.values()) {
    if (server) yield server;
    if (client) yield client;
  }
}

function* duplicates(object: ObjectNode, file: string): Iterable<Report> {
  for (const loser of object.value.superseded) {
    const winner = entry(object, loser.key);
    if (!winner) continue;
    const isSame = JSON.stringify(toPlain(loser.value)) === JSON.stringify(toPlain(winner.value));
    yield {
      file,
      at: keyRange(loser),
      message: `"${loser.key}" is given again in this object, and only the last one counts`,
      related: [{ file, range: keyRange(winner), message: 'this one counts' }],
      fixes: [removeKey(file, object, loser, isSame)],
      tag: 'unnecessary',
    };
  }
}

/** Only objects and lists are walked to, so that lists of many thousand names cost next to nothing. */
function objectsWithDuplicates(root: ConfigNode): readonly ObjectNode[] {
  const found: ObjectNode[] = [];
  const waiting: ConfigNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'object') {
      if (node.value.superseded.length > 0) found.push(node);
      for (const { value } of node.value.list) if (value.kind === 'object' || value.kind === 'array') waiting.push(value);
    } else if (node.kind === 'array') {
      for (const item of node.value) if (item.kind === 'object' || item.kind === 'array') waiting.push(item);
    }
  }
  return found;
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"deploy_map"|>: { "app": ["server", "site-1"] }, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ <|"tasks"|>: ["train"], "tasks": ["*"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- meta.conf
<|name|> = first
name = second
deploy_map { app = ["@ALL"] }`,
  ],
  good: [
    `
--- meta.conf
name = demo
deploy_map { app = ["server"] }
deploy_map { app2 = ["site-1"] }
--- app2/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
