import { own } from '../text/own';

/**
 * Which releases have which classes, as `schemas/catalog/nvflare-history.json` holds it. Made from the catalogues by `npm run catalog`,
 * never by hand. Paths leave out `nvflare.` wherever they stand.
 */
export interface HistoryData {
  /** The release lines that there are catalogues of, oldest first. */
  readonly releases: readonly string[];
  /**
   * By module: by the releases, as the digits of their places in the list (`02` for the first and the third): names of classes and
   * functions. What every release has is left out.
   */
  readonly paths: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What is at another path in the release after its last one. */
  readonly moved: Readonly<Record<string, string>>;
  /** What is gone, and the class of the release after its last one that came for it: new there, of the same kind, and named by words of it. */
  readonly instead: Readonly<Record<string, string>>;
}

/** The history of NVFLARE's classes over the releases that are known here. */
export interface ClassHistory {
  readonly data: HistoryData;
}

const ROOT = 'nvflare.';

/** Hosts hand over the parsed file. */
export function readHistory(data: HistoryData): ClassHistory {
  return { data };
}

/** The release lines that have a class or function at a path, oldest first; none where no release has it or each of them does. */
export function releasesWith({ data }: ClassHistory, path: string): readonly string[] {
  const short = path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
  const dot = short.lastIndexOf('.');
  const module = short.slice(0, Math.max(dot, 0));
  const byPlaces = Object.hasOwn(data.paths, module) ? data.paths[module] : {};
  const name = short.slice(dot + 1);
  const [places = ''] = Object.entries(byPlaces ?? {}).find(([, names]) => names.includes(name)) ?? [];
  return [...places].flatMap((place) => data.releases[Number(place)] ?? []);
}

/** Where something of an earlier release is later: `moved` leads to the same class, `instead` to one that came for it. */
export interface Successor {
  readonly path: string;
  readonly how: 'moved' | 'instead';
}

/** What became of a class; `isThere` tells which paths the release in question has. */
export function successorOf({ data }: ClassHistory, path: string, isThere: (path: string) => boolean): Successor | undefined {
  const seen = new Set<string>();
  let how: Successor['how'] = 'moved';
  for (let short = path.slice(ROOT.length); !seen.has(short); ) {
    seen.add(short);
    const moved = own(data.moved, short);
    const next = moved ?? own(data.instead, short);
    if (next === undefined) return undefined;
    if (moved === undefined) how = 'instead';
    if (isThere(ROOT + next)) return { path: ROOT + next, how };
    short = next;
  }
  return undefined;
}

/** `2.3`, `2.3 and 2.4`, `2.3 to 2.8`, `2.3 to 2.5, 2.8`: runs of the list of all releases are drawn together. */
export function releaseRuns({ data }: ClassHistory, releases: readonly string[]): string {
  const runs: string[][] = [];
  let before = -2;
  for (const release of releases) {
    const place = data.releases.indexOf(release);
    if (place === before + 1) runs.at(-1)?.push(release);
    else runs.push([release]);
    before = place;
  }
  return runs.map((run) => (run.length < 3 ? run.join(' and ') : `${run[0]} to ${run.at(-1)}`)).join(', ');
}
