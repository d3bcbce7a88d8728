import type { BuildOptions } from './build';
import { readConfigFile } from './build';
import { CLIENT_CONFIG, candidates, SERVER_CONFIG } from './files';
import { isAllSites, SERVER_SITE } from './job-def';
import type { App, ConfigFile, DeployedApp, Deployment } from './model';
import { filesBelow, type JobSources, namesIn } from './sources';

/** The apps that `deploy_map` names, in its order, and then the folders that look like one. */
export function buildApps(sources: JobSources, deployment: Deployment, options: BuildOptions): ReadonlyMap<string, App> {
  const apps = new Map<string, App>();
  for (const deployed of deployment.apps) {
    if (deployed.name !== '') apps.set(deployed.name, buildApp(sources, deployed.name, deployed, options));
  }
  for (const folder of namesIn(sources, '').folders) {
    if (apps.has(folder) || !sources.contents.has(`${folder}/config`)) continue;
    const app = buildApp(sources, folder, undefined, options);
    if (app.server || app.client) apps.set(folder, app);
  }
  return apps;
}

function buildApp(sources: JobSources, name: string, deployed: DeployedApp | undefined, options: BuildOptions): App {
  const isFolder = (path: string) => {
    const folder = sources.folders.get(path);
    return folder !== undefined && !folder.link;
  };
  const exists = isFolder(name);
  const config = (stem: string): ConfigFile | undefined => {
    if (!exists) return undefined;
    const found = candidates(sources, `${name}/config`, stem, options.target);
    return found && readConfigFile(sources, found.winner, found.shadowed, options);
  };
  const toAll = deployed?.sites.some((site) => isAllSites(site.value)) ?? false;
  return {
    name,
    deployed,
    exists,
    hasConfigFolder: exists && isFolder(`${name}/config`),
    hasCustomFolder: exists && isFolder(`${name}/custom`),
    customFiles: exists ? filesBelow(sources, `${name}/custom`) : [],
    server: config(SERVER_CONFIG),
    client: config(CLIENT_CONFIG),
    goesToServer: toAll || (deployed?.sites.some((site) => site.value === SERVER_SITE) ?? false),
    goesToClients: toAll || (deployed?.sites.some((site) => site.value !== SERVER_SITE) ?? false),
  };
}
