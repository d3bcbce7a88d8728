import { printable } from './unprintable';

/**
 * A text that mermaid shows as it is. Mermaid has codes for what would end a text, begin a tag, or begin a directive, which it obeys
 * wherever it stands (`%%{init: …}%%`).
 */
export function escapeMermaid(text: string): string {
  const codes = text.replace(/[#"<>&\\`|;%]/g, (letter) => `#${letter.charCodeAt(0)};`);
  return printable(codes.replace(/\s+/g, ' '));
}
