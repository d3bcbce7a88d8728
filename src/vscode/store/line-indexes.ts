import { LineIndex } from '../../core/index';
import type { OpenJob } from '../open-job';

/** Where the lines of the files of jobs begin: worked out once for each text of a file. */
export class LineIndexes {
  readonly #known = new Map<string, Map<string, { readonly text: string; readonly lines: LineIndex }>>();

  /** Lines and characters of a file of a job; those of an empty text where there is none. */
  of(job: OpenJob, file: string): LineIndex {
    const source = job.analysis.job.sources.texts.get(file);
    const text = source?.kind === 'text' ? source.text : '';
    const key = job.uri.toString();
    const files = this.#known.get(key) ?? new Map();
    this.#known.set(key, files);
    const known = files.get(file);
    if (known?.text === text) return known.lines;
    const lines = new LineIndex(text);
    files.set(file, { text, lines });
    return lines;
  }

  forget(job: OpenJob): void {
    this.#known.delete(job.uri.toString());
  }
}
