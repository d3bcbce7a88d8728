import { isLineEnd } from './characters';

/** pyparsing turns tabs into blanks before it parses, up to the next of these columns (`str.expandtabs`). */
const TAB_STOP = 8;

/**
 * Cuts pieces out of one text as pyparsing sees them: with blanks for tabs. Pieces are cut from left to right,
 * or the columns of a line are counted anew.
 */
export class TabExpander {
  readonly #text: string;
  readonly hasTabs: boolean;
  #at = 0;
  #column = 0;

  constructor(text: string) {
    this.#text = text;
    this.hasTabs = text.includes('\t');
  }

  slice(start: number, end: number): string {
    if (!this.hasTabs) return this.#text.slice(start, end);
    const piece = this.#text.slice(start, end);
    if (!piece.includes('\t')) return piece;
    this.#moveTo(start);
    let result = '';
    let from = start;
    for (let tab = this.#text.indexOf('\t', start); tab !== -1 && tab < end; tab = this.#text.indexOf('\t', tab + 1)) {
      result += this.#text.slice(from, tab) + ' '.repeat(this.widthAt(tab));
      from = tab + 1;
    }
    return result + this.#text.slice(from, end);
  }

  /** How many blanks stand for the tab at this offset. */
  widthAt(tab: number): number {
    this.#moveTo(tab);
    return TAB_STOP - (this.#column % TAB_STOP);
  }

  #moveTo(offset: number): void {
    if (offset < this.#at) this.#backToLineOf(offset);
    for (; this.#at < offset; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 9) this.#column += TAB_STOP - (this.#column % TAB_STOP);
      else if (isLineEnd(code)) this.#column = 0;
      else if (!this.#isSecondHalf(code)) this.#column++;
    }
  }

  #backToLineOf(offset: number): void {
    let start = offset;
    while (start > 0 && !isLineEnd(this.#text.charCodeAt(start - 1))) start--;
    this.#at = start;
    this.#column = 0;
  }

  /** Python counts characters, not UTF-16 units. */
  #isSecondHalf(code: number): boolean {
    if ((code & 0xfc00) !== 0xdc00) return false;
    return (this.#text.charCodeAt(this.#at - 1) & 0xfc00) === 0xd800;
  }
}
