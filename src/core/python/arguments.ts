import { CloseParenthesis, Comma, Dot, Equals, endOfName, nameAt, Star } from './characters';
import { AtComma, readExpression } from './expressions';
import type { Lines } from './lines';
import { skipBlank } from './lines';
import type { PythonArgument } from './module';

/** What stood between parentheses, and the offset behind the closing one, or where the reader gave up. */
interface Listed {
  readonly items: readonly PythonArgument[];
  readonly end: number;
}

/** The arguments of a call or class header, read from behind the opening parenthesis. Never fails. */
export function readArguments(lines: Lines, start: number): Listed {
  const { text } = lines;
  const items: PythonArgument[] = [];
  for (let i = start; ; ) {
    i = skipBlank(lines, i, true);
    const c = text.charCodeAt(i);
    if (c === CloseParenthesis) return { items, end: i + 1 };
    if (i >= text.length || i === lines.gaveUpAt) return { items, end: i };
    let name = '';
    let stars: 0 | 1 | 2 = 0;
    if (c === Star) stars = text.charCodeAt(i + 1) === Star ? 2 : 1;
    else name = argumentName(lines, i);
    const valueStart = stars > 0 ? i + stars : name ? text.indexOf('=', i) + 1 : i;
    const { expression, stop } = readExpression(lines, valueStart, AtComma, true);
    if (expression) items.push({ start: expression.start, end: expression.end, text: expression.text, name, stars });
    if (stop === lines.gaveUpAt) {
      return { items: items.filter((item) => item.start < stop), end: stop };
    }
    i = text.charCodeAt(stop) === Comma ? stop + 1 : stop;
    if (stop < text.length && text.charCodeAt(stop) !== Comma && text.charCodeAt(stop) !== CloseParenthesis) i++;
  }
}

function argumentName(lines: Lines, start: number): string {
  const { text } = lines;
  const end = endOfName(text, start);
  if (end === start || text.charCodeAt(end) === Dot) return '';
  const i = skipBlank(lines, end, true);
  if (i === lines.gaveUpAt || text.charCodeAt(i) !== Equals || text.charCodeAt(i + 1) === Equals) return '';
  return nameAt(text, start, end);
}
