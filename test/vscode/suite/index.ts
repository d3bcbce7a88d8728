// The suite's entry, the same for every host: VS Code loads the bundle and calls `run`.
import * as vscode from 'vscode';
import { runTests } from './harness';
import './smoke.vstest';
import './diagnostics.vstest';
import './following.vstest';
import './hover.vstest';
import './tree.vstest';
import './quick-fixes.vstest';
import './commands.vstest';
import './packing.vstest';
import './app-config.vstest';
import './editing.vstest';
import './structure.vstest';
import './actions.vstest';
import './review.vstest';
import './create-job.vstest';
import './completion.vstest';
import './storms.vstest';

/** Resolves when every test passed. */
export async function run(): Promise<void> {
  // A browser saves by itself after a second: what a test types and takes back would be on the disk on slow machines only.
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
  await runTests();
}
