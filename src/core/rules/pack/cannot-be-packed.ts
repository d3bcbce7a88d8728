import { type ConfigDocument, refusalOf } from '../../formats/document';
import type { Job } from '../../job/model';
import type { PackFailure } from '../../job/pack/failures';
import { canPack } from '../../job/pack/pack-file';
import { releaseName } from '../../job/release';
import { baseName } from '../../job/sources';
import type { Range } from '../../text/range';
import { type ConfigNode, keyRange } from '../../tree/node';
import type { Fix, Report } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { changedByPacking } from './_files';

export const rule: Rule = {
  code: 'pack/cannot-be-packed',
  severity: 'warning',
  stage: 'pack',
  summary: 'nvflare job submit would end with an internal error',
  needs: 'packing-changes',
  *check({ job }) {
    const what = `so "nvflare job submit" of NVFLARE ${releaseName(job.target)} ends with an internal error`;
    for (const { file, packing, config, isRead } of changedByPacking(job)) {
      if (packing.kind !== 'fails') continue;
      for (const failure of packing.failures) {
        // Of a configuration that sites read, other rules tell why it cannot be read.
        if (failure.reason === 'unreadable' && isRead) continue;
        const { document } = config;
        const cause = failure.reason === 'unreadable' ? refusalOf(document)?.message : CAUSES[failure.reason];
        yield {
          file,
          at: placeOf(failure, document.root),
          message: `${cause}, ${what}${REMEDIES[failure.reason] ?? ''}`,
          fixes: failure.reason === 'odd-value' ? inQuotes(file, document, failure.at) : [],
        };
      }
    }
    if (canPack(job.target)) yield* lostFiles(job, what);
  },
};

function* lostFiles({ unsoundApps }: Job, what: string): Generator<Report> {
  for (const { lostData } of unsoundApps) {
    for (const file of lostData) {
      const stem = withoutDots(baseName(file));
      const at = { start: 0, end: 0 };
      yield {
        file,
        at,
        message: `the command looks for ${stem}.json, ${stem}.conf and the like in place of ${baseName(file)} and finds none, ${what}; give the file a name without dots`,
      };
    }
  }
}

function withoutDots(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

const CAUSES: { readonly [reason in PackFailure['reason']]: string } = {
  unreadable: 'the file cannot be read',
  yaml: 'the command cannot write YAML',
  'not-an-object': 'the file does not hold an object',
  empty: 'there is no value in the file',
  'nameless-key': 'the command finds no name in this key',
  'odd-value': 'this is no value that the command knows',
  components: '"components" is not a list',
  component: 'this component is not an object',
  'no-id': 'this component has no "id"',
  path: 'this "path" is not a string',
  'half-character': 'this text has half of a character',
};

const OTHERWISE = '; submit by the FLARE API or the admin console';

const REMEDIES: { readonly [reason in PackFailure['reason']]?: string } = {
  yaml: '; write the file in JSON or HOCON, or submit by the FLARE API or the admin console',
  'not-an-object': OTHERWISE,
  empty: OTHERWISE,
  'nameless-key': OTHERWISE,
  components: '; write a list',
  component: '; write an object',
  path: '; write the path of a class',
  'half-character': '; write a whole one',
  unreadable: '; correct it',
  'odd-value': '; put a duration in quotes',
  'no-id': '; give it one',
};

/** What concerns a whole file is shown at its first key. */
function placeOf({ reason, at }: PackFailure, root: ConfigNode): Range {
  if (reason === 'no-id') return { start: at.start, end: Math.min(at.start + 1, at.end) };
  if (reason !== 'yaml' && reason !== 'empty' && reason !== 'not-an-object') return at;
  const [first] = root.kind === 'object' ? root.value.list : [];
  return first ? keyRange(first) : { start: root.start, end: Math.min(root.start + 1, root.end) };
}

/** A duration is written where its value stands, unless a reference brought it there. */
function inQuotes(file: string, { text, root }: ConfigDocument, at: Range): readonly Fix[] {
  const node = nodeAt(root, at);
  const written = text.slice(at.start, at.end);
  if (!node || node.origin || !/^\d/.test(written)) return [];
  return [treeFix('Put it in quotes', file, { kind: 'replace', node, value: written }, true)];
}

function nodeAt(node: ConfigNode, at: Range): ConfigNode | undefined {
  if (node === at) return node;
  const below = node.kind === 'object' ? node.value.list.map(({ value }) => value) : node.kind === 'array' ? node.value : [];
  for (const child of below) {
    const found = nodeAt(child, at);
    if (found) return found;
  }
  return undefined;
}

export const about: RuleAbout = {
  why: 'Since 2.4 the command `nvflare job submit` reads each configuration with pyhocon, lists every value of it and writes it anew. It is not made for keys without a letter such as `"*"`, for components without `id`, for a `path` that is not a string, for durations without quotes and for empty files; since 2.8 it cannot write YAML either. It does the same to each JSON, HOCON and YAML file below `custom/`, and looks for each of them by its name up to the first dot. It then ends with an internal error, and nothing is submitted. The FLARE API and the admin console send files unchanged.',
  remedy: 'Change what the message names, or submit the job by the FLARE API or the admin console.',
  sources: ['nvflare/tool/job/config/config_indexer.py', 'nvflare/utils/cli_utils.py', 'nvflare/tool/job/job_cli.py'],
  covers: ['MIS-16'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "notes": { <|"*"|>: 1 } }`,
    `
--- meta.yml
<|name|>: demo
deploy_map: { app: ["@ALL"] }`,
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }
timeout = <|10s|>`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "components": [<|{|> "path": "trainer.Trainer" }],
  "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "path": <|null|> } } }] }`,
    `
--- app/custom/labels.json
<|[|>"a", "b"]
--- app/custom/data.v1.json
<||>{ "a": 1 }
--- app/custom/broken.json
{ "a": 1, <|}|>`,
    `
--- old_app/config/config_fed_client.json
{ "format_version": 2, "executors": [<|}|>`,
  ],
  good: [
    `
--- app/custom/labels.json
{ "labels": ["a", "b"] }
--- app/custom/labels.v1.json
["a"]
--- app/custom/module/labels.txt
["a"]`,
    `
--- target 2.7
--- meta.yml
name: demo
deploy_map: { app: ["@ALL"] }`,
    `
--- target 2.3
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "notes": { "*": 1 } }`,
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }
timeout = "10s"`,
  ],
};
