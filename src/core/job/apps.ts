import type { BuildOptions } from './build-options';
import { readConfigFile } from './config-file';
import { filesThatDiffer } from './edited-texts';
import { CLIENT_CONFIG, candidates, runtimeConfig, SERVER_CONFIG } from './files';
import { isAllSites, SERVER_SITE } from './job-def';
import type { App, ConfigFile, DeployedApp, Deployment, UnreadConfig } from './model';
import { dataFiles } from './pack/data-files';
import { isHarmless } from './pack/pack-file';
import { isSameRelease } from './release';
import { filesBelow, type JobSources, namesIn } from './sources';

/** The apps that `deploy_map` names, in its order, and then the folders that look like one. */
export function buildApps(sources: JobSources, deployment: Deployment, options: BuildOptions): ReadonlyMap<string, App> {
  const apps = new Map<string, App>();
  const folderOf = folders(sources, options);
  for (const deployed of deployment.apps) {
    if (deployed.name !== '') apps.set(deployed.name, buildApp(folderOf(deployed.name), deployed));
  }
  for (const name of namesIn(sources, '').folders) {
    if (apps.has(name) || !sources.contents.has(`${name}/config`)) continue;
    const app = buildApp(folderOf(name), undefined);
    if (app.server || app.client) apps.set(name, app);
  }
  return apps;
}

/** The apps that rules have to look at; see `Job`. */
export function unsoundApps(apps: ReadonlyMap<string, App>): readonly App[] {
  const found: App[] = [];
  for (const app of apps.values()) if (!isSound(app)) found.push(app);
  return found;
}

function isSound(app: App): boolean {
  const { server, client } = app;
  if (!app.deployed || !app.hasConfigFolder || (app.goesToServer && !server) || (app.goesToClients && !client)) return false;
  if ((app.hasCustomFolder && app.customFiles.length === 0) || app.unread.length > 0 || app.lostData.length > 0) return false;
  return isSoundFile(server) && isSoundFile(client) && app.data.every(isSoundFile);
}

function isSoundFile(config: ConfigFile | undefined): boolean {
  if (!config) return true;
  const { document, packing, repeats, unreadable } = config;
  return unreadable === undefined && document.problems.length === 0 && repeats.length === 0 && (!packing || isHarmless(packing));
}

/** What an app is whatever the deploy map says of it. */
type AppFolder = Omit<App, 'deployed' | 'goesToServer' | 'goesToClients'>;

function buildApp(folder: AppFolder, deployed: DeployedApp | undefined): App {
  const sites = deployed?.sites ?? [];
  const toAll = sites.some((site) => isAllSites(site.value));
  return {
    name: folder.name,
    deployed,
    exists: folder.exists,
    hasConfigFolder: folder.hasConfigFolder,
    hasCustomFolder: folder.hasCustomFolder,
    customFiles: folder.customFiles,
    data: folder.data,
    lostData: folder.lostData,
    server: folder.server,
    client: folder.client,
    unread: folder.unread,
    goesToServer: toAll || sites.some((site) => site.value === SERVER_SITE),
    goesToClients: toAll || sites.some((site) => site.value !== SERVER_SITE),
  };
}

/** Takes folders from the previous job where no file came or went, as is the case while somebody types. */
function folders(sources: JobSources, options: BuildOptions): (name: string) => AppFolder {
  const { previous, target } = options;
  if (!previous || previous.sources.contents !== sources.contents || !isSameRelease(previous.target, target)) {
    return (name) => readAppFolder(sources, name, options);
  }
  const typedIn = filesThatDiffer(previous.sources.texts, sources.texts);
  return (name) => {
    const known = previous.apps.get(name);
    if (!known) return readAppFolder(sources, name, options);
    const isUntouched = typedIn?.every((file) => !file.startsWith(name) || file[name.length] !== '/');
    return isUntouched ? known : rereadAppFolder(known, sources, options);
  };
}

function rereadAppFolder(known: AppFolder, sources: JobSources, options: BuildOptions): AppFolder {
  const server = rereadConfig(known.server, sources, options);
  const client = rereadConfig(known.client, sources, options);
  const data = known.data.map((file) => rereadConfig(file, sources, options));
  const isSame = server === known.server && client === known.client && data.every((file, i) => file === known.data[i]);
  return isSame ? known : { ...known, server, client, data };
}

function readAppFolder(sources: JobSources, name: string, options: BuildOptions): AppFolder {
  const isFolder = (path: string) => sources.folders.get(path)?.link === false;
  const exists = isFolder(name);
  const config = (stem: string): ConfigFile | undefined => {
    const found = exists ? candidates(sources, `${name}/config`, stem, options.target) : undefined;
    return found && readConfigFile(sources, found.winner, found.shadowed, options);
  };
  const customFiles = exists ? filesBelow(sources, `${name}/custom`) : [];
  const data = dataFiles(sources, customFiles);
  return {
    name,
    exists,
    hasConfigFolder: exists && isFolder(`${name}/config`),
    hasCustomFolder: exists && isFolder(`${name}/custom`),
    customFiles,
    data: data
      .filter(({ kind, file }) => kind === 'packed' && sources.texts.has(file))
      .map(({ file }) => readConfigFile(sources, file, [], options)),
    lostData: data.filter(({ kind }) => kind === 'lost').map(({ file }) => file),
    server: config(SERVER_CONFIG),
    client: config(CLIENT_CONFIG),
    unread: exists ? [SERVER_CONFIG, CLIENT_CONFIG].flatMap((stem) => unread(sources, name, stem, options)) : [],
  };
}

function unread(sources: JobSources, app: string, stem: string, { target }: BuildOptions): readonly UnreadConfig[] {
  const found = runtimeConfig(sources, `${app}/config`, stem, target);
  return found ? found.shadowed.map((file) => ({ file, winner: found.winner })) : [];
}

/** A host keeps the source of a file that did not change. */
function rereadConfig<File extends ConfigFile | undefined>(
  config: File,
  sources: JobSources,
  options: BuildOptions,
): File | ConfigFile {
  if (!config || options.previous?.sources.texts.get(config.file) === sources.texts.get(config.file)) return config;
  return readConfigFile(sources, config.file, config.shadowed, options);
}
