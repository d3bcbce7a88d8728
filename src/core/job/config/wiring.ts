import type { PythonModule } from '../../python/module';
import type { ConfigFile, Job } from '../model';
import { isSameRelease } from '../release';
import { type AppConfig, readAppConfig } from './app-config';
import { type ClassFacts, ClassIndex } from './class-index';
import { moduleFiles } from './custom-modules';
import type { Side } from './system-variables';
import type { TaskFlow } from './task-flow';

/** What the apps of a job run: every configuration that a site would load. */
export interface Wiring {
  /** The server's configurations first, then the clients', in the order of the apps. */
  readonly configs: readonly AppConfig[];
  readonly classes: ClassIndex;
  /** The tasks that are sent: `taskFlow` puts them here when it is asked first, because many rules look at them. */
  flow?: TaskFlow;
}

/**
 * Reads the configurations of the apps that are deployed. A file that NVFLARE cannot read has none. What did not change since the
 * previous wiring of the job is taken from it.
 */
export function buildWiring(job: Job, facts: ClassFacts = {}, previous?: Wiring): Wiring {
  const before = new Map(previous?.configs.map((config) => [config.config, config]));
  const read = (app: string, side: Side, config: ConfigFile): AppConfig => {
    const known = before.get(config);
    if (known?.app === app && known.side === side && isSameRelease(known.release, job.target)) return known;
    return readAppConfig(app, side, config, job.target);
  };
  const apps = [...job.apps.values()].filter((app) => app.deployed);
  const server = apps.flatMap((app) => (app.server && app.goesToServer ? [read(app.name, 'server', app.server)] : []));
  const clients = apps.flatMap((app) => (app.client && app.goesToClients ? [read(app.name, 'client', app.client)] : []));
  return { configs: [...server, ...clients], classes: new ClassIndex(job.sources, facts, previous?.classes) };
}

/** Whether a component names a class that the release does not have, so that the history of classes says more about it. */
export function needsHistory({ configs, classes }: Wiring): boolean {
  if (classes.history) return false;
  return configs.some(({ app, built }) => built.some((component) => classes.of(component, app).kind === 'gone'));
}

/**
 * Files of custom code that the configurations name, directly or by imports of those, and that were not read yet. A host reads
 * them and asks again until there are none.
 */
export function missingCode(job: Job, { configs, classes }: Wiring): readonly string[] {
  const wanted = new Set<string>();
  for (const { app, built } of configs) {
    const modules: string[] = [];
    for (const { className, classKey } of built) {
      const path = className?.value;
      if (!path || classKey === 'name' || path.startsWith('nvflare.') || !path.includes('.')) continue;
      modules.push(path.slice(0, path.lastIndexOf('.')));
    }
    const seen = new Set<string>();
    for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
      if (seen.has(module)) continue;
      seen.add(module);
      const found = moduleFiles(app, module).find(({ file }) => job.sources.files.has(file));
      if (!found) continue;
      const text = job.sources.texts.get(found.file);
      if (!text) wanted.add(found.file);
      else if (text.kind === 'text') modules.push(...importsOf(classes.modules.scan(text), module, found.isPackage));
    }
  }
  return [...wanted];
}

/**
 * Modules that classes of the configurations lead to, that are not in the job, and that were not looked for elsewhere yet. A host with
 * folders of code looks for them there and asks again until there are none.
 */
export function missingModules({ sources }: Job, { configs, classes }: Wiring): readonly string[] {
  for (const { app, built } of configs) for (const component of built) classes.of(component, app);
  return [...classes.modules.asked].filter((name) => MODULE.test(name) && !sources.outside?.has(name));
}

/** A dotted name; what else a class path may hold names no file. */
const MODULE = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** The modules that a module takes names from, as dotted names. */
function importsOf(read: PythonModule, module: string, isPackage: boolean): readonly string[] {
  const own = isPackage ? module.split('.') : module.split('.').slice(0, -1);
  return read.imports.map(({ module: named, level }) => {
    if (level === 0) return named;
    const base = own.slice(0, own.length - level + 1);
    return [...base, ...(named === '' ? [] : [named])].join('.');
  });
}
