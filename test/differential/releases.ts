import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseRelease, type Release } from '../../src/core/job/release';
import { ALL_CATALOGS } from '../support/catalogs';
import { PYTHON } from './oracle-client';

/** A release of NVFLARE that a catalogue was made of. */
export interface Catalogued {
  /** As PyPI has it: `2.8.3`. */
  readonly version: string;
  readonly release: Release;
}

/** Every release with a catalogue, oldest first. */
export const CATALOGUED: readonly Catalogued[] = [...ALL_CATALOGS.values()]
  .map(({ data }) => data.release)
  .sort()
  .map((version) => {
    const release = parseRelease(version);
    if (!release) throw new Error(`a catalogue of ${version}`);
    return { version, release };
  });

const WHEELS = '.cache/wheels';
const INSTALLED = '.cache/releases';

/** Unpacks the wheel of a release, from PyPI where it is not here yet, into a new folder of `root`; it needs the packages of another. */
export function unpackRelease(version: string, root: string): string {
  const folder = join(root, version);
  execFileSync(PYTHON, ['-m', 'zipfile', '-e', wheel(version), folder]);
  return folder;
}

function wheel(version: string): string {
  mkdirSync(WHEELS, { recursive: true });
  const find = () => readdirSync(WHEELS).find((file) => file.startsWith(`nvflare-${version}-`) && file.endsWith('.whl'));
  if (!find()) {
    const options = ['download', '--quiet', '--no-deps', '--only-binary', ':all:', '--ignore-requires-python'];
    execFileSync(PYTHON, ['-m', 'pip', ...options, '--dest', WHEELS, `nvflare==${version}`], { stdio: 'inherit' });
  }
  const found = find();
  if (!found) throw new Error(`pip gave no wheel of nvflare ${version}`);
  return join(WHEELS, found);
}

/** An interpreter that has a release and what pip installs with it; or, in a sentence, why there is none. */
export type Installed = { readonly python: string } | { readonly whyNot: string };

/** Releases up to 2.4 refuse the Python of later ones, so these are tried as well, oldest last. */
const PYTHONS = [PYTHON, ...(process.env['FLARE_JOBS_PYTHONS']?.split(delimiter) ?? ['python3.10', 'python3.8'])];

/** Installs a release into a virtual environment of its own in `.cache`, which stays there, by the first Python that it runs on. */
export function installRelease(version: string): Installed {
  const folder = resolve(INSTALLED, version);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const stamp = join(folder, 'packages.txt');
  const packages = `nvflare==${version}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === packages) return { python };
  const reasons: string[] = [];
  for (const base of PYTHONS) {
    const reason =
      failure(base, ['-m', 'venv', '--clear', folder]) ??
      failure(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', packages]) ??
      failure(python, ['-m', 'nvflare.cli', '--version']);
    if (reason === undefined) {
      writeFileSync(stamp, packages);
      return { python };
    }
    reasons.push(`${base}: ${reason}`);
  }
  return { whyNot: `no Python here runs nvflare ${version}; name one in FLARE_JOBS_PYTHONS (${reasons.join('; ')})` };
}

/** The last thing that a command said which failed. */
function failure(command: string, args: readonly string[]): string | undefined {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? 'it failed';
}
