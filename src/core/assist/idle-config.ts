import { type AppConfig, readAppConfig } from '../job/config/app-config';
import type { Wiring } from '../job/config/wiring';
import type { Job } from '../job/model';

/** A configuration that no site would load, because its app does not go there; it is only read when somebody looks at it. */
export function idleConfig(job: Job, file: string): AppConfig | undefined {
  for (const { name, server, client } of job.apps.values()) {
    if (server?.file === file) return readAppConfig(name, 'server', server, job.target);
    if (client?.file === file) return readAppConfig(name, 'client', client, job.target);
  }
  return undefined;
}

/** What the apps run, and the configuration that somebody looks at, should it run nowhere. */
export function wiringWith(job: Job, wiring: Wiring, file: string): Wiring {
  if (wiring.configs.some(({ config }) => config.file === file)) return wiring;
  const idle = idleConfig(job, file);
  return idle ? { ...wiring, configs: [...wiring.configs, idle] } : wiring;
}
