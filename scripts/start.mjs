// From a fresh clone to the extension at work:
//   npm ci && npm start -- [FOLDER]      builds, checks the folder (or examples/), then opens VS Code on it
//   --no-open                            stops after the check, with its exit code
//   --browser                            takes VS Code in the browser even where a desktop one is at hand
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function start() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'no-open': { type: 'boolean', default: false }, browser: { type: 'boolean', default: false } },
  });
  // Under npm the working directory is this project's; the person named the folder from where npm was called.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? join(root, 'examples'));
  if (positionals.length > 1) throw new Error('name one folder, or none for the examples');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) throw new Error('the dependencies are missing: run `npm ci` first');

  const built = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the build failed (node esbuild.mjs)');
  const check = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), 'check', folder], { stdio: 'inherit' });
  if (values['no-open']) return check.status ?? 1;
  if (!values.browser && openDesktop(folder)) return 0;
  // The examples are as trustworthy as this script; about other folders, VS Code asks.
  await serve(folder, positionals.length === 0 ? true : 'ask');
  return 0;
}

/** Whether a desktop VS Code took the folder. */
function openDesktop(folder) {
  // In the terminal of a remote window, `code` talks to that window, which loads no extension from a folder.
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) return false;
  const windows = process.platform === 'win32';
  const names = windows ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const code = folders.flatMap((path) => names.map((name) => join(path, name))).find((path) => existsSync(path));
  if (code === undefined) return false;
  const args = [`--extensionDevelopmentPath=${root}`, folder];
  const opened = windows
    ? spawnSync(
        `"${code}"`,
        args.map((arg) => `"${arg}"`),
        { stdio: 'inherit', shell: true },
      )
    : spawnSync(code, args, { stdio: 'inherit' });
  if (opened.status === 0) console.log(`\nVS Code opens ${folder} with FLARE Jobs on it`);
  else console.log(`\n${code} did not open a window: taking VS Code in the browser`);
  return opened.status === 0;
}

/** Serves VS Code on loopback until Ctrl-C. */
async function serve(folder, trust) {
  const { withCleanup } = await import('../test/vscode/hosts/cleanup.mjs');
  const { startServer } = await import('../test/vscode/hosts/vscode-server.mjs');
  await withCleanup(async (defer) => {
    const server = await startServer(defer, { trust });
    console.log(
      `\nVS Code with FLARE Jobs on ${folder} (Ctrl-C ends it):\n\n  ${server.urlOf({ workspace: folder, extensionPath: root })}\n`,
    );
    throw new Error(`VS Code's server ended by itself with exit code ${await server.exited}`);
  });
}
