import type { AppConfig } from '../job/config/app-config';
import type { Wiring } from '../job/config/wiring';
import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';
import type { Finding } from '../rules/finding';
import { addComponent, type NodeIds } from './component-nodes';
import { GraphDraft } from './draft';
import type { GraphGroup, JobGraph } from './model';
import { addReferences } from './reference-edges';
import { addTasks, type DrawnConfig } from './task-nodes';

/**
 * What a job's apps run: the server's workflows, the tasks that they send, the filters on the way, the executors of each app of clients,
 * and the components that these ask for. Takes time linear in the size of the configurations but for findings, of which there
 * are few.
 */
export function buildGraph(job: Job, wiring: Wiring | undefined, findings: readonly Finding[]): JobGraph {
  const draft = new GraphDraft();
  if (!wiring) return draft.finish(findings);
  const drawn = wiring.configs.filter(({ root }) => root).map((config) => addConfig(draft, job, config));
  addTasks(draft, drawn, wiring, findings, job.target);
  for (const { config, group, nodes } of drawn) addReferences(draft, config, group, wiring.classes, findings, nodes);
  for (const { config } of wiring.configs) {
    if (config.document.root.kind !== 'object')
      draft.notes.add(`${config.file} could not be read, so what it runs is not drawn.`);
  }
  for (const { app, config, certain } of drawn.map((each) => each.config))
    if (!certain) draft.notes.add(`App ${app} may run more than is drawn: a part of ${config.file} is not known from its text.`);
  return draft.finish(findings);
}

function addConfig(draft: GraphDraft, job: Job, config: AppConfig): DrawnConfig {
  const nodes: NodeIds = new Map();
  const group = groupOf(job, config);
  draft.groups.push(group);
  for (const workflow of config.workflows) addComponent(draft, config, group.id, workflow, 'workflow', nodes);
  for (const { executor, node } of config.executors) {
    if (executor) addComponent(draft, config, group.id, executor, 'executor', nodes, node);
  }
  for (const component of config.components) addComponent(draft, config, group.id, component, 'component', nodes);
  return { config, group: group.id, nodes };
}

function groupOf(job: Job, { app, side, config }: AppConfig): GraphGroup {
  const sites = job.apps.get(app)?.deployed?.sites.map(({ value }) => value) ?? [];
  const clients = new Set(sites.filter((site) => site !== SERVER_SITE && !isAllSites(site)));
  const how = sites.some(isAllSites) ? 'every client' : clients.size === 1 ? [...clients].join() : `${clients.size} sites`;
  return {
    id: `${side}/${app}`,
    side,
    app,
    title: side === 'server' ? 'Server' : 'Clients',
    detail: side === 'server' ? `app ${app}` : `app ${app} · ${how}`,
    file: config.file,
  };
}
