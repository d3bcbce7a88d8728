// The screens that are photographed. Each starts from a tidy window: no editor, no panel, the explorer at the left.

/** @type {Readonly<Record<string, (session: import('./hosts/session.mjs').Session) => Promise<void>>>} */
export const scenes = {
  async problems(session) {
    await session.openFile('typo/meta.json');
    await session.waitForProblem('site-9');
  },
  async hover(session) {
    await session.openFile('hello/meta.json');
    await session.hover(4, 26);
  },
  async tree(session) {
    await session.openFile('hello/meta.json');
    const sideBar = await session.openView('FLARE Jobs');
    await sideBar.getByText('hello').first().click();
  },
  async preview(session) {
    await session.openFile('hello/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    await session.webview('table');
  },
};
