import type { Job } from '../model';
import { type AppConfig, readAppConfig } from './app-config';

/** What the apps of a job run: every configuration that a site would load. */
export interface Wiring {
  /** The server's configurations first, then the clients', in the order of the apps. */
  readonly configs: readonly AppConfig[];
}

/** Reads the configurations of the apps that are deployed. A file that NVFLARE cannot read has none. */
export function buildWiring(job: Job): Wiring {
  const apps = [...job.apps.values()].filter((app) => app.deployed);
  const server = apps.flatMap((app) =>
    app.server && app.goesToServer ? [readAppConfig(app.name, 'server', app.server, job.target)] : [],
  );
  const clients = apps.flatMap((app) =>
    app.client && app.goesToClients ? [readAppConfig(app.name, 'client', app.client, job.target)] : [],
  );
  return { configs: [...server, ...clients] };
}
