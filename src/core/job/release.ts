/** A release of NVFLARE. A patch that nobody named counts as the newest of its line. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The newest release whose rules are known here, and the one assumed when nothing says otherwise. */
export const NEWEST: Release = { major: 2, minor: 9, patch: Number.POSITIVE_INFINITY };
/** The release lines whose behaviour is known here, oldest first. */
export const KNOWN_RELEASES: readonly string[] = ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9'];

/**
 * Reads `2.9`, `2.7.2`, `v2.8.0rc1`. A release newer than any known one counts as the newest known, an older one as the
 * oldest; `undefined` for anything that is not a version.
 */
export function parseRelease(text: string): Release | undefined {
  const match = /^\s*v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  if (!match) return undefined;
  const release = {
    major: Number(match[1]),
    minor: Number(match[2]),
    patch: match[3] === undefined ? Number.POSITIVE_INFINITY : Number(match[3]),
  };
  if (compare(release, NEWEST) > 0) return NEWEST;
  return compare(release, { major: 2, minor: 1, patch: 0 }) < 0 ? { major: 2, minor: 1, patch: 0 } : release;
}

/** Whether the release is the named one or a later one: `isSince(target, '2.7.2')`. */
export function isSince(release: Release, first: string): boolean {
  return compare(release, FIRSTS.get(first) ?? firstOf(first)) >= 0;
}

/** The first release of that name: without a patch it is patch 0. */
function firstOf(name: string): Release {
  const [major = 0, minor = 0, patch = 0] = name.split('.').map(Number);
  return { major, minor, patch };
}

/** The releases that rules ask for, taken apart once: they ask on every keystroke. */
const FIRSTS: ReadonlyMap<string, Release> = new Map([...KNOWN_RELEASES, '2.7.2'].map((name) => [name, firstOf(name)]));

/** `2.9`, or `2.7.1` where a patch was named. */
export function releaseName(release: Release): string {
  const line = lineOf(release);
  return Number.isFinite(release.patch) ? `${line}.${release.patch}` : line;
}

/** The release line: `2.9`. */
export function lineOf(release: Release): string {
  return `${release.major}.${release.minor}`;
}

/** Whether two releases are one. */
export function isSameRelease(a: Release, b: Release): boolean {
  return compare(a, b) === 0;
}

function compare(a: Release, b: Release): number {
  return a.major - b.major || a.minor - b.minor || (a.patch === b.patch ? 0 : a.patch - b.patch);
}
