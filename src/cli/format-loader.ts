import { type Formats, formatsFor, LIGHT_FORMATS, withWriters } from '../core/index';
import { loadFormat } from '../load-format';

/** Gives the formats that files need; each is loaded when the first file of it is met. */
export interface FormatLoader {
  formatsFor(files: Iterable<string>): Promise<Formats>;
}

/** A loader for a run that changes files loads the writers too. */
export function formatLoader(changesFiles = false): FormatLoader {
  let formats = LIGHT_FORMATS;
  return {
    async formatsFor(files) {
      formats = await formatsFor(files, changesFiles ? await withWriters(formats, loadFormat) : formats, loadFormat);
      return formats;
    },
  };
}
