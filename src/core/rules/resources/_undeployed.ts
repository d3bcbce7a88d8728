import { isAllSites, isSiteName } from '../../job/job-def';
import type { Job, SiteBlocks } from '../../job/model';
import { blockOf } from '../../job/site-blocks-layers';
import { fold, NameFinder } from '../../text/nearest';
import type { Range } from '../../text/range';
import { type Entry, keyRange, type ObjectNode } from '../../tree/node';
import type { Fix, Report } from '../finding';
import { removeKey, renameKey } from '../fixes';
import { metaFile } from './_shown';

/**
 * The blocks of a map that no site reads, because the job is not deployed to a site of that name. Where it goes to all sites,
 * only names that no site can have, and those that look like a name used elsewhere in the job.
 */
export function undeployedBlocks(job: Job, map: SiteBlocks, isPassedOver: (block: Entry) => boolean): Iterable<Report> {
  const { deployment } = job;
  if (!map.object || !deployment.entry) return [];
  const blocks = map.object.value.list.filter(
    (block) => (block.keyKind || !deployment.bySite.has(block.key)) && !isPassedOver(block),
  );
  return blocks.length === 0 ? [] : reports(job, map, blocks);
}

function* reports(job: Job, map: SiteBlocks, blocks: readonly Entry[]): Generator<Report> {
  const { deployment } = job;
  const known = deployment.allSites ? namesElsewhere(job, map) : undefined;
  const finder = new NameFinder(() => sitesWithoutBlock(job, map));
  for (const block of blocks) {
    if (block.keyKind) {
      yield {
        at: keyRange(block),
        message: `${block.key} is read as another type than a string here, and no site has such a name; put it in quotes`,
        fixes: [renameKey(metaFile(job), block, block.key, true)],
      };
    } else if (known) {
      const report = underAllSites(job, block, known);
      if (report) yield report;
    } else if (deployment.certain && deployment.sites.length > 0) yield notNamed(job, map.object, block, finder.find(block.key));
  }
}

function notNamed(job: Job, map: ObjectNode | undefined, block: Entry, meant: string | undefined): Report {
  const file = metaFile(job);
  const { entry, bySite } = job.deployment;
  const use = meant === undefined ? undefined : bySite.get(meant)?.[0];
  const renaming = meant === undefined ? [] : [renameKey(file, block, meant, fold(meant) === fold(block.key))];
  const fixes: readonly Fix[] = [...renaming, ...(map ? [removeKey(file, map, block)] : [])];
  const related = use
    ? [{ file: use.file, range: use.range, message: `"${meant}" is deployed to here` }]
    : entry
      ? [{ file, range: keyRange(entry), message: 'the sites of the job are named here' }]
      : [];
  return {
    at: keyRange(block),
    message: `deploy_map does not deploy to "${block.key}", so nobody reads its block${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    related,
    fixes,
  };
}

/** The deployed sites that have no block yet. */
function sitesWithoutBlock(job: Job, map: SiteBlocks): readonly string[] {
  return [...job.deployment.bySite.keys()].filter((site) => !blockOf(map.object, site) && !isAllSites(site));
}

function underAllSites(job: Job, block: Entry, known: ReadonlyMap<string, NamedSite>): Report | undefined {
  const name = block.key;
  if (!isSiteName(name)) {
    const trimmed = name.trim();
    return {
      at: keyRange(block),
      message: `no site can be named "${name}", so nobody reads this block; site names have letters, digits, "-" and "_"`,
      fixes: trimmed !== name && isSiteName(trimmed) ? [renameKey(metaFile(job), block, trimmed, true)] : [],
    };
  }
  const other = known.get(fold(name));
  if (!other || other.name === name) return undefined;
  return {
    at: keyRange(block),
    message: `"${name}" and "${other.name}" are two different sites to NVFLARE; is one of them misspelt?`,
    related: [{ file: metaFile(job), range: other.range, message: `"${other.name}" is named here` }],
    fixes: [renameKey(metaFile(job), block, other.name)],
  };
}

interface NamedSite {
  readonly name: string;
  readonly range: Range;
}

/** The names of sites in the rest of the meta, by their look: in the other map, in `mandatory_clients`, and earlier in this map. */
function namesElsewhere(job: Job, map: SiteBlocks): ReadonlyMap<string, NamedSite> {
  const names = new Map<string, NamedSite>();
  const add = (name: string, range: Range) => {
    const look = fold(name);
    if (!names.has(look)) names.set(look, { name, range });
  };
  const mandatory = job.metaObject?.value.list.find(({ key }) => key === 'mandatory_clients')?.value;
  if (mandatory?.kind === 'array') for (const item of mandatory.value) if (item.kind === 'string') add(item.value, item);
  const maps = map === job.launchers ? [job.resources, job.launchers] : [job.resources];
  for (const { object } of maps)
    for (const block of object?.value.list ?? []) if (!block.keyKind) add(block.key, keyRange(block));
  return names;
}
