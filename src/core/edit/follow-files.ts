import type { Checked } from '../assist/checked';
import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { App, Job } from '../job/model';
import type { StringNode } from '../tree/node';
import { moduleFiles, readAppConfig, scriptFile, scriptsOf } from '../wiring/index';
import { followFolder } from './edit-apps';
import { change, type EditPlan, type PlannedChange } from './plan';
import { isWritten } from './written';

type InJob = Pick<Checked, 'job'>;

/**
 * What the job needs when a file or folder of it gets another name or place; `undefined` where it needs nothing. An app folder
 * takes its key in the deploy map along; a script or module below `custom`, or a folder of them, the arguments and class paths that
 * name it. Paths are below the job folder. Imports between modules are left to Python's own tools.
 */
export function followMove({ job }: InJob, from: string, to: string): EditPlan | undefined {
  const [name = ''] = from.split('/', 1);
  const app = job.apps.get(name);
  const folder = `${name}/custom/`;
  if (!app || !from.startsWith(folder) || !to.startsWith(folder)) return followFolder({ job }, from, to);
  const moved = (file: string) => (file === from ? to : file.startsWith(`${from}/`) ? to + file.slice(from.length) : undefined);
  const changes = configsOf(job, app).flatMap((config) =>
    config.built.flatMap((component) => [
      ...scriptChanges(config, app, component, moved),
      ...classChanges(job, config, component, moved),
    ]),
  );
  return changes.length === 0 ? undefined : { title: `Follow ${from} to ${to}`, changes: once(changes), notes: [] };
}

type Moved = (file: string) => string | undefined;

function configsOf({ target }: Job, { name, server, client }: App): readonly AppConfig[] {
  return [
    ...(server ? [readAppConfig(name, 'server', server, target)] : []),
    ...(client ? [readAppConfig(name, 'client', client, target)] : []),
  ];
}

/** NVFLARE finds a script by the end of its path, so that a path that still leads there stays as it is. */
function scriptChanges(config: AppConfig, app: App, component: ComponentDef, moved: Moved): readonly PlannedChange[] {
  const values = new Map<StringNode, string>();
  // From the end of a text, so that the places before stay where they are.
  for (const { node, script, offset } of [...scriptsOf(component)].reverse()) {
    const file = scriptFile(app, script);
    const now = file === undefined ? undefined : moved(file);
    if (now === undefined || !isWritten(config, node, node.value)) continue;
    const below = now.slice(`${app.name}/custom/`.length);
    if (`/${below}`.endsWith(`/${script}`)) continue;
    const value = values.get(node) ?? node.value;
    values.set(node, value.slice(0, offset) + below + value.slice(offset + script.length));
  }
  return [...values].map(([node, value]) => change(config.config.file, { kind: 'replace', node, value }));
}

function classChanges(
  job: Job,
  config: AppConfig,
  { className, classKey }: ComponentDef,
  moved: Moved,
): readonly PlannedChange[] {
  const path = className?.value ?? '';
  const dot = path.lastIndexOf('.');
  if (!className || classKey === 'name' || dot < 0 || !isWritten(config, className, path)) return [];
  const found = moduleFiles(config.app, path.slice(0, dot)).find(({ file }) => job.sources.files.has(file));
  const now = found && moved(found.file);
  const module = now === undefined ? undefined : moduleOf(config.app, now);
  if (module === undefined) return [];
  return [change(config.config.file, { kind: 'replace', node: className, value: module + path.slice(dot) })];
}

/** The module that a file below `custom` is; `undefined` where Python could not import it by its path. */
function moduleOf(app: string, file: string): string | undefined {
  const path = file.slice(`${app}/custom/`.length).replace(/(?:\/__init__)?\.py$/, '');
  return file.endsWith('.py') && /^[A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*$/.test(path) ? path.replaceAll('/', '.') : undefined;
}

/** Two components may share one text through a variable or an alias. */
function once(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  const seen = new Set<string>();
  return changes.filter(({ change: one }) => {
    if (one.kind !== 'tree' || one.edit.kind !== 'replace') return true;
    const key = `${one.file}:${one.edit.node.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
