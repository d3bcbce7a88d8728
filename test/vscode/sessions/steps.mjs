// Steps that several sessions share.

/** Asks again and again until `condition` gives something true. */
export async function until(condition, what, seconds = 10) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`after ${seconds} s there was no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Types into a file at a place; both numbers count from 1. Nothing is saved. */
export async function typeAt(session, path, line, column, text) {
  await session.command('View: Focus First Editor Group');
  await session.openFile(path);
  await session.goTo(line, column);
  // Typed in one go, the text is not completed with brackets and quotes.
  await session.page.keyboard.insertText(text);
}

/** Takes back what was typed into the editor on the left. */
export async function revert(session) {
  await session.command('View: Focus First Editor Group');
  await session.command('File: Revert File');
}

/** The line of the caret in the editor on the left, whether the keyboard is there or in a preview. */
export async function activeLine(session) {
  return Number(await session.page.locator('.monaco-editor .line-numbers.active-line-number').first().textContent());
}
