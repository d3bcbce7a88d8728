// What a person does in VS Code, as functions over a browser page.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errors } from 'playwright-core';
import { projectRoot } from './install.mjs';

const patience = { timeout: 20_000 };
const shortly = { timeout: 2_000 };

/**
 * @param {import('playwright-core').Page} page a page that shows the workbench
 * @returns {Session}
 *
 * @typedef {object} Session Every function fails after 20 s with what it waited for.
 * @property {import('playwright-core').Page} page
 * @property {(title: string) => Promise<void>} command runs a command through the palette, by its whole title
 * @property {(label: string) => Promise<void>} choose takes an entry of the list that a command shows
 * @property {(text: string) => Promise<void>} answer types into the box that a command shows, and sends it
 * @property {(path: string) => Promise<void>} openFile opens a file through quick open, by its name or its path in the workspace
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
      await insist(page, async () => {
        await type(page, 'F1', `>${title}`);
        await choose(page, title);
      });
    },
    async choose(label) {
      await quickInput(page).fill(label, patience);
      await choose(page, label);
    },
    async answer(text) {
      await quickInput(page).fill(text, patience);
      await page.keyboard.press('Enter');
      await untilGone(page, text);
    },
    async openFile(path) {
      const [name, ...folders] = path.split('/').reverse();
      await type(page, 'Control+P', path);
      // Until the search is done the list shows files of before, perhaps one of the same name in another folder.
      const rows = page.locator('.quick-input-list .monaco-list-row', { hasText: name });
      await click(page, folders.length === 0 ? rows : rows.filter({ hasText: folders.reverse().join('/') }));
      await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor(patience);
    },
    async goTo(line, column) {
      await type(page, 'Control+G', `:${line}:${column}`);
      await page.keyboard.press('Enter');
      await untilGone(page, `:${line}:${column}`);
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
      if (!/\bchecked\b/.test((await tab.getAttribute('class')) ?? '')) await click(page, tab);
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
      await insist(page, async () => {
        await session.command('Preferences: Color Theme');
        await session.choose(name);
      });
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
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      return path;
    },
  };
  return session;
}

/**
 * Tries again what fails because a list lacks an entry. In a window that has just opened, lists may lack what extensions bring,
 * and a list does not grow while it is shown.
 */
async function insist(page, action) {
  const end = Date.now() + patience.timeout;
  for (;;) {
    try {
      await action();
      return;
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || Date.now() > end) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Opens VS Code's quick input with a key and types into it. */
async function type(page, key, text) {
  const input = quickInput(page);
  await insist(page, async () => {
    // A key is lost when the page of a webview has the focus and is still being loaded.
    await page.keyboard.press(key);
    await input.waitFor(shortly);
  });
  await input.fill(text);
}

/** Takes the entry of exactly that label; the best match is not always the first entry. */
async function choose(page, label) {
  const typed = await quickInput(page).inputValue();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await click(page, rows.filter({ has: page.getByText(label, { exact: true }) }), shortly);
  await untilGone(page, typed);
}

/** Waits until the quick input is closed, or asks for something else than it was answered. */
async function untilGone(page, typed) {
  const input = quickInput(page);
  await untilSome(
    async () => !(await input.isVisible()) || (await input.inputValue()) !== typed || undefined,
    `end of the question answered with ${typed}`,
  );
}

/** Clicks the first of these, and takes the mouse away, since it would light up or explain whatever appears below it. */
async function click(page, locator, time = patience) {
  await locator.first().click(time);
  await page.mouse.move(0, 0);
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
