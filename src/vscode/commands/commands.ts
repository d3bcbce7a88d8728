import * as vscode from 'vscode';
import type { JobTreeProvider } from '../features/tree';
import type { JobItem } from '../features/tree-row';
import type { JobStore } from '../job-store';
import type { JobPreviews } from '../preview/previews';
import { checkAllJobs, checkJob } from './check';
import { convertFile } from './convert-file';
import { copyPath } from './copy-path';
import { createJob } from './create-job';
import { explainProblem } from './explain-problem';
import { exportPreview } from './export-preview';
import type { CommandName } from './names';
import { openMeta } from './open-meta';
import { pickRelease } from './pick-release';
import { previewJob } from './preview-job';
import { revealJob } from './reveal-job';
import { showPacked } from './show-packed';
import { showSection } from './show-section';
import { showSite } from './show-site';

export { sayFailure } from '../say-failure';
export { packedTextAt } from './show-packed';

/** What commands work with. */
export interface CommandContext {
  readonly extension: vscode.ExtensionContext;
  readonly store: JobStore;
  readonly previews: JobPreviews;
  readonly tree: JobTreeProvider;
}

/** A command, with what the place gives it that it was called from: a row of the tree, a file, a panel, or nothing. */
type Command = (context: CommandContext, target?: unknown, selected?: unknown) => unknown;

/** What each command does, one file each. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  refresh: ({ store }) => store.refresh(),
  checkAllJobs: ({ store }) => checkAllJobs(store),
  checkJob: aboutJob(({ store }, target) => checkJob(store, target)),
  explainProblem: ({ extension, store }, code) => explainProblem(extension, store, code),
  previewJob: aboutJob(({ store, previews }, target) => previewJob(store, previews, target)),
  exportPreview: aboutJob(({ store }, target) => exportPreview(store, target)),
  showSite: aboutJob(({ store, previews }, target) => showSite(store, previews, target)),
  showSchedule: aboutJob(({ store, previews }, target) => showSection(store, previews, target, 'schedule')),
  showLeaving: aboutJob(({ store, previews }, target) => showSection(store, previews, target, 'leaving')),
  showSteps: aboutJob(({ store, previews }, target) => showSection(store, previews, target, 'steps')),
  showUpload: aboutJob(({ store, previews }, target) => showSection(store, previews, target, 'upload')),
  openMeta: aboutJob(({ store }, target) => openMeta(store, target)),
  revealJob: aboutJob(({ store }, target) => revealJob(store, target)),
  copyPath: aboutJob(({ store }, target, selected) => copyPath(store, target, selected)),
  createJob: ({ extension, store }, target) => createJob(extension, store, target),
  showPacked: ({ store }, target) => showPacked(store, target),
  convertFile: ({ store }, target) => convertFile(store, target),
  compareWithCommit: aboutJob(async ({ store }, target) => (await import('../comparing/index')).compareWithCommit(store, target)),
  compareWithJob: aboutJob(async ({ store }, target) => (await import('../comparing/index')).compareWithJob(store, target)),
  pickRelease: ({ store }) => pickRelease(store),
  migrateJob: aboutJob(async ({ store }, target) => (await import('../actions/index')).migrateJob(store, target)),
  addSite: onRows((editing, store, rows) => editing.addSiteByName(store, rows)),
  moveSites: onRows((editing, store, rows) => editing.moveSitesByName(store, rows)),
  setMandatory: onRows((editing, store, rows) => editing.setSitesMandatory(store, rows, true)),
  unsetMandatory: onRows((editing, store, rows) => editing.setSitesMandatory(store, rows, false)),
  addApp: onRows((editing, store, rows) => editing.addAppByName(store, rows)),
  renameRow: onRows((editing, store, rows) => editing.renameRow(store, rows)),
  removeRows: onRows((editing, store, rows) => editing.removeRows(store, rows)),
};

/** A command about rows of the tree: those that it was called on, or by a key those that are selected. */
function onRows(
  run: (editing: typeof import('../editing/index'), store: JobStore, rows: readonly JobItem[]) => unknown,
): Command {
  return async ({ store, tree }, target, selected) => {
    const editing = await import('../editing/index');
    return run(editing, store, editing.calledOn(target, selected, tree.selection));
  };
}

/** Called from the title of a preview, a command gets the panel, and is about its job. */
function aboutJob(run: Command): Command {
  return (context, target, selected) => run(context, isNothing(target) ? (context.previews.active ?? target) : target, selected);
}

function isNothing(target: unknown): boolean {
  return target === undefined || (target instanceof vscode.Uri && target.scheme === 'webview-panel');
}
