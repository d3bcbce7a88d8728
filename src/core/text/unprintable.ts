/**
 * Control characters but tab and line ends, and the marks that turn the direction of writing: a text of a job may hold them to look
 * like something else, or to give orders to a terminal. Also halves of characters and what is none, which no XML may hold.
 */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** The text with � for each such character and plain line ends, for pages and drawings. */
export function printable(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNPRINTABLE, '\ufffd');
}
