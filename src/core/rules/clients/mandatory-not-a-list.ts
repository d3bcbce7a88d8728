import { describe } from '../../job/participants';
import { type ConfigNode, entry } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { removeKey, treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'clients/mandatory-not-a-list',
  severity: 'error',
  stage: 'submit',
  summary: 'mandatory_clients is a value that the server cannot go through',
  needs: 'mandatory-clients',
  *check({ job }) {
    const { deployment, metaObject } = job;
    const found = metaObject && entry(metaObject, 'mandatory_clients');
    const node = found?.value;
    if (!node || deployment.allSites || !deployment.certain || deployment.sites.length === 0 || isFalsy(node) !== false) return;
    if (node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean') {
      yield {
        at: node,
        message: `mandatory_clients must be a list of sites, not ${describe(node)}; the server answers with an internal error`,
        fixes: found && job.meta ? [removeKey(job.meta.file, metaObject, found)] : [],
      };
    } else if (node.kind === 'array') {
      const flat = namesIn(node.value);
      for (const item of node.value) {
        if (item.kind !== 'object' && item.kind !== 'array') continue;
        yield {
          at: item,
          message: `a mandatory client must be a string, not ${describe(item)}; the server answers with an internal error`,
          fixes:
            flat && job.meta ? [treeFix('Write one list of names', job.meta.file, { kind: 'replace', node, value: flat })] : [],
        };
      }
    }
  },
};

/** The names in a list that has lists of names in it; `undefined` where there is something else in it. */
function namesIn(items: readonly ConfigNode[]): readonly string[] | undefined {
  const names: string[] = [];
  for (const item of items) {
    const inner = item.kind === 'array' ? namesIn(item.value) : item.kind === 'string' ? [item.value] : undefined;
    if (!inner) return undefined;
    names.push(...inner);
  }
  return names;
}

export const about: RuleAbout = {
  why: 'When the deploy map names its sites, the server goes through the mandatory clients and answers with an internal error to a number, to true, and to a list of lists or objects.',
  remedy: 'Write a list of site names.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "mandatory_clients": <|1|>, "deploy_map": { "app": ["server", "site-1"] } }`,
    `
--- meta.json
{ "name": "demo", "mandatory_clients": [<|["site-1"]|>], "deploy_map": { "app": ["server", "site-1"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "mandatory_clients": [], "deploy_map": { "app": ["server", "site-1"] } }`,
  ],
};
