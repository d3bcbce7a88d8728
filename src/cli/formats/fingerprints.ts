import { nodeHash } from '../node/hash';

/** Enough digits of a hash to tell all findings of a repository from one another. */
const DIGITS = 32;

/**
 * Makes the mark of a finding from what it is, its place left out: it stays the same when the finding moves in its file. A number
 * behind it counts those that only their places tell apart.
 */
export async function fingerprinter(): Promise<(facts: readonly string[]) => string> {
  const newHash = await nodeHash();
  const seen = new Map<string, number>();
  return (facts) => {
    const hash = newHash();
    hash.update(new TextEncoder().encode(JSON.stringify(facts)));
    const mark = hash.digest().slice(0, DIGITS);
    const number = (seen.get(mark) ?? 0) + 1;
    seen.set(mark, number);
    return `${mark}:${number}`;
  };
}
