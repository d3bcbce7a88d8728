import type { AppConfig } from '../../job/config/app-config';
import { isAllSites, SERVER_SITE } from '../../job/job-def';
import type { Job } from '../../job/model';
import type { ConfigNode, StringNode } from '../../tree/node';
import { EXECUTORS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'code/absolute-path',
  severity: 'info',
  stage: 'run',
  summary: 'an app that goes to several sites names a path in the home folder of one machine',
  *check({ job, wiring }) {
    for (const { config, side, app } of wiring.configs) {
      if (side !== 'client' || !goesToSeveral(job, app)) continue;
      for (const node of textsIn(config.document.root)) {
        const home = homeIn(node.value);
        if (home === undefined) continue;
        yield {
          file: config.file,
          at: node,
          message: `"${home}" is a folder of one machine, but the app "${app}" goes to several sites; use a path that all sites have, or "{$NAME}" for a variable of their environment`,
        };
      }
    }
  },
};

/** The home folder that a text begins with, or names as a value behind a blank or `=`. */
function homeIn(text: string): string | undefined {
  return /(?:^|[\s=])(\/home\/[\w.-]+|\/Users\/[\w.-]+|[A-Za-z]:\\Users\\[\w.-]+)(?:[/\\]|$)/.exec(text)?.[1];
}

function goesToSeveral({ apps }: Job, name: AppConfig['app']): boolean {
  const sites = apps.get(name)?.deployed?.sites ?? [];
  return sites.some(({ value }) => isAllSites(value)) || sites.filter(({ value }) => value !== SERVER_SITE).length > 1;
}

function* textsIn(node: ConfigNode): Generator<StringNode> {
  if (node.kind === 'string') yield node;
  else if (node.kind === 'array') for (const item of node.value) yield* textsIn(item);
  else if (node.kind === 'object') for (const { value } of node.value.list) yield* textsIn(value);
}

export const about: RuleAbout = {
  why: 'All sites of the app get the same configuration. A path in somebody’s home folder is there on one machine only, and the job fails on the others.',
  remedy: 'Use a path that all sites agree on, a variable such as `{WORKSPACE}` or `{$DATA_DIR}`, or an app for each site.',
  sources: ['nvflare/fuel/utils/wfconf.py'],
};

const client = (path: string) => `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "data_path": ${path} }`;

export const examples: RuleExamples = {
  bad: [client('<|"/home/anna/data"|>'), client('<|"C:\\\\Users\\\\anna\\\\data"|>')],
  good: [
    client('"/data/images"'),
    client('"{$HOME}/data"'),
    `${client('"/home/anna/data"')}
--- app_server/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "persistor_id": "" } }] }
--- meta.json
{ "name": "demo", "deploy_map": { "app_server": ["server"], "app": ["site-1"] } }`,
  ],
};
