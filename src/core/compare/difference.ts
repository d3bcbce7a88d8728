import type { Place } from '../text/range';

/** Something that is otherwise in the second of two jobs. */
export interface Difference {
  /** What it is about, which is also a heading: `Protection`, `Sites`, `Server`. */
  readonly group: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Whether less or more is kept at the sites; `undefined` where that is not what it is about. */
  readonly protection: 'less' | 'more' | 'other' | undefined;
  /** In few words: `rounds 10 → 50`. */
  readonly text: string;
  /** Where it stands in the first job, and in the second. */
  readonly before: Place | undefined;
  readonly after: Place | undefined;
}

/** The names of sites, of many the first ones and how many there are. */
export function someSites(sites: readonly string[]): string {
  const most = 12;
  return sites.length > most ? `${sites.slice(0, most).join(', ')} and ${sites.length - most} more` : sites.join(', ');
}

/** Groups in the order in which they are read. Those of apps come after these. */
export const GROUPS = { protection: 'Protection', sites: 'Sites', job: 'Job' } as const;

/** The first of all is protection that was taken away; groups stay together, in the order in which they are first met. */
export function inOrder(differences: readonly Difference[]): readonly Difference[] {
  const groups = [...new Set([...Object.values(GROUPS), ...differences.map(({ group }) => group)])];
  const rank = ({ protection }: Difference) =>
    protection === 'less' ? 0 : protection === 'other' ? 1 : protection === 'more' ? 2 : 3;
  return [...differences].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || rank(a) - rank(b));
}
