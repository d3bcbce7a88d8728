import type * as vscode from 'vscode';
import type { Analysis, FileSystem, JobSources } from '../core/index';
import type { CompileGlob, InstalledRelease, JobSettings, Project, ProjectFinder } from '../core/settings/index';
import type { PythonEnvironments } from './installed/index';
import type { JobPlace } from './open-job';
import { wishesOf } from './settings';

type SettingsPart = typeof import('../core/settings/index');

/**
 * What the projects of the workspace and the editor's settings say of how jobs are checked. The part of the core that knows is
 * loaded with the first job, and the library of glob patterns for users who silence something by path.
 */
export class Projects {
  readonly #finders = new Map<string, ProjectFinder>();
  readonly #fileSystem: (folder: vscode.WorkspaceFolder) => FileSystem;
  #part: SettingsPart | undefined;
  #compile: CompileGlob | undefined;
  readonly #installed = new Map<string, InstalledRelease>();
  readonly #lookedIn = new Set<string>();
  #environments: PythonEnvironments | undefined;
  #following: vscode.Disposable | undefined;

  constructor(fileSystem: (folder: vscode.WorkspaceFolder) => FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** What the files at and above a job folder say; without sources, at and above a folder that is no job yet. */
  async projectOf(uri: vscode.Uri, folder: vscode.WorkspaceFolder, sources?: JobSources): Promise<Project> {
    this.#part ??= await import('../core/settings/index');
    const key = folder.uri.toString();
    const finder = this.#finders.get(key) ?? this.#part.projectFinder(this.#fileSystem(folder));
    this.#finders.set(key, finder);
    const project = { ...(await finder.projectOf(uri.path, sources)), installed: this.#installed.get(key) };
    await this.#prepare(uri, project);
    return project;
  }

  /**
   * Looks for the NVFLARE that is installed for workspace folders, now and whenever another Python environment is selected. The jobs of
   * a folder are checked for the same release in whatever order files are opened.
   *
   * @param folders the folders that have jobs, asked anew each time
   * @param onOther called when anything is other than it was
   */
  async followInstalled(folders: () => Iterable<vscode.WorkspaceFolder>, onOther: () => Promise<void>): Promise<void> {
    try {
      const { PythonEnvironments } = await import('./installed/index');
      this.#environments ??= new PythonEnvironments();
      this.#following ??= this.#environments.onDidChange(() => void this.followInstalled(folders, onOther));
      if (await this.#keepInstalled(folders(), this.#environments)) await onOther();
    } catch (error) {
      // Nobody waits for it.
      console.error('FLARE Jobs could not look for an installed NVFLARE', error);
    }
  }

  /** Looks for the NVFLARE that is installed for workspace folders, where nobody has looked yet. */
  async lookForInstalled(folders: readonly vscode.WorkspaceFolder[]): Promise<void> {
    const unknown = folders.filter((folder) => !this.hasLookedIn(folder));
    if (unknown.length === 0) return;
    const { PythonEnvironments } = await import('./installed/index');
    this.#environments ??= new PythonEnvironments();
    await this.#keepInstalled(unknown, this.#environments);
  }

  /** Whether it is known for a workspace folder if an NVFLARE is installed. */
  hasLookedIn(folder: vscode.WorkspaceFolder): boolean {
    return this.#lookedIn.has(folder.uri.toString());
  }

  /** The NVFLARE that is installed for a workspace folder, as far as it was looked for. */
  installedIn(folder: vscode.WorkspaceFolder): InstalledRelease | undefined {
    return this.#installed.get(folder.uri.toString());
  }

  /** Loads what the settings of a job need now. */
  async #prepare(uri: vscode.Uri, project: Project): Promise<void> {
    if (this.#compile || ((wishesOf(uri).silences ?? []).length === 0 && (project.settings?.silences ?? []).length === 0)) return;
    const { default: picomatch } = await import('picomatch');
    this.#compile = (glob) => picomatch(glob, { dot: true });
  }

  /** How a job is checked, with the editor's settings as they are now. */
  settingsOf({ uri, project }: Pick<JobPlace, 'uri' | 'project'>): JobSettings {
    return this.#loaded().jobSettings(project, wishesOf(uri));
  }

  /** The analysis without what settings or comments silence. */
  withoutSilenced(analysis: Analysis, uri: vscode.Uri, { silences }: JobSettings): Analysis {
    return this.#loaded().withoutSilenced(analysis, { folder: uri.path, silences, compile: this.#compile });
  }

  /** Whether a change of this file may change how jobs are checked. */
  isProjectFile(uri: vscode.Uri): boolean {
    return this.#part?.isProjectFile(uri.path) ?? false;
  }

  /** Forgets what it found, because files changed. */
  forget(): void {
    this.#finders.clear();
  }

  dispose(): void {
    this.#following?.dispose();
    this.#environments?.dispose();
  }

  /** Keeps what is installed for each folder. Whether anything is other than it was. */
  async #keepInstalled(folders: Iterable<vscode.WorkspaceFolder>, environments: PythonEnvironments): Promise<boolean> {
    const { installedFor } = await import('./installed/index');
    let isOther = false;
    for (const folder of folders) {
      const key = folder.uri.toString();
      const found = await installedFor(environments, this.#fileSystem(folder), folder);
      this.#lookedIn.add(key);
      const known = this.#installed.get(key);
      if (found?.version === known?.version && found?.folder === known?.folder) continue;
      isOther = true;
      if (found) this.#installed.set(key, found);
      else this.#installed.delete(key);
    }
    return isOther;
  }

  #loaded(): SettingsPart {
    if (!this.#part) throw new Error('a job is looked at before its project');
    return this.#part;
  }
}
