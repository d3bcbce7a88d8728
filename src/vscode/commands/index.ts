import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { checkAllJobs, checkJob } from './check';
import { explainProblem } from './explain-problem';

/** Registers every command, one file each. */
export function registerCommands(context: vscode.ExtensionContext, store: JobStore): vscode.Disposable {
  const register = <A extends unknown[]>(name: string, run: (...args: A) => unknown) =>
    vscode.commands.registerCommand(`flareJobs.${name}`, (...args: unknown[]) => run(...(args as A)));
  return vscode.Disposable.from(
    register('refresh', () => store.refresh()),
    register('checkAllJobs', () => checkAllJobs(store)),
    register('checkJob', (target: unknown) => checkJob(store, target)),
    register('explainProblem', (code: unknown) => explainProblem(context, store, code)),
  );
}
