import type { Checked } from '../assist/checked';
import { configNamer } from '../assist/index';
import type { Wiring } from '../job/config/wiring';
import { isAllSites, SERVER_SITE } from '../job/job-def';
import { get, type ObjectNode } from '../tree/node';
import { isFalsy, walk } from '../tree/query';
import { mentions } from './mentions';
import { siteNameProblem } from './new-name';
import { change, type EditPlan, type PlannedChange, type Refusal, refuse } from './plan';

/** Why the site cannot get another name; `undefined` where it can. */
export function fixedSiteName(name: string): string | undefined {
  if (isAllSites(name)) return `"${name}" is no site: it means the server and every client.`;
  return name === SERVER_SITE ? 'The server goes by no other name than "server".' : undefined;
}

/**
 * Gives a site another name wherever the meta file names it. Texts of the apps' configurations that are the same as its name are
 * changed as well, for somebody to confirm: NVFLARE does not say which arguments name sites.
 */
export function renameSite({ job, wiring }: Checked, name: string, newName: string): EditPlan | Refusal {
  const problem = fixedSiteName(name) ?? siteNameProblem(job, newName);
  if (problem !== undefined) return refuse(problem);
  const file = job.meta?.file ?? '';
  const mandatory = job.metaObject && get(job.metaObject, 'mandatory_clients');
  if (mandatory && mandatory.kind !== 'array' && isFalsy(mandatory) !== true) {
    return refuse('mandatory_clients is no list, so it cannot be said which sites it names. Write it as a list first.');
  }
  const items = mandatory?.kind === 'array' ? mandatory.value.filter(({ value }) => value === name) : [];
  const nodes = [...(job.deployment.bySite.get(name) ?? []).map(({ node }) => node), ...items];
  const changes = [
    ...nodes.map((node) => change(file, { kind: 'replace', node, value: newName })),
    ...[job.resources.object, job.launchers.object].flatMap((object) => (object ? keyChanges(file, object, name, newName) : [])),
  ];
  const likely = wiring ? likelyPlaces(wiring, name, newName) : [];
  return {
    title: `Rename site "${name}" to "${newName}"`,
    changes: [...changes, ...likely],
    notes: mentions(job.sources, name),
  };
}

/** A key that is given twice is renamed twice: the first would count again if only the last went. */
function keyChanges(
  file: string,
  { value }: ObjectNode,
  name: string,
  newName: string,
  doubt?: string,
): readonly PlannedChange[] {
  return [...value.list, ...value.superseded]
    .filter(({ key }) => key === name)
    .map((entry) => change(file, { kind: 'rename-key', entry, key: newName }, doubt));
}

function likelyPlaces(wiring: Wiring, name: string, newName: string): readonly PlannedChange[] {
  const doubt = `Probably names site "${name}"`;
  const namesIn = configNamer(wiring);
  const seen = new Set<string>();
  return wiring.configs.flatMap((config) => {
    const { file, document } = config.config;
    if (seen.has(file)) return [];
    seen.add(file);
    const found: { readonly start: number; readonly change: PlannedChange }[] = [];
    for (const node of walk(document.root)) {
      if (node.origin) continue;
      if (node.kind === 'string' && node.value === name) {
        found.push({ start: node.start, change: change(file, { kind: 'replace', node, value: newName }, doubt) });
      } else if (node.kind === 'object' && node !== document.root) {
        for (const each of keyChanges(file, node, name, newName, doubt)) found.push({ start: node.start, change: each });
      }
    }
    // Most configurations have no such text, and then what else they name does not matter.
    if (found.length === 0) return [];
    const known = new Set(namesIn(config).flatMap(({ kind, range }) => (kind === 'argument' ? [] : [range.start])));
    return found.filter(({ start }) => !known.has(start)).map((each) => each.change);
  });
}
