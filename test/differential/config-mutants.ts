import fc from 'fast-check';
import type { Plain } from '../../src/core/tree/query';

/** Turns a value into one that is wrong somewhere; of no effect where the place that it means is not there. */
export type Mutation = (value: Plain) => Plain;

const ODD: readonly Plain[] = [
  null,
  '',
  'x',
  'a.b',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  ['x'],
  [''],
  [1],
  { path: 'x.y' },
  '{nope}',
  '{a:b=1}',
];

/** One change at one place. The numbers choose among the places and the ways that the value has. */
interface Change {
  readonly at: number;
  readonly how: 'delete' | 'odd' | 'rename' | 'repeat' | 'misspell' | 'borrow' | 'wrap';
  readonly with: number;
}

/** One to three changes of a configuration; shrinks to fewer. */
export const MUTATION: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.nat(9999),
    how: fc.constantFrom<Change['how'][]>('delete', 'odd', 'rename', 'repeat', 'misspell', 'borrow', 'wrap'),
    with: fc.nat(9999),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Makes the changes, one after the other. */
export function mutate(value: Plain, changes: readonly Change[]): Plain {
  return changes.reduce(change, value);
}

/** A place below the top of a value, as keys and positions. */
type Path = readonly (string | number)[];

function change(value: Plain, { at, how, with: choice }: Change): Plain {
  const paths = [...pathsOf(value)];
  const path = paths[at % paths.length];
  if (!path) return value;
  const old = valueAt(value, path);
  switch (how) {
    case 'delete':
      return edited(value, path, () => undefined);
    case 'odd':
      return edited(value, path, () => [ODD[choice % ODD.length] as Plain]);
    case 'repeat':
      return edited(value, path, (same) => [same, same]);
    case 'wrap':
      return edited(value, path, (same) => [choice % 2 ? [same] : { value: same }]);
    case 'borrow': {
      const other = paths[choice % paths.length];
      return other ? edited(value, path, () => [valueAt(value, other)]) : value;
    }
    case 'misspell':
      return typeof old === 'string' ? edited(value, path, () => [misspelt(old, choice)]) : value;
    case 'rename': {
      const key = path.at(-1);
      if (typeof key !== 'string') return value;
      const parent = valueAt(value, path.slice(0, -1)) as Readonly<Record<string, Plain>>;
      const renamed = Object.entries(parent).map(([each, item]) => [each === key ? misspelt(key, choice) : each, item]);
      return path.length === 1
        ? Object.fromEntries(renamed)
        : edited(value, path.slice(0, -1), () => [Object.fromEntries(renamed)]);
    }
  }
}

function* pathsOf(value: Plain): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Array.isArray(value) ? [...value.entries()] : Object.entries(value)) {
    yield [key];
    for (const below of pathsOf(item as Plain)) yield [key, ...below];
  }
}

function valueAt(value: Plain, path: Path): Plain {
  return path.reduce((inside, key) => (inside as Record<string | number, Plain>)[key] as Plain, value);
}

/** Writes none, one or several values in the place of one; several only in lists. */
function edited(value: Plain, [key, ...rest]: Path, to: (old: Plain) => readonly Plain[] | undefined): Plain {
  const replace = (old: Plain) => (rest.length > 0 ? [edited(old, rest, to)] : (to(old) ?? []));
  if (Array.isArray(value)) return value.flatMap((item: Plain, i): readonly Plain[] => (i === key ? replace(item) : [item]));
  const entries = Object.entries(value as Readonly<Record<string, Plain>>);
  return Object.fromEntries(
    entries.flatMap(([each, item]): (readonly [string, Plain])[] =>
      each === key
        ? replace(item)
            .slice(0, 1)
            .map((made) => [each, made] as const)
        : [[each, item]],
    ),
  );
}

/** The text with one letter left out, twice, or changed. */
export function misspelt(word: string, choice: number): string {
  const at = choice % Math.max(word.length, 1);
  const letter = String.fromCharCode(97 + (choice % 26));
  return [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + (word[at] ?? 'x') + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
  ][choice % 3] as string;
}
