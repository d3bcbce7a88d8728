/** The clients that startup kits and project files of a workspace tell of, with what they offer. */
import type { Place } from '../text/range';
import { type ConfigNode, get, type ObjectNode, rangeOf } from '../tree/node';
import { componentOffer } from './component-offer';
import { GPU_KEY, GPU_MEMORY_KEY, type Offer, PROVISIONED_OFFER } from './offer';

/** A client that some file tells of. */
export interface KnownSite {
  readonly site: string;
  readonly offer: Offer;
  /** Where the file says it; the file as its host names it. */
  readonly at: Place;
}

/** A file that may tell of sites. */
export interface SiteFile {
  readonly file: string;
  readonly root: ConfigNode;
}

/** Whether a path is one of a file that tells of sites: the resources of a startup kit, or a project file. */
export function isSiteFile(path: string): boolean {
  return /(?:^|\/)local\/resources\.json(?:\.default)?$|(?:^|\/)project\.ya?ml$/.test(path);
}

/**
 * The clients that the files tell of, each once. Kits win over project files, a newer kit (`prod_01`) over an older one, and the
 * file that a site edited (`resources.json`) over the one that it was given (`.default`), as NVFLARE reads them.
 */
export function knownSites(files: readonly SiteFile[]): readonly KnownSite[] {
  const bySite = new Map<string, KnownSite>();
  const inOrder = [...files].sort((a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : 1));
  for (const file of inOrder) {
    for (const known of isProject(file.file) ? projectSites(file) : kitSites(file)) bySite.set(known.site, known);
  }
  return [...bySite.values()].sort((a, b) => (naturalKey(a.site) < naturalKey(b.site) ? -1 : 1));
}

function isProject(path: string): boolean {
  return /project\.ya?ml$/.test(path);
}

/** Later ones win. */
function rank(path: string): number {
  if (isProject(path)) return 0;
  return path.endsWith('.default') ? 1 : 2;
}

/** `site-10` behind `site-9`. */
function naturalKey(site: string): string {
  return site.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/** Only clients have a resource manager; the folder around `local` has the site's name (`nvflare/lighter/ctx.py`). */
function kitSites({ file, root }: SiteFile): readonly KnownSite[] {
  const site = file.split('/').at(-3);
  const components = root.kind === 'object' ? get(root, 'components') : undefined;
  if (site === undefined || site === '' || components?.kind !== 'array') return [];
  const manager = components.value.find(
    (each): each is ObjectNode => each.kind === 'object' && isNamed(each, 'resource_manager'),
  );
  return manager ? [{ site, offer: componentOffer(manager), at: { file, range: rangeOf(manager) } }] : [];
}

function isNamed(component: ObjectNode, id: string): boolean {
  const node = get(component, 'id');
  return node?.kind === 'string' && node.value === id;
}

/** `participants` of type `client` with their `capacity` (`nvflare/lighter/impl/static_file.py`), or a manager among their components. */
function projectSites({ file, root }: SiteFile): readonly KnownSite[] {
  const participants = root.kind === 'object' ? get(root, 'participants') : undefined;
  if (participants?.kind !== 'array') return [];
  return participants.value.flatMap((node): readonly KnownSite[] => {
    if (node.kind !== 'object') return [];
    const name = get(node, 'name');
    const type = get(node, 'type');
    if (name?.kind !== 'string' || type?.kind !== 'string' || type.value !== 'client') return [];
    const stated = statedOffer(node);
    return [{ site: name.value, offer: stated?.offer ?? PROVISIONED_OFFER, at: { file, range: rangeOf(stated?.node ?? name) } }];
  });
}

function statedOffer(participant: ObjectNode): { readonly offer: Offer; readonly node: ConfigNode } | undefined {
  const components = get(participant, 'components');
  const manager = components?.kind === 'object' ? get(components, 'resource_manager') : undefined;
  if (manager?.kind === 'object') return { offer: componentOffer(manager), node: manager };
  const capacity = get(participant, 'capacity');
  if (capacity?.kind !== 'object') return undefined;
  const amount = (key: string) => {
    const node = get(capacity, key);
    return node === undefined ? 0 : node.kind === 'integer' || node.kind === 'float' ? node.value : undefined;
  };
  const gpus = amount(GPU_KEY);
  const memory = amount(GPU_MEMORY_KEY);
  const offer: Offer =
    gpus === undefined || memory === undefined
      ? { kind: 'unknown', why: 'a capacity that is no number' }
      : { kind: 'gpus', gpus, memory, gpuKey: GPU_KEY, memoryKey: GPU_MEMORY_KEY };
  return { offer, node: capacity };
}
