import type { Arguments, OptionSpec } from '../arguments';
import type { Host } from '../host';
import { jsonText } from '../json-text';
import { type Styles, stylesFor } from '../terminal';

/** The option that says whether people or programs read what is shown of a job. */
export const SHOWN_FORMAT: OptionSpec = {
  name: 'format',
  short: 'f',
  value: 'FORMAT',
  choices: ['human', 'json'],
  help: 'how to show it (human)',
};

/** Writes what a command shows, in the format that was asked for. */
export function writeShown(host: Host, { values }: Arguments, shown: object, human: (styles: Styles) => string): void {
  if (values.get(SHOWN_FORMAT.name) === 'json') writeJson(host, shown);
  else host.write(human(stylesFor(host)));
}

/** Writes what programs read. */
export function writeJson(host: Host, shown: object): void {
  host.write(`${jsonText(shown, 2)}\n`);
}
