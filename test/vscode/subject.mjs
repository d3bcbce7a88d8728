// What runs in a test host, as the command lines of run.mjs and screenshots.mjs name it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { temporaryFolder } from './hosts/cleanup.mjs';
import { projectRoot } from './hosts/install.mjs';

/** The options both command lines share, as `parseArgs` takes them. */
export const subjectOptions = {
  vsix: { type: 'string' },
  extension: { type: 'string' },
  workspace: { type: 'string' },
};

/**
 * The extension to run: a packaged one, one in another folder, or this project's, which is built here and now so that nobody
 * tests an old build.
 *
 * @param {{ vsix?: string, extension?: string }} values
 * @returns {{ vsix: string } | { extensionPath: string }}
 */
export function extensionToRun({ vsix, extension }) {
  if (vsix !== undefined) {
    if (!existsSync(vsix)) throw new Error(`there is no ${vsix}`);
    return { vsix: resolve(vsix) };
  }
  if (extension !== undefined) return { extensionPath: resolve(extension) };
  const built = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the extension could not be built (node esbuild.mjs)');
  if (!existsSync(join(projectRoot, 'dist', 'extension.js'))) throw new Error('node esbuild.mjs made no dist/extension.js');
  return { extensionPath: projectRoot };
}

/**
 * A copy of the workspace, test/vscode/workspace when none is named: tests write to theirs.
 *
 * @param {import('./hosts/cleanup.mjs').Defer} defer
 * @param {{ workspace?: string }} values a folder, or a `.code-workspace` file, which is copied with the folder it lies in
 */
export function workspaceCopy(defer, { workspace = join(projectRoot, 'test', 'vscode', 'workspace') }) {
  const source = resolve(workspace);
  if (!existsSync(source)) throw new Error(`there is no workspace ${source}`);
  const isFile = source.endsWith('.code-workspace');
  const folder = isFile ? dirname(source) : source;
  const copy = join(temporaryFolder(defer, 'workspace'), basename(folder));
  cpSync(folder, copy, { recursive: true });
  return isFile ? join(copy, basename(source)) : copy;
}
