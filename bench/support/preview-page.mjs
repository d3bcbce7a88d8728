// Draws models of the preview in a real browser, as the page of the panel does, and prints the times in milliseconds as JSON.
//   node bench/support/preview-page.mjs FOLDER-OF-THE-PAGE FILE-OF-MODELS
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../test/vscode/hosts/chromium.mjs';
import { messageOf, withCleanup } from '../../test/vscode/hosts/cleanup.mjs';

const PAINTS = 7;
const UPDATES = 20;
const [webview, models] = process.argv.slice(2);
const tabs = JSON.parse(readFileSync(models, 'utf8'));

try {
  const times = await withCleanup(async (defer) => {
    const browser = await launchChromium(defer, (message) => console.error(message));
    const found = [];
    for (const { tab, messages } of tabs) {
      const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
      const paints = [];
      for (let i = 0; i < PAINTS; i++) paints.push(await firstPaint(page, tab, messages[i % messages.length]));
      found.push({ tab, paints, updates: await updates(page, messages) });
      await page.close();
    }
    return found;
  });
  console.log(JSON.stringify(times));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

/** From the start of the page's script to what it shows. */
async function firstPaint(page, tab, message) {
  await page.setContent('<!DOCTYPE html><html><body class="vscode-light"><main id="preview"></main></body></html>');
  await page.addStyleTag({ path: join(webview, 'preview.css') });
  const script = readFileSync(join(webview, 'preview.js'), 'utf8');
  return await page.evaluate(
    async ({ source, section, data }) => {
      const wait = () => new Promise((resolve) => setTimeout(resolve, 0));
      const answer = ({ type }) =>
        type === 'section' && setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data })), 0);
      const state = { job: 'bench:', section, inputs: {}, kept: {} };
      window.acquireVsCodeApi = () => ({ getState: () => state, setState: () => undefined, postMessage: answer });
      const start = performance.now();
      const element = document.createElement('script');
      element.textContent = source;
      document.body.append(element);
      await wait();
      await new Promise((resolve) => requestAnimationFrame(() => resolve(wait())));
      if (!document.querySelector('[role="tabpanel"]:not([hidden]) > *')) throw new Error('the page shows nothing');
      return performance.now() - start;
    },
    { source: script, section: tab, data: message },
  );
}

/** From a model to where everything of it is; waiting for the next picture of the screen is not part of it. */
async function updates(page, messages) {
  return await page.evaluate(
    async ([all, count]) => {
      const times = [];
      for (let i = 0; i < count; i++) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
        const start = performance.now();
        window.dispatchEvent(new MessageEvent('message', { data: all[i % all.length] }));
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times;
    },
    [messages, UPDATES],
  );
}
