// Prints how the time of everything that is asked of a job grows with the job.
//   node bench/growth.mjs                  up to 10,000 elements
//   node bench/growth.mjs 100000 WORD…     up to 100,000; only kinds of jobs and operations with one of the words in their name
import { spawnSync } from 'node:child_process';
import { bundleForNode } from '../scripts/bundle.mjs';

const OUT = 'out/growth';

await bundleForNode(['bench/growth/growth.ts'], OUT, { sourcemap: 'inline' });
const { status } = spawnSync(process.execPath, ['--enable-source-maps', `${OUT}/growth.mjs`, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
