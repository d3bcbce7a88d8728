import type { Analysis } from '../analyze';

/** What an assistant needs of a checked job. What apps run is only spoken of where the host has loaded that. */
export type Checked = Pick<Analysis, 'job' | 'wiring'>;
