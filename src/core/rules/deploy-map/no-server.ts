import { SERVER_SITE } from '../../job/job-def';
import { isSince } from '../../job/release';
import { nearest } from '../../text/nearest';
import { type ConfigNode, get } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/no-server',
  severity: 'error',
  stage: 'submit',
  summary: 'no app is deployed to the server',
  *check({ job }) {
    const { deployment, target } = job;
    if (!deployment.certain || deployment.allSites || deployment.sites.length === 0 || deployment.bySite.has(SERVER_SITE)) return;
    if (!deployment.entry || !isSince(target, '2.3')) return;
    const { keyStart, keyEnd } = deployment.entry;
    const near = nearest(SERVER_SITE, deployment.bySite.keys());
    const misspelt = near === undefined ? undefined : deployment.bySite.get(near)?.[0];
    const file = job.meta?.file ?? '';
    const fixes: Fix[] = [];
    if (misspelt)
      fixes.push(
        treeFix(`Change "${misspelt.value}" to "server"`, file, { kind: 'replace', node: misspelt.node, value: SERVER_SITE }),
      );
    // Where the server is there by nearly its name, another entry for it would be one too many.
    const isThere = near?.toLowerCase() === SERVER_SITE;
    for (const app of isThere ? [] : deployment.apps) {
      const list = app.entry.value;
      const config = job.apps.get(app.name)?.server;
      if (list.kind !== 'array' || !config || hasNoWorkflow(config.document.root)) continue;
      fixes.push(
        treeFix(`Deploy "${app.name}" to the server`, file, { kind: 'add-item', array: list, value: SERVER_SITE, index: 0 }),
      );
    }
    yield {
      at: misspelt?.range ?? { start: keyStart, end: keyEnd },
      message: misspelt
        ? `deploy_map names "${misspelt.value}", but not "server"; the server goes by no other name`
        : 'deploy_map does not name "server", so no app would run there',
      fixes,
    };
  },
};

/** The server would refuse such an app when the job starts. */
function hasNoWorkflow(root: ConfigNode): boolean {
  if (root.kind !== 'object' || root.value.incomplete) return false;
  const workflows = get(root, 'workflows');
  return workflows === undefined || (workflows.kind === 'array' && workflows.value.length === 0);
}

export const about: RuleAbout = {
  why: 'Since 2.3 the server refuses a job whose deploy map names sites but not `server`. Only this spelling counts, whatever the host of the server is called.',
  remedy: 'Add `server` to the sites of the app that holds the workflows.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"deploy_map"|>: { "app": ["site-1"] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": [<|"Server"|>, "site-1"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] } }`,
    `
--- target 2.2
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["site-1"] } }`,
  ],
};
