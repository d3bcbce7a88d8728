import type { AppConfig } from '../job/config/app-config';
import { taskFlow } from '../job/config/task-flow';
import type { Wiring } from '../job/config/wiring';
import type { Job } from '../job/model';
import type { Place } from '../text/range';
import { entry, rangeOf } from '../tree/node';
import { type IdleChain, idleChains } from './idle-chains';
import { outgoingPaths } from './outgoing';
import type { OutgoingPath } from './path';
import { type Stream, streamsOf } from './streams';

/** What leaves the clients of a job while it runs. Clients that run the same app send the same. */
export interface Leaving {
  readonly apps: readonly AppLeaving[];
  /** The privacy scope that the job asks for; each site looks it up in its own policy. */
  readonly scope: (Place & { readonly name: string }) | undefined;
  /** False where more may leave than is listed, because a workflow or a configuration cannot be known. */
  readonly certain: boolean;
}

/** What leaves the clients that run an app. */
export interface AppLeaving {
  readonly app: string;
  readonly file: string;
  /** As `deploy_map` names them: `@ALL` stands for every client that is connected. */
  readonly sites: readonly string[];
  readonly paths: readonly OutgoingPath[];
  readonly streams: readonly Stream[];
  /** Filters in the configuration that never pass anything. */
  readonly idle: readonly IdleChain[];
}

/**
 * What leaves the clients of a job. A site may put filters of its own before all others (`privacy.json`); those are not in the
 * job, and not here.
 */
export function leaving(job: Job, wiring: Wiring): Leaving {
  const clients = wiring.configs.filter(({ side }) => side === 'client');
  return {
    apps: clients.map(appLeaver(job, wiring)),
    scope: scopeOf(job),
    certain: taskFlow(wiring).certain && clients.every(({ certain, built }) => certain && built.every(hasClass)),
  };
}

/** What leaves the clients that run one app, for one app after the other. */
export function appLeaver(job: Job, wiring: Wiring): (client: AppConfig) => AppLeaving {
  const server = wiring.configs.find(({ side }) => side === 'server');
  const around = { wiring, flow: taskFlow(wiring), release: job.target };
  return (client) => ({
    app: client.app,
    file: client.config.file,
    sites: clientSites(job, client.app),
    paths: outgoingPaths(client, around),
    streams: streamsOf(client, server, wiring.classes),
    idle: idleChains(client, around),
  });
}

function hasClass({ className, isDisabled }: AppConfig['built'][number]): boolean {
  return className !== undefined || isDisabled;
}

function clientSites(job: Job, app: string): readonly string[] {
  const sites = job.apps.get(app)?.deployed?.sites ?? [];
  return sites.map(({ value }) => value).filter((site) => site !== 'server');
}

function scopeOf({ metaObject, meta }: Job): Leaving['scope'] {
  const found = metaObject && entry(metaObject, 'scope');
  if (!meta || found?.value.kind !== 'string' || found.value.value === '') return undefined;
  return { name: found.value.value, file: meta.file, range: rangeOf(found.value) };
}
