import type { Finding, Range } from '../../core/index';

/** A finding that covers more of the text than this is looked at for every place; the others are found by where they begin. */
const WIDE = 1000;

/** Finds what bears on places of one file and on apps, for very many sites and findings. Answers with their numbers, in order. */
export class FindingsNear {
  readonly #findings: readonly Finding[];
  readonly #wide: readonly number[];
  /** By the place where they begin. */
  readonly #narrow: readonly number[];
  readonly #ofApp = new Map<string, number[]>();

  constructor(findings: readonly Finding[], file: string) {
    this.#findings = findings;
    const inFile = [...findings.keys()].filter((index) => findings[index]?.file === file);
    const isWide = (index: number) => this.#rangeOf(index).end - this.#rangeOf(index).start > WIDE;
    this.#wide = inFile.filter(isWide);
    this.#narrow = inFile.filter((index) => !isWide(index)).sort((a, b) => this.#rangeOf(a).start - this.#rangeOf(b).start);
    findings.forEach((finding, index) => {
      const slash = finding.file.indexOf('/');
      if (slash <= 0 || finding.file === file) return;
      const app = finding.file.slice(0, slash);
      const known = this.#ofApp.get(app);
      if (known) known.push(index);
      else this.#ofApp.set(app, [index]);
    });
  }

  /** Those that overlap one of the ranges, and those in files of the app. */
  of(ranges: readonly Range[], app: string | undefined): readonly number[] {
    const found = new Set<number>(app === undefined ? [] : this.#ofApp.get(app));
    for (const range of ranges) {
      for (const index of this.#wide) if (overlap(range, this.#rangeOf(index))) found.add(index);
      for (let i = this.#firstFrom(range.start - WIDE); i < this.#narrow.length; i++) {
        const index = this.#narrow[i] as number;
        const at = this.#rangeOf(index);
        if (at.start >= range.end) break;
        if (overlap(range, at)) found.add(index);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#narrow.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rangeOf(this.#narrow[middle] as number).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rangeOf(index: number): Range {
    return (this.#findings[index] as Finding).range;
  }
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
