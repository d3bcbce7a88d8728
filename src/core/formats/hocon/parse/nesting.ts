import type { Cursor } from './cursor';

/**
 * Python stops after 1,000 nested calls. What pyparsing nests for each bracket was measured with Python 3.11; the server's own
 * calls take some more, so that what lies just below the limit may be too deep as well.
 */
const HEAVIEST = 940;
/** What one level takes of the stack: brackets, braces behind a key, a step of a key path. */
export const LIST_WEIGHT = 16;
export const DIRECT_OBJECT_WEIGHT = 21;
export const STEP_WEIGHT = 2;
/** `to_dict` nests one call for each level of the value. */
const DEEPEST = 900;
/** Goes so many steps down, unless Python could not. */
export function enter(cursor: Cursor, weight: number, steps: number): boolean {
  if (cursor.weight + weight > HEAVIEST || cursor.depth + steps > DEEPEST) {
    cursor.refuse('values are nested too deeply for pyhocon', cursor.at, cursor.at + 1);
    return false;
  }
  cursor.weight += weight;
  cursor.depth += steps;
  return true;
}

/** Comes up again. */
export function leave(cursor: Cursor, weight: number, steps: number): void {
  cursor.weight -= weight;
  cursor.depth -= steps;
}
