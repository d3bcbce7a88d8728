// The node extension host: VS Code's server and its workbench in a headless browser.
import { launchChromium } from './chromium.mjs';
import { emptyExtension } from './empty-extension.mjs';
import { within } from './program.mjs';
import { personsSession } from './session.mjs';
import { runSuiteInPage } from './suite-page.mjs';
import { startServer } from './vscode-server.mjs';

/**
 * Runs a tests' bundle beside the extension. VS Code trusts every workspace while tests run, so Restricted Mode is a matter
 * for `openSession`.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {object} options
 * @param {string} [options.extensionPath] the extension's folder; none when `vsix` is given
 * @param {string} [options.vsix] a packaged extension to install instead
 * @param {string} options.testsPath the bundle, whose `run()` resolves when all tests passed
 * @param {string} options.workspace a folder or a `.code-workspace` file
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.trust]
 * @param {(line: string) => void} [options.onLine] gets what is logged: by the extension host's console, the workbench and the server
 * @returns {Promise<number>} the exit code: 0 when all tests passed
 */
export async function runSuite(
  defer,
  { extensionPath, vsix, testsPath, workspace, settings, trust = true, onLine = console.log },
) {
  const { urlOf } = await startServer(defer, { settings, trust, vsix, onLine });
  const browser = await launchChromium(defer);
  const developed = extensionPath ?? emptyExtension(defer);
  return await runSuiteInPage(browser, urlOf({ workspace, extensionPath: developed, testsPath }), onLine);
}

/**
 * Opens VS Code for somebody who uses the extension. Everything is closed in the end.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {object} options
 * @param {string} [options.extensionPath] the extension's folder; none when `vsix` is given
 * @param {string} [options.vsix]
 * @param {string} options.workspace
 * @param {Record<string, unknown>} [options.settings]
 * @param {string} [options.theme] a colour theme, such as `Light Modern`
 * @param {{ width: number, height: number }} [options.viewport] in CSS pixels
 * @param {number} [options.scale] device pixels per CSS pixel, 2 for a sharp picture
 * @param {boolean} [options.trust] false: the workspace opens in Restricted Mode
 * @returns {Promise<import('./session.mjs').Session>}
 */
export async function openSession(
  defer,
  {
    extensionPath,
    vsix,
    workspace,
    settings,
    theme = 'Dark Modern',
    viewport = { width: 1400, height: 900 },
    scale = 1,
    trust = true,
  },
) {
  const { urlOf } = await startServer(defer, { settings: { ...settings, 'workbench.colorTheme': theme }, trust, vsix });
  const browser = await launchChromium(defer);
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
  await page.goto(urlOf({ workspace, extensionPath }), { waitUntil: 'domcontentloaded', timeout: 60_000 });
  await within(page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 0 }), 60, 'workbench in the page');
  return personsSession(page);
}
