import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadedParts } from '../../../src/cli/checking/loaded-parts';
import { loadJob } from '../../../src/core/job/load';
import { NEWEST } from '../../../src/core/job/release';
import { jobSettings } from '../../../src/core/settings/index';
import { analyzeWithCode } from '../../../src/core/wiring/index';
import { META_RULES } from '../../support/all-rules';
import { healthyJobs } from '../../support/healthy-tree';
import { installedPackage, PACKAGE } from '../../support/installed-package';
import { type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';
import { memoryHost } from '../../support/memory-host';

/** A checkout of NVFLARE with an executor of its own. */
function checkout(folder: string, name: string): MemoryTree {
  const code = `from nvflare.apis.executor import Executor\nclass ${name}(Executor): pass\n`;
  const files = Object.entries(installedPackage({ 'app_common/own.py': code }));
  return Object.fromEntries(files.map(([path, text]) => [path.replace(PACKAGE, folder), text]));
}

test('two checkouts of one version are each judged by their own code', async () => {
  const executor = { path: 'nvflare.app_common.own.One', args: {} };
  const fs = memoryFileSystem({
    ...checkout('one/nvflare', 'One'),
    ...checkout('two/nvflare', 'Two'),
    ...healthyJobs('job'),
    'job/app/config/config_fed_client.json': JSON.stringify({ format_version: 2, executors: [{ tasks: ['train'], executor }] }),
  });
  const parts = loadedParts(memoryHost(fs));
  const missingIn = async (folder: string) => {
    const installed = { version: '2.9.0', release: NEWEST, folder, isOwnBuild: true };
    const learning = await parts.installedClasses(jobSettings({ settings: undefined, pin: undefined, installed }));
    const wiring = await parts.wiringFor({ line: '2.9', installed: learning, withHistory: false });
    const options = { ...META_RULES, target: NEWEST, wiring, learning };
    const { findings } = await analyzeWithCode(fs, await loadJob(fs, 'job'), options);
    return findings.map(({ message }) => message).filter((message) => message.includes('One'));
  };
  assert.deepEqual(await missingIn('one/nvflare'), []);
  assert.equal((await missingIn('two/nvflare')).length, 1);
});
