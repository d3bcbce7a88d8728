import { parseRelease, type Range, type Release } from '../index';

/** The files of a project that may say which NVFLARE it is made for, in the order in which they are asked. */
export const PIN_FILES = ['requirements.txt', 'pyproject.toml'] as const;

/** A release that a project pins, and where it says so. */
export interface PinnedRelease {
  readonly release: Release;
  readonly range: Range;
}

/** A requirement of `nvflare`, whatever its extras are, and the rest of it. */
const REQUIREMENT = /^nvflare(?:-nightly)?\s*(?:\[[^\]]*\])?\s*(.*)$/i;

/**
 * The NVFLARE release that a requirements file or a `pyproject.toml` (PEP 621 or Poetry) pins: `==2.8.1`, `==2.8.*`, `~=2.8.0`, in
 * Poetry also `2.8.1` and `~2.8`. A lower or upper bound pins nothing. `undefined` where the file pins none.
 */
export function pinnedRelease(file: (typeof PIN_FILES)[number], text: string): PinnedRelease | undefined {
  let start = 0;
  for (const line of text.split('\n')) {
    const pin = file === 'requirements.txt' ? pinOf(withoutComment(line)) : pinInToml(line);
    if (pin) return { release: pin, range: { start, end: start + line.trimEnd().length } };
    start += line.length + 1;
  }
  return undefined;
}

/** The release that a requirement such as `nvflare[PT]==2.8.1; python_version > "3.9"` allows alone. */
function pinOf(requirement: string): Release | undefined {
  const versions = REQUIREMENT.exec(requirement.trim())?.[1]?.split(';')[0] ?? '';
  for (const clause of versions.replace(/^\((.*)\)$/, '$1').split(',')) {
    const [, operator, version = ''] = /^\s*(===?|~=)\s*v?([\d.]+[\w.*]*)\s*(?:--.*|\\)?$/.exec(clause) ?? [];
    if (operator === '~=' && version.split('.').length > 2) return lineRelease(version);
    if (operator === '==' || operator === '===') return exactRelease(version);
  }
  return undefined;
}

/** One line of TOML: a requirement in quotes, or Poetry's `nvflare = "2.8.1"` and `nvflare = { version = "~2.8" }`. */
function pinInToml(line: string): Release | undefined {
  if (/^\s*#/.test(line)) return undefined;
  const poetry = /^\s*nvflare\s*=\s*(?:\{.*?\bversion\s*=\s*)?["']([^"']*)["']/i.exec(line)?.[1];
  if (poetry !== undefined) return pinOfPoetry(poetry);
  for (const [, quoted = ''] of line.matchAll(/"([^"]*)"|'([^']*)'/g)) {
    const pin = pinOf(quoted);
    if (pin) return pin;
  }
  return undefined;
}

function pinOfPoetry(version: string): Release | undefined {
  if (/^~\d/.test(version)) return version.includes('.') ? lineRelease(version.slice(1)) : undefined;
  if (/^\d/.test(version)) return exactRelease(version);
  return pinOf(`nvflare${version}`);
}

/** `2.8.*` and `2.8` are no exact patch: they stand for the newest of the line. */
function exactRelease(version: string): Release | undefined {
  return version.includes('*') ? lineRelease(version) : parseRelease(version);
}

function lineRelease(version: string): Release | undefined {
  return parseRelease(version.split('.').slice(0, 2).join('.'));
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s)#.*$/, '');
}
