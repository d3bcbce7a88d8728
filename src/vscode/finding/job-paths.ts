import { CONFIG_ENDINGS } from '../../core/index';

/** Whether a file of this name can make a folder a job. */
export function isJobFile(name: string): boolean {
  const [stem = ''] = name.split('.', 1);
  return (
    ['meta', 'config_fed_server', 'config_fed_client'].includes(stem) && CONFIG_ENDINGS.some(([ending]) => name === stem + ending)
  );
}

/** The job folders that files of these paths point to; a job inside of another job is part of it. */
export function candidatesAmong(paths: readonly string[]): readonly string[] {
  const withMeta = new Set<string>();
  const apps = new Set<string>();
  for (const path of paths) {
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (path.slice(parent.length + 1).startsWith('meta.')) withMeta.add(parent);
    else if (parent.endsWith('/config')) apps.add(parent.slice(0, -'/config'.length));
  }
  const inJob = (folder: string) => ancestors(folder).some((ancestor) => withMeta.has(ancestor));
  const legacy = [...apps].filter((app) => !withMeta.has(app) && !inJob(app));
  return [...withMeta, ...legacy].sort();
}

function ancestors(path: string): readonly string[] {
  const found: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) found.push(path.slice(0, slash));
  return found;
}
