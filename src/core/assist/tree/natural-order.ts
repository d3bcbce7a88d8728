/** Compares two paths as the Explorer orders them: `job-2` comes before `job-10`. Negative where `a` comes first. */
export function inNaturalOrder(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  while (isDigit(a.charCodeAt(at - 1))) at--;
  const areNumbers = isDigit(a.charCodeAt(at)) && isDigit(b.charCodeAt(at));
  return (areNumbers && numberAt(a, at) - numberAt(b, at)) || (a < b ? -1 : a > b ? 1 : 0);
}

function numberAt(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return Number(text.slice(start, end));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
