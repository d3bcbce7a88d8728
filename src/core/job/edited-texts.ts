import type { JobSources, SourceText } from './sources';

type Texts = JobSources['texts'];

/**
 * The texts of a job of which one was typed in. It stands for a copy of the map, which would cost more than the check of a
 * keystroke where there are thousands of files.
 */
class EditedTexts implements Texts {
  readonly base: Texts;
  readonly file: string;
  readonly #source: SourceText;

  /** The file is one of the base. */
  constructor(base: Texts, file: string, source: SourceText) {
    this.base = base;
    this.file = file;
    this.#source = source;
  }

  get size(): number {
    return this.base.size;
  }

  get(file: string): SourceText | undefined {
    return file === this.file ? this.#source : this.base.get(file);
  }

  has(file: string): boolean {
    return this.base.has(file);
  }

  keys(): ReturnType<Texts['keys']> {
    return this.base.keys();
  }

  values(): ReturnType<Texts['values']> {
    return this.#copy().values();
  }

  entries(): ReturnType<Texts['entries']> {
    return this.#copy().entries();
  }

  [Symbol.iterator](): ReturnType<Texts['entries']> {
    return this.entries();
  }

  forEach(callback: (source: SourceText, file: string, texts: Texts) => void): void {
    for (const [file, source] of this.entries()) callback(source, file, this);
  }

  #copy(): Texts {
    return new Map(this.base).set(this.file, this.#source);
  }
}

/** The same job with another text in one file. The old sources stay as they are; all else in them stays the same object. */
export function withText(sources: JobSources, file: string, text: string): JobSources {
  const { texts } = sources;
  const base = texts instanceof EditedTexts && texts.file === file ? texts.base : texts;
  const source: SourceText = { kind: 'text', text };
  const isOver = base instanceof Map && base.has(file);
  return { ...sources, texts: isOver ? new EditedTexts(base, file, source) : new Map(base).set(file, source) };
}

/** The same job with other texts, or with more of them. */
export function withTexts(sources: JobSources, texts: Iterable<readonly [file: string, text: string]>): JobSources {
  const all = new Map(sources.texts);
  for (const [file, text] of texts) all.set(file, { kind: 'text', text });
  return { ...sources, texts: all };
}

/** The files whose texts may differ, in any order; `undefined` where that would have to be looked for. */
export function filesThatDiffer(before: Texts, after: Texts): readonly string[] | undefined {
  if (before === after) return [];
  const [was, is] = [baseOf(before), baseOf(after)];
  return was.base === is.base ? [...was.files, ...is.files] : undefined;
}

function baseOf(texts: Texts): { readonly base: Texts; readonly files: readonly string[] } {
  return texts instanceof EditedTexts ? { base: texts.base, files: [texts.file] } : { base: texts, files: [] };
}
