import { basename, resolve } from 'node:path';
import {
  type Analysis,
  type Formats,
  type FoundJob,
  type JobSources,
  joinPath,
  lineOf,
  loadJob,
  releaseName,
} from '../../core/index';
import type { JobSettings } from '../../core/settings/index';
import type { Host } from '../host';
import type { CheckOptions } from './check-options';
import { projectSettings } from './project-settings';

/** A job that was found and checked. */
export interface CheckedJob {
  /** As given on the command line and joined with `/`; empty for the folder that relative paths start from. */
  readonly folder: string;
  readonly analysis: WiredAnalysis;
  /** The formats that its files were read with. */
  readonly formats: Formats;
  /** What it was checked for and why. */
  readonly settings: JobSettings;
  /** The release as people are told of it: an installed one that no catalogue knows by its own version. */
  readonly release: string;
}

/** What was found, and what the apps run: a command line always judges that, too. */
export type WiredAnalysis = Analysis & { readonly wiring: NonNullable<Analysis['wiring']> };

/** A job folder, with what was read of it where it was searched for. */
export type JobPlace = Pick<FoundJob, 'folder'> & Partial<FoundJob>;

/** Checks the jobs of one run. */
export interface JobChecker {
  readonly host: Host;
  readonly options: CheckOptions;
  /** Loads and checks one job folder. */
  check(place: JobPlace): Promise<CheckedJob>;
}

/** What checks the jobs of a run; it keeps what it learns of their projects. */
export function jobChecker(host: Host, options: CheckOptions): JobChecker {
  const { parts, onTrouble } = options;
  const projects = projectSettings(host, options);
  return {
    host,
    options,
    async check({ folder, seen }) {
      const loaded = await loadJob(host.fs, folder, { ...(seen && { seen }), name: nameOf(host, folder) });
      for (const [path, { unreadable }] of loaded.folders) {
        if (unreadable !== undefined) onTrouble(`${joinPath(folder, path)} was not read: ${unreadable}`);
      }
      const formats = await parts.formatsFor(loaded.texts.keys());
      const { analyzeWithCode } = await import('../../core/wiring/index');
      const settings = await projects.settingsOf(loaded);
      const { target, rules, codeFolders } = settings;
      const learning = await parts.installedClasses(settings);
      const judge = async (sources: JobSources, withHistory: boolean) => {
        const wiring = await parts.wiringFor({ line: lineOf(target), installed: learning, withHistory });
        const judged = await analyzeWithCode(host.fs, sources, {
          target,
          formats,
          wiring,
          settings: rules,
          codeFolders,
          learning,
        });
        return { judged, lacksHistory: wiring.needsHistory(wired(judged).wiring) };
      };
      const first = await judge(loaded, false);
      const { judged } = first.lacksHistory ? await judge(first.judged.job.sources, true) : first;
      const analysis = wired(await projects.heard(judged, settings));
      for (const { code, error } of analysis.failures) {
        onTrouble(`internal error in rule ${code} at ${folder || '.'}, please report it: ${String(error)}`);
      }
      const release = learning ? `${learning.catalog.data.release} (${learning.catalog.codeFrom})` : releaseName(target);
      return { folder, analysis, formats, settings, release };
    },
  };
}

function wired(analysis: Analysis): WiredAnalysis {
  const { wiring } = analysis;
  if (!wiring) throw new Error('what the apps run was not looked at');
  return { ...analysis, wiring };
}

/** The folder's own name; a path such as `..` does not tell it. */
function nameOf(host: Host, folder: string): string {
  return basename(resolve(host.cwd, folder));
}
