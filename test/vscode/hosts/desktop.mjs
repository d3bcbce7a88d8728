// Desktop VS Code, which @vscode/test-electron downloads: for whoever has an open network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, SilentReporter } from '@vscode/test-electron';
import { messageOf, temporaryFolder } from './cleanup.mjs';
import { emptyExtension } from './empty-extension.mjs';
import { projectRoot } from './install.mjs';
import { startProgram, within } from './program.mjs';
import { suiteSeconds } from './suite-page.mjs';
import { calmSettings } from './vscode-server.mjs';

/**
 * Runs a tests' bundle beside the extension; the options are those of the node host's `runSuite`. The environment variable
 * VSCODE_EXECUTABLE names a VS Code to take instead of downloading the newest, VSCODE_VERSION another version to download.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {object} options
 * @param {string} [options.extensionPath]
 * @param {string} [options.vsix]
 * @param {string} options.testsPath
 * @param {string} options.workspace
 * @param {Record<string, unknown>} [options.settings]
 * @param {(line: string) => void} [options.onLine]
 * @returns {Promise<number>} the exit code: 0 when all tests passed
 */
export async function runSuite(defer, { extensionPath, vsix, testsPath, workspace, settings, onLine = console.log }) {
  const screen = screenCommand();
  const executable = await desktopExecutable();
  const userData = temporaryFolder(defer, 'user-data');
  const folders = [`--user-data-dir=${userData}`, `--extensions-dir=${temporaryFolder(defer, 'extensions')}`];
  mkdirSync(join(userData, 'User'));
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify({ ...calmSettings, ...settings }));
  if (vsix !== undefined) installVsix(executable, folders, vsix);
  const [command, ...args] = [
    ...screen,
    executable,
    workspace,
    ...folders,
    `--extensionDevelopmentPath=${extensionPath ?? emptyExtension(defer)}`,
    `--extensionTestsPath=${testsPath}`,
    '--no-sandbox',
    '--disable-gpu',
    '--disable-updates',
    '--disable-workspace-trust',
    '--skip-release-notes',
    '--skip-welcome',
  ];
  const { exited } = startProgram(defer, command, args, { onLine });
  return await within(exited, suiteSeconds, 'end of the tests');
}

async function desktopExecutable() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named !== undefined && named !== '') return named;
  try {
    return await downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: join(projectRoot, '.cache', 'vscode-desktop'),
      reporter: new SilentReporter(),
    });
  } catch (error) {
    const remedy =
      'it needs an open network, or the environment variable VSCODE_EXECUTABLE; the node host runs the same suite without';
    throw new Error(`VS Code could not be downloaded (${messageOf(error)}): ${remedy}`);
  }
}

/** What to put before a command so that it finds a screen. */
function screenCommand() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  if (spawnSync('xvfb-run', ['--help']).status === 0) return ['xvfb-run', '--auto-servernum'];
  throw new Error('desktop VS Code needs a screen: set DISPLAY, or install xvfb; the node host runs the same suite without');
}

function installVsix(executable, folders, vsix) {
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const result = spawnSync(cli, [...args, ...folders, '--install-extension', vsix], { encoding: 'utf8', timeout: 120_000 });
  if (result.status !== 0) throw new Error(`${vsix} could not be installed: ${result.stderr || result.stdout || result.error}`);
}
