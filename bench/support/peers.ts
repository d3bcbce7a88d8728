import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the test hosts put a VS Code (`docs/testing.md`). */
const CODE = '.cache/vscode-hosts/node_modules/code-server/lib/vscode';
const JSON_EXTENSION = `${CODE}/extensions/json-language-features`;

/** The main script of VS Code's own JSON extension. */
export const JSON_CLIENT = existing(`${JSON_EXTENSION}/client/dist/node/jsonClientMain.js`);
/** VS Code's JSON language server. */
export const JSON_SERVER = existing(`${JSON_EXTENSION}/server/dist/node/jsonServerMain.js`);
export const NO_VSCODE = 'no VS Code in .cache; `npm run test:vscode` brings one';

/** ripgrep: the one of the machine, or the one that VS Code brings. */
export const RIPGREP =
  onPath('rg') ?? inFolder(`${CODE}/node_modules/@vscode`, 'ripgrep', `bin/${process.platform}-${process.arch}/rg`);

/** The command of the package `ajv-cli`. */
export const AJV = existing('node_modules/.bin/ajv') ?? onPath('ajv');

/** A Python with NVFLARE. */
export const PYTHON = process.env['FLARE_JOBS_PYTHON'];

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

function onPath(command: string): string | undefined {
  return spawnSync(command, ['--version']).status === 0 ? command : undefined;
}

/** VS Code calls the folder of ripgrep differently from version to version. */
function inFolder(folder: string, prefix: string, rest: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(prefix)) : [];
  return names.map((name) => join(folder, name, rest)).find((path) => existsSync(path));
}
