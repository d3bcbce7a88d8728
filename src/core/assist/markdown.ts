/** Text of a user as Markdown code, whatever characters it has. */
export function code(text: string): string {
  const shown = text.replace(/\s+/g, ' ').slice(0, 200);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown === '' || shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A text of several lines as a block of code, in a fence that is longer than all in the text. */
export function fenced(language: string, text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A list of names as a sentence has it, the rest of a long one counted. */
export function names(list: readonly string[], most = 8): string {
  const shown = list.slice(0, most).map(code);
  const rest = list.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
