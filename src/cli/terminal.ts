import type { Severity } from '../core/index';
import type { Host } from './host';

/** Marks a text up for people; without colours the text stays as it is. */
export interface Styles {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  severity(severity: Severity, text: string): string;
}

const CODES: { readonly [severity in Severity]: string } = { error: '31', warning: '33', info: '34', hint: '36' };

/** Colours only for a terminal that knows them, or where `FORCE_COLOR` asks for them, and never where `NO_COLOR` asks for none. */
export function stylesFor({ terminal, env }: Pick<Host, 'terminal' | 'env'>): Styles {
  const hasColours = !env['NO_COLOR'] && (forcedBy(env) ?? (terminal.out && env['TERM'] !== 'dumb'));
  const paint = (code: string) => (text: string) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    bold: paint('1'),
    dim: paint('2'),
    good: paint('32'),
    severity: (severity, text) => paint(`1;${CODES[severity]}`)(text),
  };
}

/** What `FORCE_COLOR` asks for, if anything: the systems that run builds set it, as their logs show colours but are no terminals. */
function forcedBy({ FORCE_COLOR: text }: Host['env']): boolean | undefined {
  return text === undefined || text === '' ? undefined : text !== '0' && text !== 'false';
}

/**
 * A text from a user's file or disk, safe to be shown: characters that move the cursor, change colours or turn the direction
 * of writing are shown by their number.
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * A text of many lines that is a file of the user and no report of ours, as it goes to the standard output: just as it is where a
 * program or a file takes it, and safe to be shown where that is a terminal.
 */
export function asOutput({ terminal }: Pick<Host, 'terminal'>, text: string): string {
  if (!terminal.out) return text;
  return text.replace(/[^\t\r\n]+|\r(?!\n)/g, visible);
}

/** Control characters, lone line ends, and the marks that turn the direction of writing. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Tells a person something that is no part of the report. The message may hold names from the disk. */
export function notify(host: Pick<Host, 'warn'>, message: string): void {
  host.warn(`flare-jobs: ${visible(message)}\n`);
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}|\u200d/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** East Asian wide characters and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The length of the longest text. Arguments of a call are too few for the sites of a large job. */
export function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

/** A number with what is counted: `1 job`, `10,000 jobs`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A count with its thousands apart: `10,000`. `toLocaleString` would load the data of all languages first, which takes 10 ms. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
