import type { DraftScalar } from '../../tree/draft';

/**
 * Places in an offered text at which the caret stops, as editors know them from snippets. They travel through the printers of the
 * formats as characters for private use, which no printer minds, and become a snippet or plain text at the end.
 */
const OPEN = '\uE000';
const MIDDLE = '\uE001';
const CLOSE = '\uE002';
/** As `OPEN`, of what is written without quotes: numbers, true and false. */
const BARE = '\uE003';
/** Of an object, a list of single values, and a list of objects in which nothing is yet. */
const EMPTY = { object: '\uE004', list: '\uE005', objects: '\uE006' } as const;

/** A text at which the caret stops, with what stands there at first. */
export function stop(number: number, text = ''): DraftScalar {
  return { kind: 'string', value: OPEN + number + MIDDLE + text + CLOSE };
}

/** The same as a key or a part of a text. */
export function stopText(number: number, text = ''): string {
  return OPEN + number + MIDDLE + text + CLOSE;
}

/** A number, true, false or null at which the caret stops. */
export function bareStop(number: number, text: string): DraftScalar {
  return { kind: 'string', value: BARE + number + MIDDLE + text + CLOSE };
}

/** An object or list with nothing but the caret in it. */
export function emptyStop(number: number, of: keyof typeof EMPTY): DraftScalar {
  return { kind: 'string', value: EMPTY[of] + number + CLOSE };
}

/** What an empty container is, and the number of its stop. */
export interface EmptyStop {
  readonly of: keyof typeof EMPTY;
  readonly stop: string;
}

/** Writes the empty containers of a printed text, which stand there as texts in quotes or without. */
export function fillEmpty(text: string, write: (empty: EmptyStop, offset: number) => string): string {
  return text.replace(/"?([\uE004-\uE006])(\d+)\uE002"?/g, (_, mark: string, number: string, offset: number) => {
    const of = mark === EMPTY.object ? 'object' : mark === EMPTY.list ? 'list' : 'objects';
    return write({ of, stop: stopText(Number(number)) }, offset);
  });
}

/** Puts what stands between a key and an object in front of empty objects, instead of what stands in front of other values. */
export function withObjects(text: string, assign: string, assignObject: string): string {
  return text.replaceAll(`${assign}"${EMPTY.object}`, `${assignObject}"${EMPTY.object}`);
}

/** Takes the quotes away from what is to have none. */
export function bared(text: string): string {
  return text.replace(/"?\uE003(\d+\uE001[^\uE002]*\uE002)"?/g, `${OPEN}$1`);
}

/** Puts quotes around the texts that need them, where a printer took the marks for plain characters. */
export function requoted(text: string, quote: (text: string) => string): string {
  return text.replace(
    /(.?)\uE000(\d+)\uE001([^\uE002]*)\uE002(?=(.?))/gs,
    (all, before: string, number: string, inner: string, after: string) => {
      const isAlone = (before === '' || /[\s,[{]/.test(before)) && (after === '' || /[\s,\]}:]/.test(after));
      const quoted = isAlone ? quote(inner) : inner;
      if (quoted === inner || quoted.slice(1, -1) !== inner) return all;
      return before + quoted.charAt(0) + stopText(Number(number), inner) + quoted.charAt(0);
    },
  );
}

/** The text with what stands at the stops at first. */
export function withoutStops(text: string): string {
  return text.replace(/[\uE000\uE003]\d+\uE001([^\uE002]*)\uE002/g, '$1');
}

/** Whether a whole text of a draft is written without quotes. */
export function isBare(text: string): boolean {
  return text.startsWith(BARE);
}

/** What an empty container in the place of a text is. */
export function emptyKind(text: string): keyof typeof EMPTY | undefined {
  const mark = text.charAt(0);
  return mark === EMPTY.object ? 'object' : mark === EMPTY.list ? 'list' : mark === EMPTY.objects ? 'objects' : undefined;
}

/** Whether the caret stops anywhere in the text. */
export function hasStops(text: string): boolean {
  return text.includes(OPEN);
}

/** Whether there is a stop at which nothing stands. */
export function hasEmptyStop(text: string): boolean {
  return text.includes(MIDDLE + CLOSE);
}

/** The text as a snippet of VS Code. */
export function snippetOf(text: string): string {
  return text
    .replace(/[\\$]/g, '\\$&')
    .replace(/\uE000(\d+)\uE001([^\uE002]*)\uE002/g, (_, number: string, inner: string) =>
      inner === '' ? `$${number}` : `\${${number}:${inner.replaceAll('}', '\\}')}}`,
    );
}
