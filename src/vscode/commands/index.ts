import * as vscode from 'vscode';
import type { CommandContext } from './commands';
import { COMMAND_NAMES, type CommandName } from './names';

/** Registers every command. What fails is said to the user in one sentence, and in full to the log. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(...COMMAND_NAMES.map((name) => register(name, context)));
}

function register(name: CommandName, context: CommandContext): vscode.Disposable {
  return vscode.commands.registerCommand(`flareJobs.${name}`, async (...given: readonly unknown[]) => {
    try {
      const { COMMANDS } = await import('./commands');
      await COMMANDS[name](context, ...given);
    } catch (error) {
      console.error(`FLARE Jobs: command ${name} failed`, error);
      const reason = error instanceof Error ? error.message : String(error);
      const logs = 'Show Logs…';
      const answer = await vscode.window.showErrorMessage(`FLARE Jobs could not do this: ${reason}`, logs);
      if (answer === logs) await vscode.commands.executeCommand('workbench.action.showLogs');
    }
  });
}
