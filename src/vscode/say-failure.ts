import * as vscode from 'vscode';

/** Says to the user in one sentence why something could not be done, and in full to the log. */
export async function sayFailure(what: string, error: unknown): Promise<void> {
  console.error(`FLARE Jobs: ${what} failed`, error);
  const reason = error instanceof Error ? error.message : String(error);
  const logs = 'Show Logs…';
  const answer = await vscode.window.showErrorMessage(`FLARE Jobs could not do this: ${reason}`, logs);
  if (answer === logs) await vscode.commands.executeCommand('workbench.action.showLogs');
}
