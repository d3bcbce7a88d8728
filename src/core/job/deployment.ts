import { type ConfigNode, entry, type ObjectNode } from '../tree/node';
import { isAllSites } from './job-def';
import { isTakenMisread, misreadSites } from './misread-sites';
import type { DeployedApp, Deployment, SiteUse } from './model';
import { participantsOf } from './participants';
import { isSince, type Release } from './release';

/** Reads `deploy_map`. Site names that are not texts are left to the rules; see `Participants`. */
export function buildDeployment(file: string, meta: ObjectNode | undefined, target: Release): Deployment {
  const found = meta && entry(meta, 'deploy_map');
  const map = found?.value;
  const apps: DeployedApp[] = [];
  const sites: SiteUse[] = [];
  const oddSites: ConfigNode[] = [];
  const unusualSites: SiteUse[] = [];
  const bySite = new Map<string, SiteUse[]>();
  let allSites: SiteUse | undefined;
  let isTaken: boolean | undefined;
  let isPlain = true;
  let certain = found ? map?.kind !== 'unknown' : meta?.value.incomplete !== true;
  if (map?.kind === 'object') {
    certain = !map.value.incomplete;
    for (const app of map.value.list) {
      let participants = participantsOf(app.value, target);
      if (participants.form === 'invalid' && !isSince(target, '2.7.2')) {
        isTaken ??= isTakenMisread(map, target);
        if (isTaken) participants = { form: 'invalid', items: misreadSites(app.value) ?? [], fault: undefined, certain: true };
      }
      const uses: SiteUse[] = [];
      for (const node of participants.items) {
        if (node.kind !== 'string') {
          oddSites.push(node);
          continue;
        }
        const use = { value: node.value, file, range: node, app: app.key, node };
        uses.push(use);
        sites.push(use);
        const others = bySite.get(node.value);
        if (others) others.push(use);
        else bySite.set(node.value, [use]);
        if (isUsual(node.value) && node.value !== 'all') continue;
        unusualSites.push(use);
        if (allSites === undefined && isAllSites(node.value)) allSites = use;
      }
      certain &&= participants.certain;
      isPlain &&= participants.form === 'list' && participants.fault === undefined;
      apps.push({ name: app.key, entry: app, participants, sites: uses });
    }
  }
  const isAlone = unusualSites.length === 0 ? bySite.size === sites.length : sites.length === 1 && allSites !== undefined;
  isPlain &&= isAlone && oddSites.length === 0;
  return { entry: found, apps, sites, oddSites, unusualSites, bySite, allSites, isPlain, certain };
}

/** Whether a name is made of small letters, digits and hyphens, as those of most sites are. */
function isUsual(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (!(code >= 97 && code <= 122) && !(code >= 48 && code <= 57) && code !== 45) return false;
  }
  return name !== '';
}
