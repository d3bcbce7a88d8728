import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { MemoryTree } from './memory-file-system';

/** A folder on the real disk that holds a tree and is gone after the test. */
export function tempFolder(context: TestContext, tree: MemoryTree = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(join(root, path.endsWith('/') ? path : dirname(path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(root, path), content);
  }
  return root;
}
