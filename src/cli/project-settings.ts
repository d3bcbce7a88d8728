import { relative, resolve } from 'node:path';
import { type Analysis, type JobSources, LineIndex, type Release } from '../core/index';
import type { FoundSettings, InstalledRelease, JobSettings, ProjectFinder } from '../core/settings/index';
import type { CheckOptions } from './check-jobs';
import type { Host } from './host';

/** What was found for the jobs of one run, and the settings files whose mistakes were told. */
interface Found {
  readonly finder: ProjectFinder;
  readonly told: Set<string>;
  readonly installed: InstalledRelease | undefined;
}

const found = new WeakMap<CheckOptions, Found>();

/** How a job is to be checked. Mistakes in its settings file are told once, and the run then counts as incomplete. */
export async function settingsOf(host: Host, sources: JobSources, options: CheckOptions): Promise<JobSettings> {
  const { jobSettings, projectFinder } = await import('../core/settings/index');
  const known = found.get(options) ?? {
    finder: projectFinder(host.fs),
    told: new Set<string>(),
    // Nobody asks what is installed where the release was asked for.
    installed: options.target ? undefined : await installedNvflare(host),
  };
  found.set(options, known);
  const project = {
    ...(await known.finder.projectOf(absolute(host, sources.folder), sources)),
    installed: known.installed,
  };
  if (project.settings && !known.told.has(project.settings.path)) {
    known.told.add(project.settings.path);
    tellProblems(host, project.settings, options);
  }
  return jobSettings(project, { target: options.target, ...(options.rules && { rules: options.rules }) });
}

/** The release that the project above a new folder says; `undefined` where it says none. */
export async function releaseAt(host: Host, folder: string): Promise<Release | undefined> {
  const { jobSettings, projectFinder } = await import('../core/settings/index');
  const project = {
    ...(await projectFinder(host.fs).projectOf(absolute(host, folder))),
    installed: await installedNvflare(host),
  };
  const { target, targetFrom } = jobSettings(project);
  return targetFrom.kind === 'newest' ? undefined : target;
}

/** The NVFLARE of the environment that is active in the terminal, or of the one that the folder has; as the editor finds it. */
async function installedNvflare(host: Host): Promise<InstalledRelease | undefined> {
  const active = [host.env['VIRTUAL_ENV'], host.env['CONDA_PREFIX']].filter((prefix) => prefix !== undefined && prefix !== '');
  const own = ['.venv', 'venv'].filter((name) => host.fs.kindOf(name) === 'folder');
  for (const prefix of [...active, ...own]) {
    const { installedIn } = await import('../core/installed/index');
    const installed = prefix === undefined ? undefined : await installedIn(host.fs, prefix);
    if (installed) return installed;
  }
  return undefined;
}

function tellProblems(host: Host, { path, text, problems }: FoundSettings, { onTrouble }: CheckOptions): void {
  const lines = new LineIndex(text);
  for (const { message, range } of problems) {
    const { line, character } = lines.positionAt(range.start);
    onTrouble(`${relative(host.cwd, path)}:${line + 1}:${character + 1}: ${message}`, true);
  }
}

/** The analysis without what settings or comments silence. */
export async function heard(host: Host, analysis: Analysis, { silences }: JobSettings): Promise<Analysis> {
  const { withoutSilenced } = await import('../core/settings/index');
  const compile = silences.length > 0 ? await globCompiler() : undefined;
  return withoutSilenced(analysis, { folder: absolute(host, analysis.job.sources.folder), silences, compile });
}

async function globCompiler() {
  const { default: picomatch } = await import('picomatch');
  return (glob: string) => picomatch(glob, { dot: true });
}

/** The path from the top of the disk, with `/` between the names on every system. */
function absolute(host: Host, path: string): string {
  return resolve(host.cwd, path).replaceAll('\\', '/');
}
