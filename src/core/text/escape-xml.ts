import { printable } from './unprintable';

/** A text that XML and HTML read as itself, in elements and attributes. What XML has no way to say, or nobody sees, is shown as �. */
export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
