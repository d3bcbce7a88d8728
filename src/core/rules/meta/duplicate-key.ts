import { refusalOf } from '../../formats/document';
import type { ConfigFile } from '../../job/model';
import { entry, keyRange } from '../../tree/node';
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
    if (job.meta) yield* duplicates(job.meta);
    for (const { server, client } of job.unsoundApps) {
      if (server && server.repeats.length > 0) yield* duplicates(server);
      if (client && client.repeats.length > 0) yield* duplicates(client);
    }
  },
};

export const about: RuleAbout = {
  why: 'Of two equal keys in an object the last one counts, and what the first one says is lost without a word. HOCON merges the two when both are objects; that is not reported.',
  remedy: 'Remove one of them.',
  sources: ['nvflare/fuel/utils/json_config_loader.py', 'nvflare/fuel_opt/utils/pyhocon_loader.py'],
  covers: ['MIS-38'],
};

function* duplicates({ file, document, repeats }: ConfigFile): Iterable<Report> {
  // A text that NVFLARE refuses may hold half a key, and YAML's own refusal of duplicates is told already.
  if (refusalOf(document)) return;
  for (const object of repeats) {
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
