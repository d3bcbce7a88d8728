import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { JobPreviews } from '../preview/previews';
import { checkAllJobs, checkJob } from './check';
import { convertFile } from './convert-file';
import { copyPath } from './copy-path';
import { createJob } from './create-job';
import { explainProblem } from './explain-problem';
import { openMeta } from './open-meta';
import { previewJob } from './preview-job';
import { revealJob } from './reveal-job';
import { registerPackedTexts, showPacked } from './show-packed';
import { showSite } from './show-site';

/** Registers every command, one file each. What fails is said to the user in one sentence, and in full to the log. */
export function registerCommands(context: vscode.ExtensionContext, store: JobStore, previews: JobPreviews): vscode.Disposable {
  const register = (name: string, run: (target: unknown) => unknown) =>
    vscode.commands.registerCommand(`flareJobs.${name}`, async (target: unknown) => {
      try {
        await run(target);
      } catch (error) {
        console.error(`FLARE Jobs: command ${name} failed`, error);
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(`FLARE Jobs could not do this: ${reason}`);
      }
    });
  /** Called from the title of a preview, a command gets the panel, and is about its job. */
  const aboutJob = (run: (target: unknown) => unknown) => (target: unknown) =>
    run(isNothing(target) ? (previews.active ?? target) : target);
  return vscode.Disposable.from(
    register('refresh', () => store.refresh()),
    register('checkAllJobs', () => checkAllJobs(store)),
    register(
      'checkJob',
      aboutJob((target) => checkJob(store, target)),
    ),
    register('explainProblem', (code) => explainProblem(context, store, code)),
    register(
      'previewJob',
      aboutJob((target) => previewJob(store, previews, target)),
    ),
    register(
      'showSite',
      aboutJob((target) => showSite(store, previews, target)),
    ),
    register(
      'openMeta',
      aboutJob((target) => openMeta(store, target)),
    ),
    register(
      'revealJob',
      aboutJob((target) => revealJob(store, target)),
    ),
    register(
      'copyPath',
      aboutJob((target) => copyPath(store, target)),
    ),
    register('createJob', (target) => createJob(target)),
    register('showPacked', (target) => showPacked(store, target)),
    register('convertFile', (target) => convertFile(store, target)),
    registerPackedTexts(store),
  );
}

function isNothing(target: unknown): boolean {
  return target === undefined || (target instanceof vscode.Uri && target.scheme === 'webview-panel');
}
