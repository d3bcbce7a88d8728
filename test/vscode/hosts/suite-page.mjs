// A page of VS Code that runs a tests' bundle, in the node host and in the web host alike.
import { within } from './program.mjs';

/** How long a whole suite may take. */
export const suiteSeconds = 300;

/**
 * Opens `url` and waits for the tests' exit code. VS Code calls two functions of the page where they exist: one for
 * whatever is logged, by the extension host's console and by the workbench itself, and one in the end.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {(line: string) => void} onLine
 * @returns {Promise<number>}
 */
export async function runSuiteInPage(browser, url, onLine) {
  const page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const finished = new Promise((resolve, reject) => {
    page.once('crash', () => reject(new Error('the browser page crashed')));
    page.once('close', () => reject(new Error('the browser page was closed before the tests ended')));
    // The page goes away as soon as the run is over, perhaps before this function has returned to it.
    page.exposeFunction('codeAutomationExit', (code) => resolve(code)).catch(reject);
  });
  finished.catch(() => undefined);
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = args.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
    for (const line of text.split('\n')) onLine(line);
  });
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  return await within(
    finished,
    suiteSeconds,
    "exit code of the tests (does the extension host start? does a test's dialog wait?)",
  );
}
