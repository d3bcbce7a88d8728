import { isPlainEntry } from '../../job/pack/first-entry';
import { entry, keyRange, type ObjectNode } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { changedByPacking, type FileToPack } from './_files';

export const rule: Rule = {
  code: 'pack/keeps-only-first',
  severity: 'warning',
  stage: 'pack',
  summary: 'nvflare job submit would submit only the first entry of a file',
  needs: 'packing-changes',
  *check({ job }) {
    for (const packed of changedByPacking(job)) {
      const { file, role, packing, config } = packed;
      if (packing.kind !== 'packed' || !packing.kept) continue;
      const { root } = config.document;
      const { kept } = packing;
      yield {
        file,
        at: keyRange(kept),
        message: `"nvflare job submit" submits only what is in "${kept.key}", because the file does not begin with a plain value; put ${FIRSTS[role]} first`,
        fixes: root.kind === 'object' ? beginWithPlain(packed, root, job.sources.name) : [],
      };
    }
  },
};

const FIRSTS: { readonly [role in FileToPack['role']]: string } = {
  meta: '"name"',
  config: '"format_version"',
  data: 'one',
};

/** Moves a plain value to the front, or adds one where there is none. */
function beginWithPlain({ file, role }: FileToPack, root: ObjectNode, name: string): readonly Fix[] {
  const usual = role === 'meta' ? 'name' : 'format_version';
  const found = entry(root, usual);
  const first = found && isPlainEntry(found.value) ? found : root.value.list.find(({ value }) => isPlainEntry(value));
  if (first)
    return [
      treeFix(
        `Move "${first.key}" to the front`,
        file,
        { kind: 'move-to-front', object: root, keys: [first.key] },
        role !== 'data',
      ),
    ];
  if (role === 'data') return [];
  const value = role === 'meta' ? name : 2;
  return [treeFix(`Begin with "${usual}"`, file, { kind: 'add-entry', object: root, key: usual, value, after: null })];
}

export const about: RuleAbout = {
  why: 'Since 2.4 the command `nvflare job submit` reads each configuration, and each JSON, HOCON and YAML file below `custom/`, and writes it anew. Where the first value of a file lies inside of an object or a list of objects, it writes only that object or list: a meta file that begins with `deploy_map` arrives without `deploy_map`. The FLARE API and the admin console send files unchanged.',
  remedy: 'Begin the meta file with `name`, each configuration with `format_version`, and data files with a plain value.',
  sources: ['nvflare/tool/job/job_cli.py', 'nvflare/tool/job/config/configer.py', 'nvflare/tool/job/config/config_indexer.py'],
  covers: ['MIS-15'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ <|"deploy_map"|>: { "app": ["@ALL"] }, "name": "demo" }`,
    `
--- meta.json
{ "resource_spec": {}, <|"deploy_map"|>: { "app": ["@ALL"] } }`,
    `
--- app/config/config_fed_client.conf
<|executors|> = [{ tasks = ["train"], executor { path = "nvflare.app_common.np.np_trainer.NPTrainer" } }]
format_version = 2
--- !app/config/config_fed_client.json`,
    `
--- app/custom/data/labels.json
{ <|"labels"|>: { "a": 1 }, "count": 2 }`,
  ],
  good: [
    `
--- app/custom/data/labels.txt
{ "labels": { "a": 1 }, "count": 2 }`,
    `
--- app/custom/data/labels.json
{ "count": 2, "labels": { "a": 1 } }
--- app/custom/data/labels.conf
labels { a = 1 }
count = 2`,
    `
--- meta.json
{ "resource_spec": {}, "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "mandatory_clients": [], "deploy_map": { "app": ["@ALL"] }, "name": "demo" }`,
    `
--- target 2.3
--- meta.json
{ "deploy_map": { "app": ["@ALL"] }, "name": "demo" }`,
  ],
};
