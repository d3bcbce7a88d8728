/**
 * A path as it can be typed into a shell: in quotes where one would take it apart or put something in its place, and never taken for
 * an option. Double quotes, which every shell knows, where they are enough.
 */
export function shellWord(path: string): string {
  const word = path.startsWith('-') ? `./${path}` : path;
  if (/^[\w./:\\-]+$/.test(word)) return word;
  return /["$`!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
