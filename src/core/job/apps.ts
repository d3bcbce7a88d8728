import type { BuildOptions } from './build';
import { readConfigFile } from './build';
import { CLIENT_CONFIG, candidates, SERVER_CONFIG } from './files';
import { isAllSites, SERVER_SITE } from './job-def';
import type { App, ConfigFile, DeployedApp, Deployment } from './model';
import { type JobSources, parentOf } from './sources';

/** The apps that `deploy_map` names, in its order, and then the folders that look like one. */
export function buildApps(sources: JobSources, deployment: Deployment, options: BuildOptions): ReadonlyMap<string, App> {
  const custom = customFilesByApp(sources);
  const apps = new Map<string, App>();
  for (const deployed of deployment.apps) {
    if (deployed.name !== '') apps.set(deployed.name, buildApp(sources, deployed.name, deployed, custom, options));
  }
  for (const [folder, info] of sources.folders) {
    if (folder.includes('/') || info.link || apps.has(folder)) continue;
    const app = buildApp(sources, folder, undefined, custom, options);
    if (app.server || app.client) apps.set(folder, app);
  }
  return apps;
}

function buildApp(
  sources: JobSources,
  name: string,
  deployed: DeployedApp | undefined,
  custom: ReadonlyMap<string, readonly string[]>,
  options: BuildOptions,
): App {
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
    customFiles: custom.get(name) ?? [],
    server: config(SERVER_CONFIG),
    client: config(CLIENT_CONFIG),
    goesToServer: toAll || (deployed?.sites.some((site) => site.value === SERVER_SITE) ?? false),
    goesToClients: toAll || (deployed?.sites.some((site) => site.value !== SERVER_SITE) ?? false),
  };
}

function customFilesByApp(sources: JobSources): Map<string, string[]> {
  const byApp = new Map<string, string[]>();
  for (const path of sources.files.keys()) {
    const at = path.indexOf('/custom/');
    if (at < 0 || path.lastIndexOf('/', at - 1) >= 0) continue;
    const app = parentOf(path.slice(0, at + 1));
    const files = byApp.get(app);
    if (files) files.push(path);
    else byApp.set(app, [path]);
  }
  return byApp;
}
