import * as vscode from 'vscode';
import { KNOWN_RELEASES, PIN_FILES, releaseName } from '../../core/index';
import { type JobStore, type OpenJob, pathIn } from '../job-store';
import type { TargetOrigin } from '../settings';

/** Shows beside the language of a job's file which NVFLARE release it is checked for and why, and how the job is. */
export function registerStatus(store: JobStore): vscode.Disposable {
  const release = vscode.languages.createLanguageStatusItem('flareJobs.release', []);
  release.name = 'NVFLARE release of the job';
  const state = vscode.languages.createLanguageStatusItem('flareJobs.job', []);
  state.name = 'State of the FLARE job';

  const update = () => {
    const job = activeJob(store);
    const selector = job ? [{ scheme: job.uri.scheme, pattern: new vscode.RelativePattern(job.uri, '**') }] : [];
    release.selector = selector;
    state.selector = selector;
    if (!job) return;
    showRelease(release, job);
    showState(state, job);
  };

  update();
  return vscode.Disposable.from(
    release,
    state,
    store.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.commands.registerCommand('flareJobs.pickRelease', () => pickRelease(store)),
    watchPins(store),
  );
}

/** The job to which the text belongs that is being edited. */
function activeJob(store: JobStore): OpenJob | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const job = uri && store.jobAt(uri);
  const file = job && pathIn(job, uri);
  return file !== undefined && job?.analysis.job.sources.files.has(file) ? job : undefined;
}

function showRelease(item: vscode.LanguageStatusItem, { settings }: OpenJob): void {
  item.text = `NVFLARE ${releaseName(settings.target)}`;
  item.detail = originText(settings.targetFrom);
  item.command = { command: 'flareJobs.pickRelease', title: 'Pick Release' };
}

function originText(origin: TargetOrigin): string {
  switch (origin.kind) {
    case 'setting':
      return 'from the setting flareJobs.targetVersion';
    case 'pin':
      return `from ${origin.uri.path.slice(origin.uri.path.lastIndexOf('/') + 1)}`;
    case 'newest':
      return 'the newest that is known';
  }
}

function showState(item: vscode.LanguageStatusItem, { analysis, findings }: OpenJob): void {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  item.severity = vscode.LanguageStatusSeverity[errors > 0 ? 'Error' : warnings > 0 ? 'Warning' : 'Information'];
  item.text = `Job ${analysis.job.sources.name}: ${problemText(errors, warnings)}`;
  item.detail = analysis.rejected ? 'the server would refuse it' : '';
  item.command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
}

function problemText(errors: number, warnings: number): string {
  const count = (number: number, noun: string) => (number > 0 ? [`${number} ${noun}${number === 1 ? '' : 's'}`] : []);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ') || 'no problems';
}

/** Lets the user choose a release, or leave the choice to the project again, and writes that to the workspace's settings. */
async function pickRelease(store: JobStore): Promise<void> {
  const job = activeJob(store) ?? store.jobs[0];
  const now = job && releaseName(job.settings.target);
  const isSet = job?.settings.targetFrom.kind === 'setting';
  const automatic = { label: 'Automatic', description: `what ${PIN_FILES.join(' or ')} pins, else the newest`, value: undefined };
  const releases = [...KNOWN_RELEASES].reverse().map((value) => ({
    label: `NVFLARE ${value}`,
    description: isSet && value === now ? 'current' : '',
    value,
  }));
  const picked = await vscode.window.showQuickPick([automatic, ...releases], {
    title: 'NVFLARE Release That Jobs Are Checked For',
    placeHolder: now === undefined ? 'The release that your server runs' : `Now ${now}; choose the release that your server runs`,
  });
  if (!picked) return;
  const settings = vscode.workspace.getConfiguration('flareJobs', job?.folder.uri);
  await settings.update('targetVersion', picked.value, vscode.ConfigurationTarget.Workspace);
}

/** Checks again when a file changes that may pin the release. */
function watchPins(store: JobStore): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/{${PIN_FILES.join(',')}}`);
  const look = (uri: vscode.Uri) => {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const isAtRoot = folder !== undefined && PIN_FILES.some((file) => vscode.Uri.joinPath(folder.uri, file).path === uri.path);
    if (isAtRoot) void store.recheck();
  };
  return vscode.Disposable.from(watcher, watcher.onDidChange(look), watcher.onDidCreate(look), watcher.onDidDelete(look));
}
