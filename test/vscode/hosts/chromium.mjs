// The browser that shows VS Code in the node and the web host.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium: the environment variable CHROMIUM, else the usual names on PATH, else the one Playwright has
 * downloaded. Where there is none, a Debian-like Linux gets it from its own packages when this user may install them.
 *
 * @param {(message: string) => void} say
 * @returns {string}
 * @throws {Error} one line saying how to get one
 */
export function findChromium(say = console.log) {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which is not a program`);
  }
  const found = installedChromium();
  if (found !== undefined) return found;
  const refusal = installFromDebian(say);
  const installed = installedChromium();
  if (installed !== undefined) return installed;
  const hint =
    'install Chromium or Chrome, run `npx playwright-core install chromium`, or name one in the environment variable CHROMIUM';
  throw new Error(`no Chromium was found${refusal === undefined ? '' : ` (${refusal})`}: ${hint}`);
}

/**
 * A headless browser with a fresh profile that calls nobody by itself. It is closed in the end.
 *
 * @param {import('./cleanup.mjs').Defer} defer
 * @param {(message: string) => void} say
 */
export async function launchChromium(defer, say = console.log) {
  const browser = await chromium.launch({
    executablePath: findChromium(say),
    // Clean-up is ours on Ctrl-C too; Playwright would exit before the server is stopped.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  defer(() => browser.close());
  return browser;
}

function installedChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
  // Asked last, because Playwright throws on a system it has no browser for.
  return [...onPath, ...macApplications].find(isProgram) ?? [chromium.executablePath()].find(isProgram);
}

/** Returns why nothing was installed, if so. */
function installFromDebian(say) {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return undefined;
  if (process.getuid?.() !== 0) return 'as root it would be installed: `apt-get install chromium`';
  say('no Chromium was found: installing the one of this system with apt-get');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const result = spawnSync('apt-get', ['-qq', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const reason = result.error?.message ?? result.stderr.trim().split('\n').at(-1);
    if (result.status !== 0) return `apt-get ${args[0]} failed: ${reason}`;
  }
  return undefined;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
