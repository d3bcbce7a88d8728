// Draws resources/icon.png from resources/icon.svg, with the browser that the tests use.
//   node test/vscode/icon.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './hosts/chromium.mjs';
import { withCleanup } from './hosts/cleanup.mjs';
import { projectRoot } from './hosts/install.mjs';

await withCleanup(async (defer) => {
  const browser = await launchChromium(defer);
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  const drawing = readFileSync(join(projectRoot, 'resources', 'icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: join(projectRoot, 'resources', 'icon.png'), omitBackground: true });
  // A large one to look at.
  if (process.argv[2] === '--large') {
    await page.setViewportSize({ width: 512, height: 512 });
    await page.addStyleTag({ content: 'svg { width: 512px; height: 512px }' });
    await page.screenshot({ path: join(projectRoot, 'test-results', 'screenshots', 'icon.png'), omitBackground: true });
  }
});
