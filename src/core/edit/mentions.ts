import type { JobSources } from '../job/sources';
import type { Place } from '../text/range';
import type { EditNote } from './plan';

/** Custom code is looked at as text; what it does with a name only its author knows. */
const MOST_PLACES = 50;

/** A note about custom code that holds the name as a text of its own, as far as the code was read; none where no code does. */
export function mentions({ texts }: JobSources, name: string): readonly EditNote[] {
  const places: Place[] = [];
  for (const [file, source] of texts) {
    if (source.kind !== 'text' || !file.endsWith('.py')) continue;
    for (const range of quotedPlaces(source.text, name)) if (places.length < MOST_PLACES) places.push({ file, range });
  }
  if (places.length === 0) return [];
  const files = [...new Set(places.map(({ file }) => file))];
  const where = files.length === 1 ? files[0] : `${files.length} Python files`;
  return [{ message: `"${name}" also stands in ${where}, which was not changed.`, places }];
}

/** Where a Python text has the name between quotes, comments left out. */
function* quotedPlaces(text: string, name: string): Generator<Place['range']> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const quote = text[at - 1];
    const end = at + name.length;
    if ((quote !== '"' && quote !== "'") || text[end] !== quote) continue;
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at - 1);
    if (!isComment(line)) yield { start: at, end };
  }
}

/** Whether a line is in a comment where it ends; a number sign between quotes begins none. */
function isComment(line: string): boolean {
  return line.replace(/"[^"]*"|'[^']*'/g, '').includes('#');
}
