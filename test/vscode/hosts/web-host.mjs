// The web extension host: the web build of VS Code over a virtual file system, with no Node behind it.
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { installHosts } from './install.mjs';
import { startServerProgram } from './program.mjs';
import { runSuiteInPage } from './suite-page.mjs';

const webServer = fileURLToPath(new URL('./web-server.mjs', import.meta.url));

/**
 * Runs a tests' bundle beside the browser bundle of the extension. Webviews do not load here; they are for the node host.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {object} options
 * @param {string} options.extensionPath
 * @param {string} options.testsPath the bundle, at or below `extensionPath`, since nothing else is served
 * @param {string} options.workspace a folder; writes to it stay in the browser
 * @param {(line: string) => void} [options.onLine] gets what is logged
 * @returns {Promise<number>} the exit code: 0 when all tests passed
 */
export async function runSuite(defer, { extensionPath, testsPath, workspace, onLine = console.log }) {
  if (relative(extensionPath, testsPath).startsWith('..')) throw new Error(`${testsPath} is not below ${extensionPath}`);
  if (!statSync(workspace).isDirectory()) throw new Error(`the web host opens one folder, not ${workspace}`);
  const hosts = installHosts();
  const configuration = {
    build: { type: 'static', location: hosts.vscodeWeb },
    esm: false,
    extensionDevelopmentPath: extensionPath,
    extensionTestsPath: testsPath,
    folderMountPath: workspace,
  };
  const { port } = await startServerProgram(defer, process.execPath, [webServer, hosts.testWeb, JSON.stringify(configuration)], {
    port: /^listening on port (\d+)$/,
    onLine,
  });
  const browser = await launchChromium(defer);
  return await runSuiteInPage(browser, `http://localhost:${port}/`, onLine);
}
