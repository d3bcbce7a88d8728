import type { Difference } from '../../core/review/index';
import type { Locate, PlaceReport } from '../report';

/** What `diff --format json` writes. Places are written as in the report of `check`. */
export interface ShownDiff {
  readonly version: 1;
  readonly before: string;
  readonly after: string;
  /** Whether less is kept at the sites than before. */
  readonly lessProtected: boolean;
  /** Removed protection first. */
  readonly differences: readonly ShownDifference[];
}

export interface ShownDifference {
  readonly group: string;
  readonly kind: Difference['kind'];
  /** `less`, `more` or `other` where it is about protection. */
  readonly protection: 'less' | 'more' | 'other' | null;
  readonly text: string;
  /** Where it stands in the first job, and in the second. */
  readonly before: PlaceReport | null;
  readonly after: PlaceReport | null;
}

/** The two jobs as they are written. */
export interface DiffPage {
  readonly before: { readonly title: string; readonly locate: Locate };
  readonly after: { readonly title: string; readonly locate: Locate };
}

/** Differences as programs read them. */
export function shownDiff(differences: readonly Difference[], page: DiffPage): ShownDiff {
  return {
    version: 1,
    before: page.before.title,
    after: page.after.title,
    lessProtected: differences.some(({ protection }) => protection === 'less'),
    differences: differences.map(({ group, kind, protection, text, before, after }) => ({
      group,
      kind,
      protection: protection ?? null,
      text,
      before: before ? page.before.locate(before) : null,
      after: after ? page.after.locate(after) : null,
    })),
  };
}
