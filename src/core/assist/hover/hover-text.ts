import type { Place, Range } from '../../text/range';

/** What there is to say of a place. */
export interface Hover {
  readonly range: Range;
  /** Markdown paragraphs without links; texts of the user stand in code spans. */
  readonly paragraphs: readonly string[];
  /** Other places of the same thing, for links. */
  readonly places: readonly (Place & { readonly title: string })[];
  /** Whether it is no more than a schema says, which an editor may show by itself. */
  readonly isFromSchema?: true;
}
