import type { PreviewModel } from '../../../../core/assist/index';
import type { SectionHost } from '../../section';

/** What the parts of the overview draw, and may ask for. */
export interface OverviewPage extends Pick<SectionHost<'overview'>, 'reveal' | 'explain'> {
  readonly model: PreviewModel;
  /** The site whose options are shown, if one was chosen. */
  readonly site: string | null;
  /** The sites that the filter leaves, as indexes of the model's list. */
  readonly shown: readonly number[];
  select(site: string | null): void;
}
