import { STAND_IN } from '../formats/typing/typed-place';
import {
  ALL_SITES,
  type Deployment,
  isAllSites,
  isSiteName,
  LAUNCHER_DEFAULT,
  MOST_CLIENTS,
  RESOURCE_DEFAULT,
  SERVER_SITE,
} from '../index';
import { buildDeployment } from '../job/deployment';
import { pythonInt } from '../job/python-int';
import { type ConfigNode, get } from '../tree/node';
import { at } from '../tree/query';
import type { Asked } from './request';

/** A site that may be named, and where it is known from. */
export interface SiteOffer {
  readonly name: string;
  readonly from: string;
}

/** What a meta file says of sites, read from the text as it is being typed. */
export class MetaSites {
  readonly deployment: Deployment;
  /** Those that an app goes to, without the stand-in. */
  readonly deployed: ReadonlySet<string>;
  readonly hasAll: boolean;
  /** The clients that get an app by name. */
  readonly clients: readonly string[];
  /** Those that are mandatory already. */
  readonly mandatory: ReadonlySet<string>;
  /** Those of them that no app goes to by name. */
  readonly undeployedMandatory: readonly string[];
  readonly #asked: Asked;

  constructor(asked: Asked) {
    const { root } = asked.place.document;
    this.#asked = asked;
    this.deployment = deploymentOf(asked);
    const deployed = new Set(this.deployment.bySite.keys());
    deployed.delete(STAND_IN);
    this.deployed = deployed;
    this.hasAll = deployed.size === 1 && [...deployed].some(isAllSites);
    this.clients = [...deployed].filter((site) => site !== SERVER_SITE && !isAllSites(site));
    this.mandatory = new Set(textsIn(at(root, ['mandatory_clients'])));
    this.undeployedMandatory = [...this.mandatory].filter(
      (name) => !deployed.has(name) && name !== SERVER_SITE && name !== STAND_IN && isSiteName(name),
    );
  }

  /** The least number of clients that the job asks for; 1 where it says none, or one that is refused whatever is deployed. */
  get least(): number {
    const node = at(this.#asked.place.document.root, ['min_clients']);
    const number = node && pythonInt(node);
    return number?.kind === 'number' && number.value <= MOST_CLIENTS ? number.value : 1;
  }

  /** Sites that get no app yet: those that the job speaks of elsewhere, provisioned ones, and those of other jobs. */
  *undeployed(): Generator<SiteOffer> {
    if (this.hasAll) return;
    if (!this.deployed.has(SERVER_SITE)) yield { name: SERVER_SITE, from: 'the server' };
    for (const site of this.#known()) if (!this.deployed.has(site.name)) yield site;
  }

  /** Whether `@ALL` may be written: it stands alone or not at all. */
  get mayBeAll(): boolean {
    return this.deployed.size === 0;
  }

  /** Clients of the job; under `@ALL` every client that is known. */
  *clientOffers(): Generator<SiteOffer> {
    if (!this.hasAll) for (const name of this.clients) yield { name, from: 'deployed' };
    else for (const site of this.#known()) yield site;
  }

  *#known(): Generator<SiteOffer> {
    const seen = new Set<string>();
    for (const name of this.#mentioned()) {
      if (seen.has(name) || !isSiteName(name) || name === SERVER_SITE) continue;
      seen.add(name);
      yield { name, from: 'this job' };
    }
    for (const { name, from } of this.#asked.sites) {
      if (seen.has(name)) continue;
      seen.add(name);
      yield { name, from };
    }
  }

  *#mentioned(): Generator<string> {
    const { root } = this.#asked.place.document;
    for (const site of this.mandatory) yield* named(site);
    for (const [key, usual] of [
      ['resource_spec', RESOURCE_DEFAULT],
      ['launcher_spec', LAUNCHER_DEFAULT],
    ] as const) {
      for (const site of keys(at(root, [key]))) if (site !== usual) yield* named(site);
    }
  }
}

/** That of the job where what is typed is not in the deploy map: of 10,000 sites, making it anew is most of the work. */
function deploymentOf({ file, job, place: { document } }: Asked): Deployment {
  const root = document.root.kind === 'object' ? document.root : undefined;
  const map = root && get(root, 'deploy_map');
  const isKnown = map !== undefined && map === job.deployment.entry?.value;
  return isKnown ? job.deployment : buildDeployment(file, root, job.target);
}

function* named(name: string): Generator<string> {
  if (name !== STAND_IN && name !== ALL_SITES) yield name;
}

function keys(node: ConfigNode | undefined): readonly string[] {
  return node?.kind === 'object' ? node.value.list.map(({ key }) => key) : [];
}

function textsIn(node: ConfigNode | undefined): readonly string[] {
  return node?.kind === 'array' ? node.value.flatMap((item) => (item.kind === 'string' ? [item.value] : [])) : [];
}
