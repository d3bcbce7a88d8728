import { createScanner, SyntaxKind } from '../formats/json/scanner';
import { type ConfigDocument, LIGHT_FORMATS } from '../index';

/**
 * Reads JSON in which comments may stand, as editors' own settings have them. A configuration of NVFLARE may have none, so the
 * reader of the format minds them; here they are taken for the blanks that they amount to.
 */
export function readWithComments(text: string): ConfigDocument {
  return { ...LIGHT_FORMATS.json.read(withBlanks(text)), text };
}

function withBlanks(text: string): string {
  const scanner = createScanner(text);
  let result = '';
  let end = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token !== SyntaxKind.LineCommentTrivia && token !== SyntaxKind.BlockCommentTrivia) continue;
    const start = scanner.getTokenOffset();
    const after = start + scanner.getTokenLength();
    result += text.slice(end, start) + text.slice(start, after).replace(/[^\r\n]/g, ' ');
    end = after;
  }
  return result + text.slice(end);
}
