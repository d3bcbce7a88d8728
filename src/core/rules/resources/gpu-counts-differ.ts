import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { launcherLayers } from '../../job/site-blocks';
import { type EffectiveEntry, isNested, lookUp, textEntry } from '../../job/site-blocks-layers';
import { exactInteger } from '../../job/site-blocks-values';
import type { ConfigNode, Entry } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { pythonEquals } from './_python-equals';
import { metaFile, shown } from './_shown';

export const rule: Rule = {
  code: 'resources/gpu-counts-differ',
  severity: 'error',
  stage: 'submit',
  summary: 'a site reserves another number of GPUs than its launcher uses',
  needs: 'nested-blocks',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    for (const block of job.resources.nested) {
      if (block.value.kind !== 'object' || isNested(block.value, job.target) !== true) continue;
      const process = textEntry(block.value, 'process')?.value;
      const reserved = process?.kind === 'object' ? textEntry(process, 'num_of_gpus')?.value : undefined;
      if (!reserved) continue;
      for (const { used, what, count } of differentCounts(job, block, reserved)) {
        yield {
          at: reserved,
          message: `"${block.key}" reserves ${gpus(shown(job, reserved))} under "process", but ${what}`,
          related: [{ file: metaFile(job), range: used.entry.value, message: 'the launcher takes its number from here' }],
          fixes: count === undefined ? [] : [reserve(job, reserved, count)],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'In a block of `resource_spec` that is divided by modes, `process.num_of_gpus` is what the resource manager reserves, and the options of `docker`, `k8s` or `slurm` are what the job then uses. Since 2.9 the server refuses a job where the numbers differ; for Slurm it multiplies `nodes` by `gpus_per_node`.',
  remedy: 'Make the numbers equal.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

function* differentCounts(
  job: Job,
  site: Entry,
  reserved: ConfigNode,
): Generator<{ readonly used: EffectiveEntry; readonly what: string; readonly count: number | undefined }> {
  const text = job.meta?.document.text ?? '';
  for (const mode of ['docker', 'k8s'] as const) {
    const used = lookUp(launcherLayers(job, site, mode), 'num_of_gpus');
    if (used && pythonEquals(used.entry.value, reserved, text) === false) {
      yield {
        used,
        what: `uses ${shown(job, used.entry.value)} under "${mode}"`,
        count: countOf(exactOf(used.entry.value, text)),
      };
    }
  }
  const slurm = launcherLayers(job, site, 'slurm');
  const perNode = lookUp(slurm, 'gpus_per_node');
  const nodes = lookUp(slurm, 'nodes')?.entry.value;
  if (!perNode || !slurm.certain) return;
  const [want, each, count] = [exactOf(reserved, text), exactOf(perNode.entry.value, text), nodes ? exactOf(nodes, text) : 1n];
  if (want === undefined || each === undefined || count === undefined || count * each === want) return;
  const machines = `${count} ${count === 1n ? 'node' : 'nodes'} with ${each} each`;
  yield { used: perNode, what: `uses ${count * each} under "slurm": ${machines}`, count: countOf(count * each) };
}

function gpus(count: string): string {
  return `${count} ${count === '1' ? 'GPU' : 'GPUs'}`;
}

function reserve(job: Job, node: ConfigNode, value: number): Fix {
  return treeFix(`Reserve ${value}`, metaFile(job), { kind: 'replace', node, value });
}

function countOf(exact: bigint | undefined): number | undefined {
  return exact !== undefined && exact >= 0n && exact <= 1_000_000n ? Number(exact) : undefined;
}

function exactOf(node: ConfigNode, text: string): bigint | undefined {
  return node.kind === 'integer' ? exactInteger(node, text) : undefined;
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "process": { "num_of_gpus": <|1|> }, "docker": { "image": "nvflare:2.9", "num_of_gpus": 2 } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "process": { "num_of_gpus": <|2|> } } },
  "launcher_spec": { "default": { "slurm": { "nodes": 2, "gpus_per_node": 2 } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "process": { "num_of_gpus": 4 }, "k8s": { "image": "nvflare:2.9", "num_of_gpus": 4 } } },
  "launcher_spec": { "default": { "slurm": { "nodes": 2, "gpus_per_node": 2 } } } }`,
  ],
};
