// Bundles the suite and runs it in a real VS Code.
//   node test/vscode/run.mjs [node|web|desktop] [--vsix FILE] [--extension FOLDER] [--workspace PATH] [--verbose] [WORD…]
// Without a host: node. Words choose tests by name. The extension is built first, unless --vsix or --extension names another.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { messageOf, withCleanup } from './hosts/cleanup.mjs';
import { projectRoot } from './hosts/install.mjs';
import { extensionToRun, subjectOptions, workspaceCopy } from './subject.mjs';

const hosts = {
  node: async () => (await import('./hosts/node-host.mjs')).runSuite,
  web: async () => (await import('./hosts/web-host.mjs')).runSuite,
  desktop: async () => (await import('./hosts/desktop.mjs')).runSuite,
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { ...subjectOptions, verbose: { type: 'boolean', default: false } },
  });
  const host = positionals[0] in hosts ? positionals[0] : 'node';
  const words = positionals[0] in hosts ? positionals.slice(1) : positionals;
  if (values.vsix !== undefined && host === 'web') throw new Error('the web host loads no --vsix, only a folder');
  const extension = extensionToRun(values);
  // Below the extension's folder, because the web host serves nothing else.
  const testsPath = join(extension.extensionPath ?? projectRoot, 'out', 'vscode-suite', `${host}.js`);
  await bundleSuite(testsPath, { host, words });

  const report = reportOf(host, values.verbose);
  const runSuite = await hosts[host]();
  const code = await withCleanup((defer) =>
    runSuite(defer, { ...extension, testsPath, workspace: workspaceCopy(defer, values), onLine: report.onLine }),
  ).catch((error) => {
    throw new Error(`${messageOf(error)}\n${report.whereabouts}`);
  });
  const result = report.result();
  if (result === undefined) throw new Error(`the suite ended with exit code ${code} and without a result\n${report.whereabouts}`);
  if (code !== 0) console.log(report.whereabouts);
  console.log(result);
  return code;
}

/**
 * Sorts the lines of a run: the suite's own are printed, all go to a log file, for the workbench and the server say a lot.
 */
function reportOf(host, verbose) {
  const log = join('test-results', `vscode-${host}.log`);
  const file = join(projectRoot, log);
  let result;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  return {
    whereabouts: `everything that was logged is in ${log}`,
    result: () => result,
    onLine(line) {
      appendFileSync(file, `${line}\n`);
      const [, ours] = /\[suite\] (.*)$/.exec(line) ?? [];
      const [, numbers] = /^result: (\d+ passed, \d+ failed)$/.exec(ours ?? '') ?? [];
      if (numbers !== undefined) result = numbers;
      else if (ours !== undefined) console.log(ours);
      else if (verbose) console.log(line);
    },
  };
}

/** One bundle, made as for a browser: a test that needs Node does not even bundle. */
async function bundleSuite(outfile, suite) {
  await build({
    entryPoints: [join(projectRoot, 'test', 'vscode', 'suite', 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { SUITE: JSON.stringify(suite) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
