import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup.mjs';

/**
 * The folder of an extension that does nothing. VS Code runs tests only beside an extension under development; where the one
 * under test is installed from its package, this one stands in.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 */
export function emptyExtension(defer) {
  const folder = temporaryFolder(defer, 'tests-host');
  const manifest = { name: 'tests-host', publisher: 'tests', version: '0.0.1', engines: { vscode: '^1.91.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
