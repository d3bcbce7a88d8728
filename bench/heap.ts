// P11: the memory that the document of an open file holds besides its text. Needs --expose-gc.
import { parseTree } from 'jsonc-parser';
import { type ConfigDocument, LIGHT_FORMATS, readConfig } from '../src/core/index';
import { metaText } from './support/meta-text';
import { hand } from './support/result';

const SIZES = [100, 10_000];

hand(
  SIZES.map((sites) => {
    const copies = Math.max(1, Math.round(20_000 / sites));
    // Each copy has a text of its own, as open files have.
    const texts = Array.from({ length: copies }, (_, i) => `${metaText({ sites, apps: 4 })}${' '.repeat(i)}`);
    const ours = () => held(texts, (text): ConfigDocument => readConfig(LIGHT_FORMATS, 'json', text));
    const peer = held(texts, (text) => parseTree(text));
    const [first, second] = [ours(), ours()];
    return {
      goal: 'P11',
      at: `${sites.toLocaleString('en')} sites`,
      ratios: [first / peer],
      again: [second / first],
      size: `${(first / copies / (texts[0]?.length ?? 1)).toFixed(1)} bytes for each of the text`,
    };
  }),
);

/** The bytes that the results keep, when all else is gone. */
function held<T>(texts: readonly string[], read: (text: string) => T): number {
  // The first reading flattens the texts and makes the code.
  read(texts[0] ?? '');
  collect();
  const before = process.memoryUsage().heapUsed;
  const results = texts.map(read);
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  if (results.length !== texts.length) throw new Error('the results are kept until here');
  return bytes;
}

/** What dies while the first round looks is only found by the second. */
function collect(): void {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
}
