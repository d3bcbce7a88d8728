import type { Job, SiteUse } from '../../job/model';
import { type ArrayNode, type ConfigNode, get } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';

/** A fix that takes a site out of the list that it stands in, or `undefined` where it does not stand in a list. */
export function removeSite(job: Job, site: SiteUse): Fix | undefined {
  const app = job.deployment.apps.find(({ name }) => name === site.app);
  const array = app && listWith(app.entry.value, site.node);
  if (!array || !job.meta) return undefined;
  return treeFix(`Remove "${site.value}" from "${site.app}"`, job.meta.file, { kind: 'remove-item', array, item: site.node });
}

function listWith(value: ConfigNode | undefined, site: ConfigNode): ArrayNode | undefined {
  if (value?.kind === 'object') return listWith(get(value, 'targets'), site) ?? listWith(get(value, 'sites'), site);
  if (value?.kind !== 'array') return undefined;
  if (value.value.includes(site)) return value;
  for (const item of value.value) {
    const inner = item.kind === 'object' ? listWith(item, site) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
