import type { PreviewModel, PreviewTarget } from '../../core/assist/index';

/** What the parts of the page may ask for. */
export interface Page {
  readonly model: PreviewModel;
  /** The site whose options are shown, if one was chosen. */
  readonly site: string | null;
  /** The sites that the filter leaves, as indexes of the model's list. */
  readonly shown: readonly number[];
  reveal(target: PreviewTarget, event: Event): void;
  explain(code: string): void;
  select(site: string | null): void;
}
