import { SERVER_SITE } from '../../job/job-def';
import type { Job } from '../../job/model';
import { type Entry, get } from '../../tree/node';
import { COMPONENTS } from '../config/_healthy';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

/** The parameters by which NVFLARE's workflows say how many clients they wait for. */
const PARAMETERS = ['min_clients', 'num_clients'];

export const rule: WiringRule = {
  code: 'tasks/too-many-clients',
  severity: 'warning',
  stage: 'never',
  summary: 'a workflow waits for more clients than the job goes to, or starts with',
  *check({ job, wiring }) {
    const limit = limitOf(job);
    if (!limit || !job.meta) return;
    for (const { config, workflows, app } of wiring.configs) {
      for (const workflow of workflows) {
        const found = wiring.classes.of(workflow, app);
        if (found.kind !== 'known' || found.origin !== 'nvflare' || workflow.isDisabled) continue;
        for (const { key, value } of workflow.args) {
          if (!PARAMETERS.includes(key) || value.kind !== 'integer' || value.value <= limit.count) continue;
          yield {
            file: config.file,
            at: value,
            message: `"${key}" is ${value.value}, but ${limit.what}`,
            related: [{ file: job.meta.file, range: limit.entry.value, message: `${limit.entry.key} is here` }],
            fixes: [
              ...raiseLimit(job.meta.file, limit, value.value),
              treeFix(`Change to ${limit.count}`, config.file, { kind: 'replace', node: value, value: limit.count }),
            ],
            severity: limit.severity,
          };
        }
      }
    }
  },
};

/** Where the job may start with fewer clients than a workflow waits for, it is better that it does not. */
function raiseLimit(file: string, { entry, severity }: Limit, count: number): readonly Fix[] {
  if (severity !== 'info') return [];
  return [treeFix(`Change ${entry.key} to ${count} in ${file}`, file, { kind: 'replace', node: entry.value, value: count })];
}

interface Limit {
  readonly count: number;
  readonly what: string;
  readonly entry: Entry;
  readonly severity: 'warning' | 'info';
}

/** The sites where they are named; else the number that the job starts with. */
function limitOf({ deployment, metaObject }: Job): Limit | undefined {
  if (!deployment.certain || !deployment.entry || !metaObject) return undefined;
  if (!deployment.allSites) {
    const count = deployment.bySite.size - (deployment.bySite.has(SERVER_SITE) ? 1 : 0);
    const what = `the job goes to ${count} client${count === 1 ? '' : 's'}`;
    return count === 0 ? undefined : { count, what, entry: deployment.entry, severity: 'warning' };
  }
  const node = get(metaObject, 'min_clients');
  const entry = metaObject.value.list.find(({ key }) => key === 'min_clients');
  if (node?.kind !== 'integer' || !entry || node.value < 1) return undefined;
  const what = `the job may start with ${node.value}, as its meta file says`;
  return { count: node.value, what, entry, severity: 'info' };
}

export const about: RuleAbout = {
  why: 'NVFLARE never compares the number that a workflow waits for with the number of sites. Some workflows then go on with all clients that there are, others wait until a timeout ends the round.',
  remedy: 'Lower the number, or deploy to more sites; with `@ALL`, raise `min_clients` of the meta file to it.',
  sources: ['nvflare/app_common/workflows/scatter_and_gather.py', 'nvflare/app_common/workflows/base_model_controller.py'],
  covers: ['MIS-41'],
};

const server = (count: string) => `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": ${count} } }], ${COMPONENTS} }`;

export const examples: RuleExamples = {
  bad: [
    `${server('<|3|>')}
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", "site-2"] } }`,
    `${server('<|3|>')}
--- meta.json
{ "name": "demo", "min_clients": 2, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `${server('2')}
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", "site-2"] } }`,
  ],
};
