// VS Code's own server, on loopback: the node extension host, with the workbench in a browser page.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './cleanup.mjs';
import { installHosts } from './install.mjs';
import { startServerProgram } from './program.mjs';

/** What keeps the screen calm: nothing greets, advises, asks or updates. */
export const calmSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
  // In the browser VS Code saves by itself, and a test cannot take back what is on the disk.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts a server of its own: free port, a secret token, and user data and extensions in temporary folders. It stops in the end.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {object} options
 * @param {Record<string, unknown>} [options.settings] user settings on top of the calm ones
 * @param {boolean | 'ask'} [options.trust] false: a folder opens in Restricted Mode; 'ask': VS Code asks the person
 * @param {string} [options.vsix] a packaged extension to install
 * @param {(line: string) => void} [options.onLine] gets what the server prints
 * @returns {Promise<{ urlOf: (target: OpenTarget) => string, exited: Promise<number> }>} `urlOf` gives the address that opens
 *   a workspace; `exited` resolves with the exit code, should the server end by itself
 *
 * @typedef {object} OpenTarget
 * @property {string} workspace a folder or a `.code-workspace` file
 * @property {string} [extensionPath] an extension to load from its folder
 * @property {string} [testsPath] the tests' bundle to run, `.js` included
 */
export async function startServer(defer, { settings = {}, trust = true, vsix, onLine = () => undefined } = {}) {
  const hosts = installHosts();
  const userData = temporaryFolder(defer, 'user-data');
  const extensions = temporaryFolder(defer, 'extensions');
  const folders = ['--user-data-dir', userData, '--extensions-dir', extensions];
  const asking = trust === 'ask' ? { 'security.workspace.trust.startupPrompt': 'once' } : {};
  mkdirSync(join(userData, 'User'));
  writeFileSync(
    join(userData, 'User', 'settings.json'),
    JSON.stringify({ ...calmSettings, ...asking, ...settings }, undefined, 2),
  );
  // Without a token any page this machine's browsers open could reach the server, and with it a terminal.
  const token = randomUUID();
  const tokenFile = join(userData, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  if (vsix !== undefined) installVsix(hosts, folders, vsix);

  const args = [
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    // Only with this flag does a built server obey a page that asks for a development extension or for tests.
    '--enable-smoke-test-driver',
    ...(trust === true ? ['--disable-workspace-trust'] : []),
    ...folders,
  ];
  const { port, exited } = await startServerProgram(defer, hosts.node, [hosts.server, ...args], {
    env: environment(),
    port: /^Web UI available at http:\/\/localhost:(\d+)/,
    onLine,
  });
  return { urlOf: (target) => urlOf(`localhost:${port}`, token, target), exited };
}

function urlOf(authority, token, { workspace, extensionPath, testsPath }) {
  const remote = (path) => `vscode-remote://${authority}${encodeURI(resolve(path))}`;
  const payload = [['skipWelcome', 'true']];
  if (extensionPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionPath)]);
  if (testsPath !== undefined) payload.push(['extensionTestsPath', remote(testsPath.replace(/\.js$/, ''))]);
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('tkn', token);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(workspace));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

function installVsix(hosts, folders, vsix) {
  const args = [hosts.server, ...folders, '--install-extension', resolve(vsix)];
  const result = spawnSync(hosts.node, args, { encoding: 'utf8', env: environment(), timeout: 120_000 });
  if (result.status === 0) return;
  // The server also complains of native parts that no install script has built; they are of no account.
  const complaints = `${result.stderr}\n${result.error ?? ''}`
    .split('\n')
    .filter((line) => /^\w*Error: (?!.*bindings file)/.test(line));
  throw new Error([`${vsix} could not be installed`, ...complaints].join(': '));
}

/** A run inside a VS Code terminal or under npm must not steer the server it starts, and no gallery is to be asked for anything. */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}
