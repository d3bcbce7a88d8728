import * as vscode from 'vscode';
import type { CommandContext } from './commands';
import { COMMAND_NAMES, type CommandName } from './names';

/** Registers every command. What fails is said to the user in one sentence, and in full to the log. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(...COMMAND_NAMES.map((name) => register(name, context)));
}

function register(name: CommandName, context: CommandContext): vscode.Disposable {
  return vscode.commands.registerCommand(`flareJobs.${name}`, async (...given: readonly unknown[]) => {
    const { COMMANDS, sayFailure } = await import('./commands');
    try {
      await COMMANDS[name](context, ...given);
    } catch (error) {
      await sayFailure(`command ${name}`, error);
    }
  });
}
