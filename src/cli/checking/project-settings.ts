import { relative, resolve } from 'node:path';
import { type Analysis, type JobSources, LineIndex, type Release } from '../../core/index';
import type { FoundSettings, InstalledRelease, JobSettings, ProjectFinder } from '../../core/settings/index';
import type { Host } from '../host';
import { slashed } from '../slashed';
import type { CheckOptions } from './check-options';

/** How the jobs of one run are to be checked, by what their projects say. */
export interface ProjectSettings {
  /** How a job is to be checked. Mistakes in its settings file are told once, and the run then counts as incomplete. */
  settingsOf(sources: JobSources): Promise<JobSettings>;
  /** The analysis without what settings or comments silence. */
  heard(analysis: Analysis, settings: JobSettings): Promise<Analysis>;
}

/** What reads the settings of the projects of a run; each file is read once. */
export function projectSettings(host: Host, options: CheckOptions): ProjectSettings {
  const { target, rules } = options;
  const told = new Set<string>();
  let finder: ProjectFinder | undefined;
  let installed: Promise<InstalledRelease | undefined> | undefined;
  return {
    async settingsOf(sources) {
      const { jobSettings, projectFinder } = await import('../../core/settings/index');
      finder ??= projectFinder(host.fs);
      // Nobody asks what is installed where the release was asked for.
      if (!target) installed ??= installedNvflare(host);
      const project = { ...(await finder.projectOf(absolute(host, sources.folder), sources)), installed: await installed };
      if (project.settings && !told.has(project.settings.path)) {
        told.add(project.settings.path);
        tellProblems(host, project.settings, options);
      }
      return jobSettings(project, { target, ...(rules && { rules }) });
    },
    async heard(analysis, { silences }) {
      const { withoutSilenced } = await import('../../core/settings/index');
      const compile = silences.length > 0 ? await globCompiler() : undefined;
      return withoutSilenced(analysis, { folder: absolute(host, analysis.job.sources.folder), silences, compile });
    },
  };
}

/** The release that the project above a new folder says; `undefined` where it says none. */
export async function releaseAt(host: Host, folder: string): Promise<Release | undefined> {
  const { jobSettings, projectFinder } = await import('../../core/settings/index');
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
    const { installedIn } = await import('../../core/installed/index');
    const installed = prefix === undefined ? undefined : await installedIn(host.fs, prefix);
    if (installed) return installed;
  }
  return undefined;
}

function tellProblems(host: Host, { path, text, problems }: FoundSettings, { onTrouble }: CheckOptions): void {
  const lines = new LineIndex(text);
  for (const { message, range } of problems) {
    const { line, character } = lines.positionAt(range.start);
    onTrouble(`${relative(host.cwd, path)}:${line + 1}:${character + 1}: ${message}`);
  }
}

async function globCompiler() {
  const { default: picomatch } = await import('picomatch');
  return (glob: string) => picomatch(glob, { dot: true });
}

/** The path from the top of the disk, with `/` between the names on every system. */
function absolute(host: Host, path: string): string {
  return slashed(resolve(host.cwd, path));
}
