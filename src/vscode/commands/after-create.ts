import * as vscode from 'vscode';
import type { NewJob } from '../../core/create/index';

const PREVIEW = 'Preview Job';
const TRY = 'Try in Terminal';

/** Tells somebody who has made a job what comes next, and offers it. Nothing is run: a command waits in the terminal for Enter. */
export async function tellNext(folder: vscode.Uri, job: NewJob): Promise<void> {
  const { nextSteps, simulatorCommand } = await import('../../core/create/index');
  // Without a disk there is no terminal to run NVFLARE in.
  const offers = folder.scheme === 'file' ? [PREVIEW, TRY] : [PREVIEW];
  const chosen = await vscode.window.showInformationMessage(nextSteps(job), ...offers);
  if (chosen === PREVIEW) await vscode.commands.executeCommand('flareJobs.previewJob', folder);
  if (chosen !== TRY) return;
  const terminal = vscode.window.createTerminal({ name: `NVFLARE ${job.name}`, cwd: vscode.Uri.joinPath(folder, '..') });
  terminal.show();
  terminal.sendText(simulatorCommand(job, job.name), false);
}
