import { SERVER_SITE } from '../../job/job-def';
import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { launcherLayers, portableLayers } from '../../job/site-blocks';
import { type EffectiveEntry, type Layers, lookUp } from '../../job/site-blocks-layers';
import { type Entry, keyRange } from '../../tree/node';
import type { Fix, Report } from '../finding';
import { removeKey, treeFix } from '../fixes';
import { metaFile } from '../resources/_shown';
import { sitesWithOptions } from '../resources/_sites';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/slurm-nodes',
  severity: 'warning',
  stage: 'run',
  summary: 'the nodes of a Slurm job do not fit its GPUs or its command',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    const reported = new Set<Entry>();
    for (const site of sitesWithOptions(job)) {
      const slurm = launcherLayers(job, site, 'slurm');
      if (slurm.list.length === 0 || !slurm.certain) continue;
      for (const { entry, report } of [...gpuFaults(job, site, slurm), ...commandFaults(job, site, slurm)]) {
        // What stands in a default block is one mistake, however many sites it is for.
        if (reported.has(entry)) continue;
        reported.add(entry);
        yield report;
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'The launcher for Slurm does not start a job whose `num_of_gpus` is not `nodes` times `gpus_per_node`, one with several nodes and GPUs but no `gpus_per_node`, and one whose `additional_node_command` has no second node to run on, or belongs to the server.',
  remedy: 'Make the numbers agree. For a job on one node leave `nodes` and `additional_node_command` out.',
  sources: ['nvflare/app_opt/job_launcher/slurm/launcher.py'],
  covers: ['MIS-33'],
};

interface Fault {
  readonly entry: Entry;
  readonly report: Report;
}

function* gpuFaults(job: Job, site: Entry, slurm: Layers): Generator<Fault> {
  const portable = portableLayers(job, site);
  const total = lookUp(portable, 'num_of_gpus');
  const totalCount = countOf(total);
  if (!portable.certain || !total || totalCount === undefined) return;
  const perNode = lookUp(slurm, 'gpus_per_node');
  const nodes = lookUp(slurm, 'nodes');
  const nodeCount = nodes ? countOf(nodes) : 1;
  if (nodeCount === undefined) return;
  const related = [{ file: metaFile(job), range: keyRange(total.entry), message: 'all GPUs of the site are asked for here' }];
  if (perNode && perNode.entry.value.kind !== 'null') {
    const each = countOf(perNode);
    if (each === undefined || each * nodeCount === totalCount) return;
    const product = `${nodeCount} × ${each} = ${nodeCount * each}`;
    const message = `"${site.key}" asks for ${totalCount} GPUs, but nodes × gpus_per_node is ${product}; the launcher needs them to be equal`;
    const fixes = perNodeFix(job, perNode, totalCount / nodeCount);
    yield { entry: perNode.entry, report: { at: keyRange(perNode.entry), message, related, fixes } };
  } else if (nodes && nodeCount > 1 && totalCount > 0) {
    const message = `"${site.key}" asks for ${totalCount} GPUs on ${nodeCount} nodes, so the launcher needs "gpus_per_node"`;
    yield { entry: nodes.entry, report: { at: keyRange(nodes.entry), message, related } };
  }
}

function* commandFaults(job: Job, site: Entry, slurm: Layers): Generator<Fault> {
  const command = lookUp(slurm, 'additional_node_command');
  if (!command || command.entry.value.kind === 'null') return;
  const at = keyRange(command.entry);
  const fixes = [removeKey(metaFile(job), command.layer.object, command.entry)];
  if (site.key === SERVER_SITE) {
    yield {
      entry: command.entry,
      report: {
        at,
        message: '"additional_node_command" is for clients; the server does not start a job with it',
        fixes,
      },
    };
    return;
  }
  const nodes = lookUp(slurm, 'nodes');
  const count = nodes ? countOf(nodes) : 1;
  if (count === undefined || count > 1) return;
  yield {
    entry: command.entry,
    report: { at, message: `"additional_node_command" of "${site.key}" needs "nodes" above 1, not ${count}`, fixes },
  };
}

/** What stands in a default block is for other sites, too. */
function perNodeFix(job: Job, { entry, layer }: EffectiveEntry, value: number): readonly Fix[] {
  if (!Number.isInteger(value) || value < 1 || layer.from === 'default') return [];
  return [treeFix(`Change to ${value}`, metaFile(job), { kind: 'replace', node: entry.value, value })];
}

function countOf(entry: EffectiveEntry | undefined): number | undefined {
  const node = entry?.entry.value;
  return node?.kind === 'integer' && node.value >= 0 ? node.value : undefined;
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "num_of_gpus": 3 }, "site-2": { "num_of_gpus": 4 } },
  "launcher_spec": { "site-1": { "slurm": { "nodes": 2, <|"gpus_per_node"|>: 1 } }, "site-2": { "slurm": { <|"nodes"|>: 2 } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "site-1": { "slurm": { <|"additional_node_command"|>: "python run.py" } },
    "server": { "slurm": { "nodes": 2, <|"additional_node_command"|>: "python run.py" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "num_of_gpus": 2 }, "site-2": { "num_of_gpus": 2 } },
  "launcher_spec": { "site-1": { "slurm": { "nodes": 2, "gpus_per_node": 1, "additional_node_command": "python run.py" } }, "site-2": { "slurm": { "time": "01:00:00" } } } }`,
  ],
};
