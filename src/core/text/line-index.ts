/** A position as editors and reports count it: both from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Turns offsets of one text into lines and characters and back. `\n`, `\r\n` and a lone `\r` end a line. A byte-order mark at the start
 * is no character of the first line: editors do not show it, and count what is behind it from 0.
 */
export class LineIndex {
  readonly #text: string;
  /** Made when it is first asked for; most texts have no finding whose line anybody wants to know. */
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const starts = this.#lineStarts();
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: Math.max(0, clamped - (starts[low] as number)) };
  }

  /** Positions outside the text are moved to its nearest end. */
  offsetAt(position: Position): number {
    const starts = this.#lineStarts();
    if (position.line < 0) return starts[0] as number;
    const start = starts[position.line];
    if (start === undefined) return this.#text.length;
    return Math.min(start + Math.max(0, position.character), starts[position.line + 1] ?? this.#text.length);
  }

  #lineStarts(): readonly number[] {
    if (this.#starts) return this.#starts;
    const text = this.#text;
    const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    return starts;
  }
}
