const Quote = 34;
const Backslash = 92;

/** Whether the next quote on the line ends the text that the caret is in, and does not begin another one. */
export function isOwnQuote(text: string, caret: number): boolean {
  let count = 0;
  for (let at = caret; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
    if (code === Backslash) at++;
    else if (code === Quote) count++;
  }
  return count % 2 === 1;
}
