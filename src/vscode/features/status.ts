import * as vscode from 'vscode';
import { baseName, releaseName, type Severity } from '../../core/index';
import type { TargetOrigin } from '../../core/settings/index';
import { activeJob } from '../active-job';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { problemText } from '../problem-text';

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
    showRelease(release, job, store);
    showState(state, job);
  };

  update();
  return vscode.Disposable.from(release, state, store.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}

function showRelease(item: vscode.LanguageStatusItem, job: OpenJob, store: JobStore): void {
  const { settings, folder } = job;
  const read = store.readClassesOf(job);
  item.text = `NVFLARE ${read?.catalog.data.release ?? releaseName(settings.target)}`;
  item.detail = read ? `its classes are read from ${shownPath(read.folder, folder)}` : originText(settings.targetFrom);
  item.command = { command: 'flareJobs.pickRelease', title: 'Pick Release' };
}

/** As the machine writes it; below the workspace folder only what is below. */
function shownPath(path: string, { uri }: vscode.WorkspaceFolder): string {
  return path.startsWith(`${uri.path}/`) ? path.slice(uri.path.length + 1) : uri.with({ path }).fsPath;
}

function originText(origin: TargetOrigin): string {
  switch (origin.kind) {
    case 'wish':
      return 'from the setting flareJobs.targetVersion';
    case 'settings-file':
      return `from ${baseName(origin.settings.path)}`;
    case 'installed':
      return origin.installed.isCheckout
        ? 'from the source of NVFLARE that the job lies in'
        : `installed in the selected Python environment (${origin.installed.version})`;
    case 'pin':
      return `from ${baseName(origin.pin.path)}`;
    case 'newest':
      return 'the newest that is known';
  }
}

function showState(item: vscode.LanguageStatusItem, { analysis, findings }: OpenJob): void {
  const has = (wanted: Severity) => findings.some(({ severity }) => severity === wanted);
  item.severity = vscode.LanguageStatusSeverity[has('error') ? 'Error' : has('warning') ? 'Warning' : 'Information'];
  item.text = `Job ${analysis.job.sources.name}: ${problemText(findings)}`;
  item.detail = analysis.rejected ? 'the server would refuse it' : '';
  item.command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
}
