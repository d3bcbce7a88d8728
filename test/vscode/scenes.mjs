// The screens that are photographed, on the examples. Each starts from a tidy window: no editor, no panel, the explorer at the left.

/** @type {Readonly<Record<string, (session: import('./hosts/session.mjs').Session) => Promise<void>>>} */
export const scenes = {
  async problems(session) {
    await session.openFile('mistakes/meta.json');
    await session.waitForProblem('min_client');
  },
  async hover(session) {
    await session.openFile('hospitals/meta.json');
    await session.hover(7, 35);
  },
  async tree(session) {
    await session.openFile('hospitals/meta.json');
    await unfold(await session.openView('FLARE Jobs'), ['hospitals', 'radiology', 'charite']);
  },
  async actions(session) {
    await session.openFile('mistakes/meta.json');
    await session.waitForProblem('min_client');
    await session.goTo(14, 52);
    await session.page.keyboard.press('Control+.');
    await session.waitForText('Silence launcher/');
  },
  async lenses(session) {
    await session.openFile('hospitals/server/config/config_fed_server.conf');
    await session.page.locator('.codelens-decoration').first().waitFor();
  },
  async preview(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    await session.webview('table');
  },
  async 'preview-problems'(session) {
    await session.openFile('mistakes/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    await session.webview('table');
  },
  async site(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Show Site…');
    await session.choose('charite');
    await session.webview('table.options');
    await session.command('View: Toggle Maximize Editor Group');
  },
  async graph(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    await tab(session, 'Graph', '.graph .node');
  },
  async 'graph-problems'(session) {
    await session.openFile('mistakes/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    // The panel of the scene before follows the editor; its graph is of another job until then.
    await session.webview('h1:has-text("mistakes")');
    await (await tab(session, 'Graph', '.graph .node')).locator('.graph-canvas').click();
    await session.command('View: Toggle Maximize Editor Group');
  },
  async leaving(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    await tab(session, 'What Leaves', '.leaving-app');
  },
  async steps(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    await tab(session, 'Dry Run', '.steps-list');
  },
  async 'steps-diagram'(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Preview Job');
    const page = await tab(session, 'Dry Run', '.steps-list');
    await page.getByRole('button', { name: 'Diagram' }).click();
    await session.webview('.steps-diagram svg');
    await session.command('View: Toggle Maximize Editor Group');
  },
  async schedule(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Show Whether the Job Will Be Scheduled');
    const page = await session.webview('#offers');
    await page.locator('#offers').fill('charite: num_of_gpus=1, mem_per_gpu_in_GiB=16; *: none');
    await session.webview('.remedy');
    await session.command('View: Toggle Maximize Editor Group');
  },
  async upload(session) {
    await session.openFile('hospitals/meta.json');
    await session.command('FLARE Jobs: Show What Is Uploaded');
    await session.webview('.upload-files');
    await session.command('View: Toggle Maximize Editor Group');
  },
  async 'create-job'(session) {
    await session.command('FLARE Jobs: Create Job…');
    await session.choose('Train a model together');
    await session.page.locator('.quick-input-list .monaco-list-row', { hasText: 'XGBoost' }).waitFor();
  },
  async 'create-job-name'(session) {
    await session.command('FLARE Jobs: Create Job…');
    await session.choose('Compute statistics together');
    const input = session.page.locator('.quick-input-widget input[type="text"]').first();
    await session.waitForText('The name of the job and of its folder.');
    await input.fill('hospitals');
    await session.waitForText('has a "hospitals" already');
  },
  async walkthrough(session) {
    await session.command('Welcome: Open Walkthrough...');
    await session.choose('First Steps with FLARE Jobs');
    await session.page.locator('.getting-started-step', { hasText: 'See mistakes' }).first().click();
    // Pictures of steps slide in.
    await session.page.waitForTimeout(1500);
  },
  /** All at once: the picture of the README, see readme-picture.mjs. */
  async overview(session) {
    await session.openFile('hospitals/meta.json');
    await unfold(await session.openView('FLARE Jobs'), ['hospitals', 'radiology', 'charite']);
    await session.command('FLARE Jobs: Preview Job');
    await session.webview('table');
    await session.command('Problems: Focus on Problems View');
    await session.page.keyboard.press('Escape');
    await session.command('View: Focus First Editor Group');
  },
};

/** Chooses a tab of the preview, and gives its page when it shows such an element. */
async function tab(session, title, selector) {
  const page = await session.webview('[role="tab"]');
  await page.getByRole('tab', { name: title, exact: true }).click();
  return await session.webview(selector);
}

/** Unfolds rows of the tree, one in the other. */
async function unfold(sideBar, labels) {
  for (const label of labels) {
    const row = sideBar.getByRole('treeitem', { name: new RegExp(`\\b${label}\\b`) }).first();
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
  }
}
