// What a person does in VS Code, as functions over a browser page.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './install.mjs';

const patience = { timeout: 20_000 };

/**
 * @param {import('playwright-core').Page} page a page that shows the workbench
 * @returns {Session}
 *
 * @typedef {object} Session Every function fails after 20 s with what it waited for.
 * @property {import('playwright-core').Page} page
 * @property {(title: string) => Promise<void>} command runs a command through the palette, by its whole title
 * @property {(name: string) => Promise<void>} openFile opens a file through quick open, by the end of its path
 * @property {(line: number, column: number) => Promise<void>} goTo moves the cursor; both count from 1
 * @property {(line: number, column: number) => Promise<string>} hover shows the hover at a place and gives its text
 * @property {(text: string) => Promise<void>} waitForProblem opens the problems panel and waits for a row with the text
 * @property {(text: string) => Promise<void>} waitForText waits until the text is on the screen, outside webviews
 * @property {(title: string) => Promise<import('playwright-core').Locator>} openView opens a view container of the activity
 *   bar and gives the side bar
 * @property {(selector: string) => Promise<import('playwright-core').Frame>} webview the frame of the webview that shows such
 *   an element
 * @property {(name: string) => Promise<void>} useTheme changes the colour theme
 * @property {() => Promise<void>} tidy closes editors, panel, hovers and notifications, and shows the explorer
 * @property {(name: string) => Promise<string>} screenshot writes test-results/screenshots/NAME.png and gives its path
 */
export function personsSession(page) {
  const session = {
    page,
    async command(title) {
      await choose(page, 'F1', `>${title}`, title);
      await quickInput(page).waitFor({ state: 'hidden', ...patience });
    },
    async openFile(name) {
      await type(page, 'Control+P', name);
      await page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: name.split('/').at(-1) })
        .first()
        .waitFor(patience);
      await page.keyboard.press('Enter');
      await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor(patience);
    },
    async goTo(line, column) {
      await type(page, 'Control+G', `:${line}:${column}`);
      await page.keyboard.press('Enter');
      await quickInput(page).waitFor({ state: 'hidden', ...patience });
    },
    async hover(line, column) {
      await session.goTo(line, column);
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      const hover = page.locator('.monaco-resizable-hover .monaco-hover:visible').first();
      await hover.waitFor(patience);
      await page.locator('.monaco-hover .hover-row:visible').first().waitFor(patience);
      return await hover.textContent();
    },
    async waitForProblem(text) {
      const panel = page.locator('.markers-panel');
      if (!(await panel.isVisible())) await session.command('Problems: Focus on Problems View');
      await panel.locator('.monaco-list-row', { hasText: text }).first().waitFor(patience);
    },
    async waitForText(text) {
      await page.getByText(text).first().waitFor(patience);
    },
    async openView(title) {
      const tab = page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`).first();
      await tab.waitFor(patience);
      // A click on the tab of the open view would close the side bar.
      if (!/\bchecked\b/.test((await tab.getAttribute('class')) ?? '')) await tab.click(patience);
      const sideBar = page.locator('.part.sidebar');
      await sideBar.locator('.title-label', { hasText: title }).first().waitFor(patience);
      return sideBar;
    },
    async webview(selector) {
      return await untilSome(async () => {
        for (const frame of page.frames()) {
          if (frame !== page.mainFrame() && (await shows(frame, selector))) return frame;
        }
        return undefined;
      }, `webview that shows ${selector}`);
    },
    async useTheme(name) {
      await choose(page, 'F1', '>Preferences: Color Theme', 'Preferences: Color Theme');
      await page.getByPlaceholder(/Color Theme/).waitFor(patience);
      await choose(page, undefined, name, name);
      await quickInput(page).waitFor({ state: 'hidden', ...patience });
    },
    async tidy() {
      await page.keyboard.press('Escape');
      await session.command('View: Close All Editors');
      await session.command('Notifications: Clear All Notifications');
      await session.openView('Explorer');
      if (await page.locator('.part.panel').isVisible()) await session.command('View: Hide Panel');
    },
    async screenshot(name) {
      const path = join(projectRoot, 'test-results', 'screenshots', `${name}.png`);
      mkdirSync(dirname(path), { recursive: true });
      // The mouse would light up whatever lies below it.
      await page.mouse.move(0, 0);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      return path;
    },
  };
  return session;
}

/** Types into VS Code's quick input, opened by the key unless it is open already. */
async function type(page, key, text) {
  if (key !== undefined) await page.keyboard.press(key);
  const input = quickInput(page);
  await input.waitFor(patience);
  await input.fill(text);
}

/** Types into the quick input and takes the entry of exactly that label; the best match is not always the first one. */
async function choose(page, key, text, label) {
  await type(page, key, text);
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const row = rows.filter({ has: page.getByText(label, { exact: true }) }).first();
  await row.click(patience);
}

function quickInput(page) {
  return page.locator('.quick-input-widget input[type="text"]').first();
}

async function shows(frame, selector) {
  try {
    return await frame.locator(selector).first().isVisible();
  } catch (error) {
    // A webview's frames are replaced while it loads.
    if (/detached|destroyed|closed/i.test(String(error))) return false;
    throw error;
  }
}

async function untilSome(attempt, what) {
  const end = Date.now() + patience.timeout;
  for (;;) {
    const found = await attempt();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`after ${patience.timeout / 1000} s there was no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
