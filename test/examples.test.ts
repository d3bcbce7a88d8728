import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { nodeFileSystem } from '../src/cli/node/file-system';
import { runOn } from './support/memory-host';

const examples = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of examples) {
  test(`the example ${name} shows what it is meant to show`, async () => {
    const run = await runOn(nodeFileSystem(process.cwd()), ['check', `examples/${name}`]);
    if (name === 'mistakes') assert.match(run.out, /: 5 errors, \d+ warnings.*the server would refuse .*\n$/);
    else assert.deepEqual([run.code, run.out, run.err], [0, '1 job checked for NVFLARE 2.9: no problem found\n', '']);
  });
}
