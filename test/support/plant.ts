import type { AppConfig } from '../../src/core/job/config/app-config';
import type { ComponentDef } from '../../src/core/job/config/components';
import type { KnownClass } from '../../src/core/job/config/known-class';
import type { Wiring } from '../../src/core/job/config/wiring';
import type { Job } from '../../src/core/job/model';
import type { Range } from '../../src/core/text/range';
import type { TextEdit } from '../../src/core/text/text-edit';
import { type Entry, keyRange, type StringNode } from '../../src/core/tree/node';

/** One fault in one file of a job. */
export interface Planting {
  readonly file: string;
  readonly edit: TextEdit;
  /** What must be reported, or be named as a place that belongs to it; in the text before the edit. */
  readonly place: Range;
}

/** A kind of fault: the rule that must find it, and where it can be planted in a job. */
export interface Fault {
  readonly name: string;
  readonly code: string;
  /** Codes of errors that the same fault causes elsewhere. */
  readonly causes: readonly string[];
  plant(job: Job, wiring: Wiring, random: Random): Iterable<Planting>;
}

/** A number from 0 up to, not including, a limit; the same sequence for the same seed (mulberry32). */
export type Random = (limit: number) => number;

/** Makes a sequence of random numbers. */
export function seeded(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A word with one letter twice, left out, changed, or swapped with its neighbour; never one of those that are taken. */
export function misspell(word: string, random: Random, isTaken: (word: string) => boolean): string | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const at = random(word.length);
    const letter = String.fromCharCode(97 + random(26));
    const wrong = [
      word.slice(0, at) + (word[at] ?? '') + word.slice(at),
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ][random(4)];
    if (wrong && wrong !== word && /^[A-Za-z_]\w*$/.test(wrong) && !isTaken(wrong)) return wrong;
  }
  return undefined;
}

/** Writes a text in the place of one, with its quotes; nothing where the text comes from a variable or from elsewhere. */
export function* replaceText({ config }: AppConfig, node: StringNode, text: string): Generator<Planting> {
  const written = config.document.text.slice(node.start, node.end);
  if (node.origin || !written.includes(node.value) || written.includes('{') || written.includes('\\')) return;
  const newText = written.replace(node.value, () => text);
  yield { file: config.file, edit: { range: node, newText }, place: node };
}

/** Gives an entry another key, with its quotes. */
export function* renameEntry({ config }: AppConfig, entry: Entry, key: string): Generator<Planting> {
  const range = keyRange(entry);
  const written = config.document.text.slice(range.start, range.end);
  if (!written.includes(entry.key)) return;
  yield { file: config.file, edit: { range, newText: written.replace(entry.key, () => key) }, place: range };
}

/** Where a place of the old text is in the new one. */
export function placeAfter({ edit, place }: Planting): Range {
  const grown = edit.newText.length - (edit.range.end - edit.range.start);
  const move = (offset: number) =>
    offset >= edit.range.end ? offset + grown : Math.min(offset, edit.range.start + edit.newText.length);
  return { start: move(place.start), end: move(place.end) };
}

/** The components whose classes are known, with their configurations. */
export function* components(
  wiring: Wiring,
): Generator<{ readonly config: AppConfig; readonly component: ComponentDef; readonly found: KnownClass }> {
  for (const config of wiring.configs) {
    for (const component of config.built) {
      const found = wiring.classes.of(component, config.app);
      if (found.kind === 'known' && !found.isFunction && !component.isDisabled) yield { config, component, found };
    }
  }
}
